"""Whether two texts, or two addresses, are the same but for trifles."""
