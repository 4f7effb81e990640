"""The index of the search page, made by Pagefind."""
