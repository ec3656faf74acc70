"""Figures and organisations in the search: parts of a page, found at their own address beneath it."""

from abc import abstractmethod
from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.utils.translation import override

from recherche.registre import Source
from recherche.valeurs.document import Document
from ressources.indexation.fiches import avec_ancetres
from ressources.models import AnnuairePage, ChiffreCle, ChiffresPage, Organisation, Territoire
from ressources.models.page_portail import PageAParties
from ressources.models.querysets import visibles


def adresses(modele: type[PageAParties]) -> dict[str, str]:
    """Path of the public page of this type in each language that has one."""
    trouvees = {}
    for page in visibles(modele.objects.all()).select_related("locale"):
        if parties := page.get_url_parts():
            trouvees[page.locale.language_code] = parties[2]
    return trouvees


class SourceParties(Source):
    """Records that have an address while their page is public."""

    modele: type[PageAParties]

    @property
    def prefixe(self) -> str:
        return self.modele.prefixe_recherche

    @abstractmethod
    def objets(self) -> QuerySet:
        """The records, with what their documents need; each has a `code`."""

    @abstractmethod
    def document(self, objet, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        """The document of a record, in the active language; `langues` are all those that it can be read in."""

    def cles(self) -> Iterator[str]:
        if adresses(self.modele):
            yield from (f"{self.prefixe}:{code}" for code in self.objets().values_list("code", flat=True))

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        objets = self.objets()
        if cles is not None:
            codes = [cle.partition(":")[2] for cle in cles if cle.startswith(f"{self.prefixe}:")]
            if not codes:
                return
            objets = objets.filter(code__in=codes)
        pages = adresses(self.modele)
        langues = tuple(sorted(pages))
        for objet in objets if pages else ():
            for langue, url in pages.items():
                with override(langue):
                    yield self.document(objet, langue, f"{url}{objet.code}/", langues)


def _piliers(piliers: list) -> list[dict[str, str]]:
    return [{"code": p.code, "nom": p.nom} for p in piliers]


class SourceChiffres(SourceParties):
    """Key figures."""

    modele = ChiffresPage

    def objets(self) -> QuerySet[ChiffreCle]:
        return ChiffreCle.objects.prefetch_related("mesures__pilier", "organisations")

    def document(self, objet: ChiffreCle, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        piliers, mesures, organisations = objet.piliers, objet.mesures.all(), objet.organisations.all()
        codes = [pilier.code for pilier in piliers]
        return Document(
            cle=f"{self.prefixe}:{objet.code}",
            langue=langue,
            titre=objet.enonce,
            resume=". ".join(filter(None, [objet.population, objet.source])),
            mots_cles=", ".join(terme.nom for terme in (*mesures, *piliers, *organisations)),
            corps="\n".join(filter(None, [objet.unite, objet.reperage, objet.note])),
            facettes={
                "type": ("chiffre",),
                "pilier": tuple(codes),
                "mesure": tuple(mesure.code for mesure in mesures),
                "annee": (str(objet.annee),),
                "langue": langues,
                "organisation": tuple(o.code for o in organisations),
            },
            affichage={
                "url": url,
                "type": "chiffre",
                "annee": objet.annee,
                "piliers": _piliers(piliers),
                "courtepointe": {"cle": objet.code, "piliers": codes},
            },
        )


class SourceOrganisations(SourceParties):
    """Organisations of the directory."""

    modele = AnnuairePage

    def objets(self) -> QuerySet[Organisation]:
        organisations = Organisation.objects.select_related("territoire")
        return organisations.prefetch_related("autres_territoires", "milieux")

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        self._parents = dict(
            Territoire.objects.filter(parent__isnull=False).values_list("code", "parent__code")
        )
        yield from super().documents(cles)

    def document(self, objet: Organisation, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        lieux = [lieu.nom for lieu in objet.lieux if lieu.niveau != "province"]
        milieux = [milieu.nom for milieu in objet.milieux.all()]
        codes = [lieu.code for lieu in objet.lieux]
        return Document(
            cle=f"{self.prefixe}:{objet.code}",
            langue=langue,
            titre=objet.nom,
            resume=objet.role,
            mots_cles=", ".join(filter(None, [objet.sigle, objet.get_genre_display(), *lieux, *milieux])),
            facettes={
                "type": ("organisation",),
                "territoire": avec_ancetres(codes, self._parents),
                "langue": langues,
            },
            affichage={
                "url": url,
                "type": "organisation",
                "lieu": ", ".join(lieux),
                "langue_titre": objet.langue_du_nom if objet.langue_du_nom != langue else "",
                "fiction": objet.fiction,
            },
        )
