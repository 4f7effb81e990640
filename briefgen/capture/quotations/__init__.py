"""Where in a text words are quoted."""
