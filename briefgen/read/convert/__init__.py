"""From nodes to records, driven by the types of the records' fields."""
