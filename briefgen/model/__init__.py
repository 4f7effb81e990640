"""The nouns of briefgen as frozen, typed records. Nothing here reads a file or knows a stage."""
