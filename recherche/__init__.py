"""Bilingual faceted search over what other applications declare. Knows no page model and no Wagtail.

Declaring, in an `AppConfig.ready` (see `registre`)::

    from recherche.registre import Facette, Source, Valeur, declarer

    declarer(
        sources=[SourcePages()],             # Source: cles() and documents(cles=None), both lazy
        facettes=[Facette("type", _("Type")), …],       # in the order of display; code = GET parameter
        genres={"outil": _("Outil"), …},     # names of affichage["type"]
        valeurs=valeurs,                     # langue -> {facet code: [Valeur(…)]}, called at each search
        secours=chercher_en_base,            # Requete -> Resultats, when the engine fails
        traductions=libelles,                # -> [{"fr": …, "en": …}]: labels that cross languages (see `aide`)
    )

A source yields `document.Document`, one by record and language, of public records only. Texts are plain text;
`facettes` includes the codes of ancestors; `affichage` (JSON) holds what `presentation.AFFICHAGE` names.

Signalling a change (see `indexation`), inside its transaction::

    from recherche.indexation.vidage import signaler, vidage_differe
    from recherche.models import TOUT

    signaler("page:…", …)        # or signaler(TOUT) for a label that many documents show
    with vidage_differe(): …     # many saves in a row: one drain at the end

Showing (see `views`): `page_recherche(request, preselection={"pilier": "PAR"}, titre=…)` is the search page
with a facet fixed; `repondre(request, preselection, template, context)` renders another template of a page
with the same mechanism (fragments for htmx included), whose template includes
"recherche/fragments/scripts.html" in its head and "recherche/fragments/recherche.html" with
recherche=recherche in its body. `liens` makes addresses.

While one types, `Document.titre`, `Document.propositions` and the values of facets declared `proposee` are proposed
(`suggestions`). Other programs ask `api`, mounted with `path("api/", include("recherche.api.urls"))`.

Asking from code: `services.rechercher(Requete(texte=…, langue=…, filtres=figer({"type": ("outil",)})))`.

Keeping up: `manage.py indexer` (rebuild), `--si-necessaire`, `--verifier`, `--suivre`.
"""
