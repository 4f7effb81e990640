"""The conveyor: scan, read, resolve, check, plan, render, publish."""

from briefgen.build.front import build, check, clean, show_first

__all__ = ["build", "check", "clean", "show_first"]
