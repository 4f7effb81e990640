"""What a text quotes, who says it, and whether it stands in the text that it is taken from."""
