"""Dates as authors write them: instants (ISO 8601) and periods (EDTF)."""
