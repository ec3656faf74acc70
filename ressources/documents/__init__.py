"""Documents attached to sheets: what may be uploaded, and the text that the search reads in them.

Kept free of imports: the reading process starts from this package and must load nothing of the site.
"""
