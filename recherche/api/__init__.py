"""The search for other programs: read-only JSON, the same parameters and the same answers as the page.

`frontiere` holds what HTTP asks of every address (methods, errors, origins, rate), `operations` what is answered,
`formes` its schema. The module knows no page: mount `recherche.api.urls` outside the addresses that bear a language;
the page that explains it, `documentation`, is among the addresses of `recherche.urls`.
"""
