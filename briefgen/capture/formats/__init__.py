"""What can be read of a source, by its format."""
