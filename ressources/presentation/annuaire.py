"""What the templates show of organisations: the directory, its filters, one organisation."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from recherche.analyse import TROU, analyser
from recherche.analyse.normes import replier
from recherche.liens import url_facette
from recherche.valeurs.requete import nettoyer
from ressources.declaration import fiches
from ressources.models import AnnuairePage, ChiffresPage, Fiche, Organisation
from ressources.models.langues import langue_de_lecture
from ressources.models.pages_du_site import adresse_du_type
from ressources.presentation.cartes import faire_cartes
from ressources.presentation.chiffres import chiffres_vus
from ressources.presentation.fil import fil


@dataclass(frozen=True)
class Choix:
    """What a visitor asks of the directory; "" leaves a filter open."""

    q: str = ""
    genre: str = ""
    territoire: str = ""
    milieu: str = ""

    @property
    def vide(self) -> bool:
        return not (self.q or self.genre or self.territoire or self.milieu)


def _genre(organisation: Organisation) -> set[str]:
    return {organisation.genre}


def _territoires(organisation: Organisation) -> set[str]:
    """Its territories and the regions they are part of, as in the search."""
    lieux = organisation.lieux
    parents = {lieu.parent.code for lieu in lieux if lieu.parent and lieu.parent.niveau != "province"}
    return {lieu.code for lieu in lieux} | parents


def _milieux(organisation: Organisation) -> set[str]:
    return {milieu.code for milieu in organisation.milieux.all()}


# Headings of the list: the labels of the kinds, in the plural.
TITRES = {
    "collectif": _("Collectif"),
    "membre-collectif": _("Membres du Collectif petite enfance"),
    "regroupement": _("Regroupements locaux"),
    "instance": _("Instances régionales"),
    "nation": _("Nations et communautés"),
    "centre": _("Centres d’amitié autochtones"),
    "organisme": _("Organismes"),
    "fondation": _("Fondations"),
    "ministere": _("Ministères et organismes publics"),
    "institution": _("Institutions"),
    "table": _("Tables et comités"),
    "espace": _("Espaces de travail du Collectif"),
    "sondeur": _("Maisons de sondage"),
}
FILTRES: dict[str, Callable[[Organisation], set[str]]] = {
    "genre": _genre,
    "territoire": _territoires,
    "milieu": _milieux,
}


def lire_choix(parametres: Any) -> Choix:
    """The filters of an address; never fails for what was typed."""
    return Choix(**{nom: nettoyer(parametres.get(nom, ""))[0] for nom in ("q", *FILTRES)})


def _racines(texte: str, langue: str) -> set[str]:
    return {jeton.racine for jeton in analyser(texte, langue) if jeton.racine != TROU}


def _texte(organisation: Organisation) -> str:
    """All the words by which people look for it, in both languages."""
    lieux = [lieu.nom for lieu in organisation.lieux if lieu.niveau != "province"]
    milieux = [milieu.nom for milieu in organisation.milieux.all()]
    noms = [organisation.nom_fr, organisation.nom_en, organisation.sigle, organisation.role]
    return " ".join([*noms, organisation.get_genre_display(), *lieux, *milieux])


def filtrer(organisations: Iterable[Organisation], choix: Choix) -> list[Organisation]:
    """Those that hold every word and every chosen value; words without accents or endings, as in the search."""
    langue = langue_de_lecture()
    racines = _racines(choix.q, langue)
    return [
        organisation
        for organisation in organisations
        if all(
            not getattr(choix, nom) or getattr(choix, nom) in valeurs(organisation)
            for nom, valeurs in FILTRES.items()
        )
        and (not racines or racines <= _racines(_texte(organisation), langue))
    ]


def _options(
    organisations: list[Organisation], choix: Choix, nom: str, libelles: dict[str, str]
) -> list[dict]:
    """The values of a filter that would leave something, with what each would leave; a chosen one stays."""
    restantes = filtrer(organisations, replace(choix, **{nom: ""}))
    comptes = Counter(code for organisation in restantes for code in FILTRES[nom](organisation))
    choisi = getattr(choix, nom)
    return [
        {"code": code, "libelle": libelle, "compte": comptes[code], "choisie": code == choisi}
        for code, libelle in libelles.items()
        if comptes[code] or code == choisi
    ]


def _libelles(organisations: list[Organisation]) -> dict[str, dict[str, str]]:
    """The labels of each filter's values, in their order."""
    lieux = {lieu.code: lieu for o in organisations for lieu in o.lieux}
    lieux |= {lieu.parent.code: lieu.parent for lieu in [*lieux.values()] if lieu.parent}
    milieux = {milieu.code: milieu for o in organisations for milieu in o.milieux.all()}
    return {
        "genre": {str(code): str(libelle) for code, libelle in Organisation.Genre.choices},
        "territoire": {t.code: t.nom for t in sorted(lieux.values(), key=lambda t: t.ordre)},
        "milieu": {m.code: m.nom for m in sorted(milieux.values(), key=lambda m: m.ordre)},
    }


