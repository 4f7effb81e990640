"""Diagnostics as text for people, as JSON for programs, as annotations for GitHub. All pure: they
are given the diagnostics and a way to look at a line, and return text.
"""
