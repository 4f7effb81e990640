"""Reading: the bytes of one file become one typed record with positions.

The stage is pure: it sees neither the file system nor the clock. `item.py` reads the Markdown files
of the content, `settings.py` briefgen.yaml, `entities.py` the entities, `mapping.py` any other YAML
file. Mistakes of the author come back as diagnostics, all of a file's at once.
"""
