"""What a file of the output was made from, and what of that has changed."""
