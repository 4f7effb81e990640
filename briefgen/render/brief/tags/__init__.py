"""The finisher: mends the structure tree that WeasyPrint 70 writes, so that a screen reader meets
what a reader sees (PDF/UA-1, ISO 14289-1).

WeasyPrint tags margin boxes as text, contents as plain lists, footnotes as nameless boxes at the
end of a page, and begins every element anew on every page. All of that can be mended between layout
and file; this package is the only place that knows the internals it leans on.
"""
