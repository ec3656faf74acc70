"""A sheet as a document of the search."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, prefetch_related_objects
from django.utils.translation import override
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing

from recherche.valeurs.document import Document, PagePdf
from ressources.declaration import champs_de_carte, type_de
from ressources.documents.acces import ouverts
from ressources.documents.services import texte_de
from ressources.models import DocumentPortail, Fiche, LienFiche, Organisation, Territoire
from ressources.models.champs import CLASSEMENTS_FICHE, SANS_FACETTE, classements_de

PREFIXE = "page"
LANGUES = ("fr", "en")
NON_TEXTE = {"documents", "sources"}
TEXTES_SIMPLES = ("duree", "format", "besoins", "populations", "periode_realisation", "periode")


def cle_index(fiche_ou_uuid: Fiche | UUID) -> str:
    """The index key of a sheet, the same in all its languages."""
    return f"{PREFIXE}:{getattr(fiche_ou_uuid, 'translation_key', fiche_ou_uuid)}"


@dataclass(frozen=True)
class Contexte:
    """What a batch of sheets shares: loaded in a fixed number of queries."""

    themes: dict[UUID, set[str]]
    langues: dict[UUID, set[str]]
    parents: dict[str, str]
    documents: dict[int, DocumentPortail]


def _themes(cles: list[UUID]) -> dict[UUID, set[str]]:
    """Codes of the public themes related to each sheet, whichever side wrote the relation; a theme bears its own."""
    lignes = LienFiche.objects.filter(
        Q(page__translation_key__in=cles) | Q(cible__translation_key__in=cles),
        page__live=True,
        cible__live=True,
    ).values_list(
        "page__translation_key",
        "page__code",
        "page__content_type__model",
        "cible__translation_key",
        "cible__code",
        "cible__content_type__model",
    )
    themes: dict[UUID, set[str]] = defaultdict(set)
    for page, code_page, type_page, cible, code_cible, type_cible in lignes:
        if type_cible == "thematiquepage":
            themes[page].add(code_cible)
        if type_page == "thematiquepage":
            themes[cible].add(code_page)
    return themes


def _langues(cles: list[UUID]) -> dict[UUID, set[str]]:
    langues: dict[UUID, set[str]] = defaultdict(set)
    publiques = Fiche.objects.publiques().order_by().filter(translation_key__in=cles)
    for cle, code in publiques.values_list("translation_key", "locale__language_code"):
        langues[cle].add(code)
    return langues


def _pks_joints(fiche: Fiche) -> list[int]:
    """Primary keys of the attached documents, read from the stored form: no query per sheet."""
    return [bloc["value"]["document"] for bloc in fiche.documents.raw_data if bloc["value"].get("document")]


def _documents_joints(fiches: Iterable[Fiche]) -> dict[int, DocumentPortail]:
    """Those that every visitor may open: the text of the others is nobody else's to find."""
    joints = ouverts(DocumentPortail.objects.select_related("texte"))
    return joints.in_bulk([pk for fiche in fiches for pk in _pks_joints(fiche)])


def _precharger_propres(fiches: Iterable[Fiche]) -> None:
    """The relations that only some types have, in a query each."""
    par_type: dict[type[Fiche], list[Fiche]] = defaultdict(list)
    for fiche in fiches:
        par_type[type(fiche)].append(fiche)
    for modele, lot in par_type.items():
        prefetch_related_objects(lot, *modele.classements_propres.values())


def charger_lot(pks: list[int]) -> tuple[list[Fiche], Contexte]:
    """The specific sheets of these primary keys, with all that their documents need."""
    fiches = list(
        Fiche.objects.filter(pk__in=pks)
        .order_by("pk")
        .specific()
        .select_related("locale")
        .prefetch_related(*CLASSEMENTS_FICHE.values())
    )
    _precharger_propres(fiches)
    cles = [fiche.translation_key for fiche in fiches]
    parents = dict(Territoire.objects.filter(parent__isnull=False).values_list("code", "parent__code"))
    return fiches, Contexte(_themes(cles), _langues(cles), parents, _documents_joints(fiches))


def texte_du_corps(fiche: Fiche) -> str:
    """All the running text of a specific sheet, without markup, in the order of its fields."""
    morceaux: list[str] = []
    for champ in fiche._meta.get_fields():
        if champ.name in NON_TEXTE:
            continue
        valeur = getattr(fiche, champ.name, None) if isinstance(champ, StreamField | RichTextField) else None
        if isinstance(champ, StreamField) and valeur:
            morceaux += valeur.stream_block.get_searchable_content(valeur)
        elif isinstance(champ, RichTextField) and valeur:
            morceaux.append(get_text_for_indexing(valeur))
    morceaux += [getattr(fiche, nom, "") for nom in TEXTES_SIMPLES]
    return "\n".join(str(morceau).strip() for morceau in morceaux if morceau)


