"""What the build decides about a brief's layout that style sheets cannot: which items are set
closer, where text stands on the grid of lines, whether a sheet of limited length holds all that it
should.
"""
