"""briefgen compiles curated briefing packets into a static site and PDF briefs."""

__version__ = "0.1.0"
