"""Whether this machine has what briefgen needs, and how to get what is missing."""
