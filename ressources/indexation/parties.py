"""Records in the search that are parts of a page, found at their own address beneath it."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator

from django.db.models import QuerySet
from django.utils.translation import override
from wagtail.models import Page

from recherche.registre import Source
from recherche.valeurs.document import Document
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
    prefixe: str
    """What stands before the code in the keys of the index."""

    def cle(self, code: str) -> str:
        """The index key of a part, the same in all languages."""
        return f"{self.prefixe}:{code}"

    def cles_de(self, page: PageAParties) -> list[str]:
        """The parts of a page: their address depends on it."""
        return [self.cle(code) for code in page.codes_des_parties()]

    def cles_sous(self, page: Page) -> Iterable[str]:
        """The parts of the pages of this type at or under `page`."""
        for trouvee in self.modele.objects.descendant_of(page, inclusive=True):
            yield from self.cles_de(trouvee)

    @abstractmethod
    def objets(self) -> QuerySet:
        """The records, with what their documents need; each has a `code`."""

    @abstractmethod
    def document(self, objet, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        """The document of a record, in the active language; `langues` are all those that it can be read in."""

    def cles(self) -> Iterator[str]:
        if adresses(self.modele):
            yield from (self.cle(code) for code in self.objets().values_list("code", flat=True))

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
