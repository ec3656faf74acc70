"""Which index keys a change touches. Read before a deletion, inside the transaction of the change."""

from collections.abc import Collection, Iterable

from django.db.models import Model, Q
from wagtail.models import Page, ReferenceIndex

from ressources.indexation import plateforme as indexation_plateforme
from ressources.indexation.fiches import cle_index
from ressources.indexation.recommandations import cle_recommandation
from ressources.models import (
    ChiffreCle,
    Fiche,
    LienFiche,
    Milieu,
    Organisation,
    Recommandation,
    Territoire,
)
from ressources.models.page_portail import PageAParties


def _cles(uuids: Iterable) -> list[str]:
    return [cle_index(uuid) for uuid in dict.fromkeys(uuids)]


def _recommandations(codes: Collection[str]) -> list[str]:
    """The recommendations that the bilans among these sheets hold."""
    tenues = Recommandation.objects.filter(bilan__in=codes, parent=None)
    return [cle_recommandation(code) for code in tenues.values_list("code", flat=True)]


def cles_fiche(fiche: Fiche) -> list[str]:
    """The sheet, those related to it (their theme facet depends on it), and its recommendations."""
    cle = fiche.translation_key
    liees = LienFiche.objects.filter(Q(page__translation_key=cle) | Q(cible__translation_key=cle))
    paires = liees.values_list("page__translation_key", "cible__translation_key")
    return [*_cles([cle, *(uuid for paire in paires for uuid in paire)]), *_recommandations([fiche.code])]


def cles_lien(lien: LienFiche) -> list[str]:
    """Both ends of a relation."""
    bouts = Fiche.objects.filter(pk__in=[lien.page_id, lien.cible_id])
    return _cles(bouts.values_list("translation_key", flat=True))


def cles_sous(page: Page) -> list[str]:
    """All the sheets at or under a page, the pages that have parts, and these parts (measures, figures)."""
    fiches = Fiche.objects.descendant_of(page, inclusive=True)
    lignes = list(fiches.values_list("translation_key", "code"))
    codes = [code for _uuid, code in lignes]
    sous = Page.objects.descendant_of(page, inclusive=True).type(PageAParties).specific()
    parties = [cle for trouvee in sous for cle in cles_parties(trouvee)]
    return [*_cles(uuid for uuid, _code in lignes), *_recommandations(codes), *parties]


def cles_parties(page: PageAParties) -> list[str]:
    """The parts of a page, for their address depends on it; the page itself where it is searched."""
    prefixe = page.prefixe_recherche
    parties = [f"{prefixe}:{code}" for code in page.codes_des_parties()] if prefixe else []
    return [*indexation_plateforme.cles_page(page), *parties]


def cles_chiffre(chiffre: ChiffreCle) -> list[str]:
    """A figure."""
    return [f"chiffre:{chiffre.code}"]


def cles_organisation(organisation: Organisation) -> list[str]:
    """An organisation, in the directory."""
    return [f"organisation:{organisation.code}"]


def _cles_organisations(terme: Model) -> list[str]:
    """The organisation itself, or those of a territory or a sector."""
    if isinstance(terme, Organisation):
        return cles_organisation(terme)
    trouvees = Organisation.objects.none()
    if isinstance(terme, Territoire):
        trouvees = Organisation.objects.filter(Q(territoire=terme.pk) | Q(autres_territoires=terme.pk))
    elif isinstance(terme, Milieu):
        trouvees = Organisation.objects.filter(milieux=terme.pk)
    return [cle for organisation in trouvees.distinct() for cle in cles_organisation(organisation)]


def _cles_chiffres(terme: Model) -> list[str]:
    """The figures that a measure, a pillar or an organisation describes."""
    filtres = {"Mesure": "mesures", "Pilier": "mesures__pilier", "Organisation": "organisations"}
    champ = filtres.get(type(terme).__name__)
    chiffres = ChiffreCle.objects.filter(**{champ: terme.pk}).distinct() if champ else ()
    return [cle for chiffre in chiffres for cle in cles_chiffre(chiffre)]


def cles_terme(terme: Model) -> list[str]:
    """The sheets that bear a term, whichever relation holds it, and the figures and organisations."""
    uuids: list = []
    propres = [cle_recommandation(terme.code)] if isinstance(terme, Recommandation) else []
    propres += [cle_recommandation(terme.parent.code)] if propres and terme.parent else []
    for relation in terme._meta.related_objects:
        if issubclass(relation.related_model, Fiche):
            filtre = {relation.field.name: terme.pk}
            uuids += relation.related_model.objects.filter(**filtre).values_list("translation_key", flat=True)
    return [
        *_cles(uuids),
        *propres,
        *_cles_chiffres(terme),
        *_cles_organisations(terme),
        *indexation_plateforme.cles_terme(terme),
    ]


def cles_citantes(objet: Model) -> list[str]:
    """The sheets that attach a file or show a quote or a chart, by Wagtail's reference index (it sees inside
    StreamFields)."""
    references = ReferenceIndex.get_references_to(objet).values_list("object_id", flat=True)
    pks = [int(pk) for pk in references if pk.isdecimal()]
    return _cles(Fiche.objects.filter(pk__in=pks).values_list("translation_key", flat=True))
