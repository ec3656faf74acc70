"""The terms of a sheet and of those around it, all classifications in one query: a page has a budget of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import CharField, F, QuerySet, Value

COLONNES = ("code", "nom_fr", "nom_en", "ordre")
NIVEAU = "niveau"  # of territories alone


def precharger_termes(
    page, champs: Sequence[str], autour: Sequence = (), partages: Sequence[str] = ()
) -> None:
    """Reads these relations of `page` at once, as a prefetch would; those of `partages`, of the sheets around it too.

    Terms know their code, their names and their rank; anything else is read when somebody asks. The page's
    `organisation`, where it has one, comes along.
    """
    seule = getattr(page, "organisation_id", None)
    requetes = [_lignes(page, nom, [page]) for nom in champs]
    requetes += [_lignes(page, nom, [page, *autour]) for nom in partages]
    if seule:
        requetes.append(_organisation(page))
    trouves: dict[tuple[str, int], list] = defaultdict(list)
    for nom, fiche, pk, *valeurs, niveau in requetes[0].union(*requetes[1:], all=True):
        trouves[nom, fiche].append(_terme(page, nom, pk, valeurs, niveau))
    if seule and (organisations := trouves["organisation", 0]):
        page.organisation = organisations[0]
    for fiche in (page, *autour):
        _remettre(fiche, partages if fiche is not page else [*champs, *partages], trouves)


def _lignes(page, nom: str, fiches: Iterable) -> QuerySet:
    """Rows (relation, sheet, term ...) of one relation for these sheets."""
    champ = page._meta.get_field(nom)
    de, vers = f"{champ.m2m_field_name()}_id", champ.m2m_reverse_field_name()
    a_un_niveau = any(colonne.name == NIVEAU for colonne in champ.related_model._meta.fields)
    niveau = F(f"{vers}__{NIVEAU}") if a_un_niveau else Value("", CharField())
    liens = champ.remote_field.through.objects.filter(
        **{f"{de}__in": {fiche.pk for fiche in fiches}}
    ).order_by()
    colonnes = (f"{vers}__{colonne}" for colonne in ("pk", *COLONNES))
    return liens.annotate(champ=Value(nom, CharField()), le_niveau=niveau).values_list(
        "champ", de, *colonnes, "le_niveau"
    )


def _organisation(page) -> QuerySet:
    modele = page._meta.get_field("organisation").related_model
    lue = modele.objects.filter(pk=page.organisation_id).order_by()
    lue = lue.annotate(
        champ=Value("organisation", CharField()), fiche=Value(0), le_niveau=Value("", CharField())
    )
    return lue.values_list("champ", "fiche", "pk", *COLONNES, "le_niveau")


def _terme(page, nom: str, pk: int, valeurs: list, niveau: str):
    """A record that knows what was read; its other fields are deferred."""
    modele = page._meta.get_field(nom).related_model
    connus = {modele._meta.pk.attname: pk, **dict(zip(COLONNES, valeurs, strict=True))}
    if niveau:
        connus[NIVEAU] = niveau
    # In the model's own order, as a queryset gives them.
    noms = [champ.attname for champ in modele._meta.concrete_fields if champ.attname in connus]
    return modele.from_db(page._state.db, noms, [connus[nom] for nom in noms])


def _remettre(fiche, noms: Iterable[str], trouves: dict) -> None:
    """Puts the terms where a prefetch puts them."""
    fiche._prefetched_objects_cache = getattr(fiche, "_prefetched_objects_cache", {})
    for nom in noms:
        lus = fiche._meta.get_field(nom).related_model.objects.all()
        lus._result_cache = sorted(trouves[nom, fiche.pk], key=lambda terme: (terme.ordre, terme.code))
        lus._prefetch_done = True
        fiche._prefetched_objects_cache[nom] = lus
