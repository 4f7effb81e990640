"""How much an article takes from its source, beside the limits that the site sets."""
