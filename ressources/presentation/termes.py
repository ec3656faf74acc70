"""The terms of a sheet, several classifications in one query: a page has a budget of queries."""

from collections import defaultdict

from django.db.models import Value

COLONNES = ("pk", "code", "nom_fr", "nom_en", "ordre")


def precharger_termes(page, *champs: str) -> None:
    """Reads these relations of `page` (plain classifications: names, code, rank) at once, as a prefetch would."""
    modeles = {nom: page._meta.get_field(nom).related_model for nom in champs}
    requetes = [
        modele.objects.filter(fiches=page.pk)
        .order_by()
        .annotate(champ=Value(nom))
        .values_list("champ", *COLONNES)
        for nom, modele in modeles.items()
    ]
    trouves: dict[str, list] = defaultdict(list)
    for nom, *valeurs in requetes[0].union(*requetes[1:], all=True):
        trouves[nom].append(modeles[nom](**dict(zip(COLONNES, valeurs, strict=True))))
    page._prefetched_objects_cache = getattr(page, "_prefetched_objects_cache", {})
    for nom, modele in modeles.items():
        lus = modele.objects.all()
        lus._result_cache = sorted(trouves[nom], key=lambda terme: (terme.ordre, terme.code))
        lus._prefetch_done = True
        page._prefetched_objects_cache[nom] = lus
