"""The terms of a sheet, several classifications in one query: a page has a budget of queries."""

from collections import defaultdict

from django.db.models import Value

COLONNES = ("pk", "code", "nom_fr", "nom_en", "ordre")


def precharger_termes(page, *champs: str) -> None:
    """Reads these relations of `page` (plain classifications: names, code, rank) at once, as a prefetch would.

    The page's `organisation`, where it has one, comes along: its names and its code, nothing more.
    """
    modeles = {nom: page._meta.get_field(nom).related_model for nom in champs}
    seul = "organisation" if getattr(page, "organisation_id", None) else ""
    tous = modeles | ({seul: page._meta.get_field(seul).related_model} if seul else {})
    requetes = [
        modele.objects.filter(**({"pk": page.organisation_id} if nom == seul else {"fiches": page.pk}))
        .order_by()
        .annotate(champ=Value(nom))
        .values_list("champ", *COLONNES)
        for nom, modele in tous.items()
    ]
    trouves: dict[str, list] = defaultdict(list)
    for nom, *valeurs in requetes[0].union(*requetes[1:], all=True):
        trouves[nom].append(tous[nom](**dict(zip(COLONNES, valeurs, strict=True))))
    if trouves[seul]:
        page.organisation = trouves.pop(seul)[0]
    page._prefetched_objects_cache = getattr(page, "_prefetched_objects_cache", {})
    for nom, modele in modeles.items():
        lus = modele.objects.all()
        lus._result_cache = sorted(trouves[nom], key=lambda terme: (terme.ordre, terme.code))
        lus._prefetch_done = True
        page._prefetched_objects_cache[nom] = lus
