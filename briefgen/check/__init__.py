"""The third stage: look over records and site, one rule a file, and say what is amiss."""
