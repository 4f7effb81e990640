"""Briefs: from a packet's print HTML to a PDF, in processes of their own.

```
job ─▶ pool ─▶ worker ─▶ typeset ─▶ result
               (fonts)    (html, fetcher, glyphs, tags)
```

WeasyPrint is imported in the worker and nowhere else, so that a build without briefs never loads
it, and a hostile or huge packet harms nothing but its worker.
"""