def _groupes(organisations: list[Organisation], url: str) -> list[dict[str, Any]]:
    """By kind, in the order of the kinds."""
    vues: dict[str, list[dict]] = {}
    for organisation in organisations:
        vue = {"organisation": organisation, "url": f"{url}{organisation.code}/", "lieu": _lieu(organisation)}
        vues.setdefault(organisation.genre, []).append(vue)
    return [
        {"code": code, "titre": TITRES[code], "organisations": vues[code]}
        for code in Organisation.Genre.values
        if code in vues
    ]


def _lieu(organisation: Organisation) -> str:
    return ", ".join(lieu.nom for lieu in organisation.lieux if lieu.niveau != "province")


def _par_nom(organisations: Iterable[Organisation]) -> list[Organisation]:
    """In the order of the names that the reader sees, É with E: no database order does both."""
    return sorted(organisations, key=lambda organisation: [replier(mot) for mot in organisation.nom.split()])


def contexte_annuaire(page: AnnuairePage, request: HttpRequest) -> dict[str, Any]:
    """The directory: all the organisations in one query and two more for their terms, filtered here."""
    lues = Organisation.objects.select_related("territoire__parent")
    organisations = _par_nom(lues.prefetch_related("autres_territoires__parent", "milieux"))
    choix = lire_choix(request.GET)
    trouvees, libelles = filtrer(organisations, choix), _libelles(organisations)
    url = page.get_url(request) or ""
    return {
        "fil": fil(page, request),
        "choix": choix,
        "total": len(trouvees),
        "groupes": _groupes(trouvees, url),
        "filtres": {nom: _options(organisations, choix, nom, libelles[nom]) for nom in FILTRES},
        "url_page": url,
    }


def contexte_organisation(
    page: AnnuairePage, organisation: Organisation, request: HttpRequest
) -> dict[str, Any]:
    """One organisation: its territories, what it carries in the language of the page, its figures, its words."""
    url = page.get_url(request) or ""
    lieux = [{"nom": lieu.nom, "url": url_facette("territoire", lieu.code)} for lieu in organisation.lieux]
    ecrire = "" if organisation.fiction else reverse("ecrire_organisation", args=[organisation.code])
    return {
        "organisation": organisation,
        "fil": [*fil(page, request), {"titre": page.title, "url": url}],
        "lieux": lieux,
        "portees": _portees(page, organisation, request),
        "chiffres": chiffres_vus(organisation.chiffres.all(), adresse_du_type(ChiffresPage, request)),
        "citations": list(organisation.citations.all()),
        "url_ecrire": ecrire,
        "url_page": url,
        "partie_liee": _liee(organisation),
    }


def _portees(page: AnnuairePage, organisation: Organisation, request: HttpRequest) -> list[dict[str, Any]]:
    """[{genre, cartes}] of what it carries, practice first."""
    porteurs = sorted((declare for declare in fiches() if declare.porteur), key=lambda d: d.rang_pratique)
    sienne = Q(*((f"{d.nom}__{d.porteur}", organisation) for d in porteurs), _connector=Q.OR)
    portees = Fiche.objects.publiques(page.locale_id).filter(sienne).pour_cartes().order_by("title")
    cartes = faire_cartes(portees, request)
    genres = [declare.genre.code for declare in porteurs]
    par_genre = {genre: [vue for vue in cartes if vue.genre == genre] for genre in genres}
    return [{"genre": genre, "cartes": siennes} for genre, siennes in par_genre.items() if siennes]


def _liee(organisation: Organisation) -> dict[str, Any]:
    """The organisation for search engines: what the page shows, nothing more."""
    public = organisation.genre == Organisation.Genre.MINISTERE
    objet = {
        "@type": "GovernmentOrganization" if public else "Organization",
        "name": organisation.nom,
        "alternateName": organisation.sigle,
        "description": organisation.role,
        "areaServed": ", ".join(lieu.nom for lieu in organisation.lieux),
    }
    return {nom: valeur for nom, valeur in objet.items() if valeur}
