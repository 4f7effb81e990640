"""Capture: from a file, a web page or a text to a snapshot and the draft of an article."""
