"""Views: the frozen, typed data of one artifact, and all that its template can see.

A template receives three names, and a fourth where a text is shown:

- `site`: what is the same on every page;
- `frame`: what surrounds this page (title, label, place in the tree);
- `page`: the page's own view;
- `content`: the bodies, loaded only when the page is made.

Addresses (`href`) are from the root of the site, such as `articles/tianjin.html`; a template puts
`frame.root` before them (`../` in a folder, the base address in 404.html and in briefs).
"""
