"""See the site while writing it: `watch` builds at every edit."""
