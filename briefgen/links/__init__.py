"""Whether the addresses that items give still answer; asked only when a person asks for it."""
