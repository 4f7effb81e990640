"""What a packet cites, in the formats of reference managers."""
