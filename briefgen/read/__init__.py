"""Reading: the bytes of one file become one typed record with positions.

The stage is pure: it sees neither the file system nor the clock. `item.py` reads the Markdown files
of the content, `settings.py` briefgen.yaml, `entities.py` the entities, `mapping.py` any other YAML
file. Mistakes of the author come back as diagnostics, all of a file's at once. Their codes:

- files: `encoding` `file-too-large` `private-character` `front-matter-missing`
  `front-matter-unclosed` `slug-missing`
- YAML: `yaml-syntax` `yaml-shape` `yaml-alias` `yaml-aliases` `yaml-anchor` `yaml-bracket`
  `yaml-colon` `yaml-control-character` `yaml-documents` `yaml-duplicate-key` `yaml-escape`
  `yaml-key` `yaml-merge` `yaml-nesting` `yaml-no-key` `yaml-quote` `yaml-space` `yaml-special`
  `yaml-tab` `yaml-tag`
- keys: `key-unknown` `key-missing` `alias-conflict` `alias-unknown` `check-unknown`
- values: `value-type` `value-enum` `value-range` `date-invalid` `language-invalid`
  `rating-invalid` `sha256-invalid` `slug-invalid` `timezone-invalid` `tlp-white` `url-invalid`
  `url-scheme` `list-comma`
- media: `media-broken` `media-size`
- words of themes: `words-syntax`
- ledger: `ledger-audience` `ledger-line`
- text: `nesting` `too-complex` `html-escaped` `html-removed` `html-unclosed`
  `comment-unclosed` `media-elsewhere`
  `attribute-invalid` `attribute-unknown` `id-twice` `container-stray` `container-text`
  `container-unclosed` `container-unknown` `footnote-internal` `footnote-missing` `footnote-twice`
  `footnote-unused` `link-empty` `link-fragment` `link-invalid` `link-label` `link-outside`
  `link-scheme` `link-syntax`
"""
