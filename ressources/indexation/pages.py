"""Pages that list records, as documents of the search: found by their own words and by the labels of what they list."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import override
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from recherche.registre import Source
from recherche.valeurs.document import Document
from ressources.models import Terme
from ressources.models.querysets import visibles


def _texte(page: Page) -> Iterator[str]:
    """All the running text of a page, without markup, in the order of its fields."""
    for champ in page._meta.get_fields():
        if isinstance(champ, StreamField) and champ.name != "sources":
            valeur = getattr(page, champ.name)
            yield from valeur.stream_block.get_searchable_content(valeur)
        elif isinstance(champ, RichTextField):
            yield get_text_for_indexing(getattr(page, champ.name))
        elif champ.name.startswith("note_"):
            yield getattr(page, champ.name)


def _libelle(terme: Model) -> str:
    """The name of a record, and what it says of itself when it is a term of the glossary."""
    if isinstance(terme, Terme):
        return " ".join(filter(None, [terme.nom, terme.sigle, terme.dans_la_langue("definition")]))
    return terme.nom


@dataclass(frozen=True)
class SourcePages(Source):
    """The pages of one type; `prefixe` is its code, also what its keys begin with, and `contenus` the records that it
    lists."""

    prefixe: str
    modele: type[Page]
    contenus: type[Model]

    def cle(self, page: Page) -> str:
        """The index key of a page, the same in all its languages."""
        return f"{self.prefixe}:{page.translation_key}"

    def cles_de(self, page: Page) -> list[str]:
        """The page itself."""
        return [self.cle(page)]

    def cles_des_pages(self, terme: Model) -> list[str]:
        """All of them: each lists the record that changed."""
        return self._uniques(self.modele.objects.all())

    def cles_sous(self, page: Page) -> list[str]:
        """Those at or under `page`."""
        return self._uniques(self.modele.objects.descendant_of(page, inclusive=True))

    def cles(self) -> Iterator[str]:
        yield from self._uniques(visibles(self.modele.objects.all()))

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        if cles is not None and not any(cle.startswith(f"{self.prefixe}:") for cle in cles):
            return
        pages = list(visibles(self.modele.objects.all()).select_related("locale"))
        for page in pages:
            if cles is None or self.cle(page) in cles:
                yield self._document(page, pages)

    def _uniques(self, pages: Iterable[Page]) -> list[str]:
        return list(dict.fromkeys(self.cle(page) for page in pages))

    def _document(self, page: Page, pages: Collection[Page]) -> Document:
        langue = page.locale.language_code
        langues = {p.locale.language_code for p in pages if p.translation_key == page.translation_key}
        with override(langue):
            libelles = [_libelle(terme) for terme in self.contenus.objects.all()]
            parties = page.get_url_parts()
            return Document(
                cle=self.cle(page),
                langue=langue,
                titre=page.title,
                resume=page.chapo,
                mots_cles="",
                corps="\n".join(filter(None, [*_texte(page), *libelles])),
                facettes={"type": (self.prefixe,), "langue": tuple(sorted(langues))},
                date=page.first_published_at.date() if page.first_published_at else None,
                affichage={
                    "url": parties[2] if parties else "",
                    "type": self.prefixe,
                    "resume": page.chapo,
                    "courtepointe": {"cle": page.slug, "piliers": []},
                },
            )
