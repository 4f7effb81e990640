"""What a page says of itself to programs: JSON-LD, in the words of schema.org."""
