"""The command line: it parses, asks the rest of briefgen, and tells. No module of it imports
anything heavy until a command runs, so that help answers at once.
"""