def pages_pdf(fiche: Fiche, documents: dict[int, DocumentPortail]) -> tuple[PagePdf, ...]:
    """The pages of the attached files that hold text, with the title under which the sheet gives them."""
    pages: list[PagePdf] = []
    for bloc in fiche.documents.raw_data:
        document = documents.get(bloc["value"].get("document"))
        if document is not None:
            textes = enumerate(texte_de(document), 1)
            titre, langue = bloc["value"]["titre"], bloc["value"]["langue"]
            autre = langue if langue in LANGUES and langue != fiche.locale.language_code else ""
            pages += [PagePdf(titre, numero, texte, autre) for numero, texte in textes if texte]
    return tuple(pages)


def avec_ancetres(codes: Iterable[str], parents: dict[str, str]) -> tuple[str, ...]:
    """Territories with the regions they are part of; « all Québec » is only borne by what says so."""
    trouves: list[str] = []
    for depart in codes:
        trouves.append(depart)
        code = parents.get(depart, "")
        while code and code != "qc":
            trouves.append(code)
            code = parents.get(code, "")
    return tuple(dict.fromkeys(trouves))


def _porteur(fiche: Fiche) -> Organisation | None:
    """Who carried an initiative, led an action …"""
    champ = type_de(type(fiche)).porteur
    return getattr(fiche, champ) if champ else None


def _propres(fiche: Fiche) -> dict[str, list]:
    """The terms of the single choices that only its type has, by facet; relations are read with those of all."""
    declares = {propre.facette.code: propre.champ for propre in type_de(type(fiche)).facettes}
    seuls = {code: champ for code, champ in declares.items() if code not in classements_de(type(fiche))}
    return {code: list(filter(None, [getattr(fiche, champ)])) for code, champ in seuls.items()}


def facettes_de(fiche: Fiche, contexte: Contexte) -> dict[str, tuple[str, ...]]:
    """Stable codes of a specific sheet, by facet."""
    facettes = {
        facette: tuple(terme.code for terme in getattr(fiche, champ).all())
        for facette, champ in classements_de(type(fiche)).items()
        if facette not in SANS_FACETTE
    }
    facettes["territoire"] = avec_ancetres(facettes["territoire"], contexte.parents)
    themes = set(contexte.themes.get(fiche.translation_key, ()))
    joints = {bloc["value"]["langue"] for bloc in fiche.documents.raw_data}
    porteur = _porteur(fiche)
    propres = {code: tuple(terme.code for terme in termes) for code, termes in _propres(fiche).items()}
    return (
        facettes
        | propres
        | {
            "type": (fiche.genre,),
            "theme": tuple(sorted(themes | ({fiche.code} if fiche.genre == "thematique" else set()))),
            "langue": tuple(sorted(contexte.langues.get(fiche.translation_key, set()) | joints)),
            "annee": (str(fiche.annee),) if fiche.annee else (),
            "organisation": (porteur.code,) if porteur else (),
        }
    )


def _termes(fiche: Fiche) -> list[str]:
    """Labels of the sheet's terms in its language: people search by them. All Québec would match everything."""
    champs = [champ for champ in classements_de(type(fiche)).values() if champ != "recommandations"]
    termes = [t for champ in champs for t in getattr(fiche, champ).all()]
    propres = [terme for seuls in _propres(fiche).values() for terme in seuls]
    return [t.nom for t in (*termes, *propres, *filter(None, [_porteur(fiche)])) if t.code != "qc"]


def affichage(fiche: Fiche) -> dict:
    """What a hit shows, kept in the index so that a page of results costs no query."""
    lieux = [t.nom for t in fiche.territoires.all() if t.niveau != "province"]
    piliers = [{"code": p.code, "nom": p.nom} for p in fiche.piliers_ordonnes]
    parties = fiche.get_url_parts()
    return {
        "url": parties[2] if parties else "",
        "type": fiche.genre,
        "annee": fiche.annee,
        "lieu": lieux[0] if lieux else "",
        "resume": fiche.resume,
        "piliers": piliers,
        "courtepointe": {"cle": fiche.code, "piliers": [p["code"] for p in piliers]},
        "langue_titre": fiche.langue_titre,
        **{nom: getattr(fiche, nom, "") for nom in champs_de_carte()},
        "fiction": fiche.fiction,
    }


def vers_document(fiche: Fiche, langue: str, contexte: Contexte) -> Document:
    """The document of a specific sheet; labels are those of its own language."""
    with override(langue):
        return Document(
            cle=cle_index(fiche),
            langue=langue,
            titre=fiche.title,
            resume=fiche.resume,
            mots_cles=", ".join(filter(None, [fiche.mots_cles, *_termes(fiche)])),
            corps=texte_du_corps(fiche),
            pages_pdf=pages_pdf(fiche, contexte.documents),
            facettes=facettes_de(fiche, contexte),
            date=fiche.first_published_at.date() if fiche.first_published_at else None,
            affichage=affichage(fiche),
            propositions=tuple(filter(None, (mot.strip() for mot in fiche.mots_cles.split(",")))),
        )
