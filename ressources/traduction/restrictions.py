"""Who may read a translation: never more people than may read its source, wherever the source stands.

A source is protected by its own restrictions and by those of the sections that hold it. Its translation stands in
another tree: what the sections of that tree do not ask already is asked by the translation itself. Its own restrictions
are ours to write: wagtail-localize too makes them those of the source.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation

Regle = tuple[str, str, tuple[int, ...]]
"""What a restriction asks: its kind, its password, the groups that it lets in."""


@dataclass(frozen=True)
class _Restrictions:
    """All restrictions of the site, by the path of their page: there are few."""

    par_chemin: dict[str, frozenset[Regle]]

    @classmethod
    def lire(cls) -> "_Restrictions":
        par_chemin: dict[str, set[Regle]] = defaultdict(set)
        for restriction in PageViewRestriction.objects.select_related("page").prefetch_related("groups"):
            par_chemin[restriction.page.path].add(_regle(restriction))
        return cls({chemin: frozenset(regles) for chemin, regles in par_chemin.items()})

    def propres(self, chemin: str) -> frozenset[Regle]:
        """Those of the page itself."""
        return self.par_chemin.get(chemin, frozenset())

    def au_dessus(self, chemin: str) -> frozenset[Regle]:
        """Those of the sections that hold the page."""
        longueurs = range(Page.steplen, len(chemin), Page.steplen)
        return frozenset().union(*(self.propres(chemin[:n]) for n in longueurs))

    def manquantes(self, source: str, cible: str) -> frozenset[Regle]:
        """What the page at `cible` must ask by itself to be read by nobody else than the one at `source`."""
        return (self.propres(source) | self.au_dessus(source)) - self.au_dessus(cible)


def _regle(restriction: PageViewRestriction) -> Regle:
    groupes = tuple(sorted(groupe.pk for groupe in restriction.groups.all()))
    return restriction.restriction_type, restriction.password, groupes


def aligner_apres_validation(page: Page) -> None:
    """Aligns, once the change is committed (the groups of a restriction are saved after it), all the pairs of which one
    stands at or under `page`."""
    transaction.on_commit(lambda: aligner(page))


def aligner_la_cible(traduction: Translation) -> None:
    """The same for the page of a translation that begins to be followed, or is followed again."""
    pages = Page.objects.filter(
        translation_key=traduction.source.object_id, locale_id=traduction.target_locale_id
    )
    transaction.on_commit(lambda: [aligner(page) for page in pages])


def aligner(page: Page) -> None:
    """Gives the translations the restrictions that they lack, and takes away those that nothing asks any more."""
    if not PageViewRestriction.objects.exists():
        return
    page = Page.objects.filter(pk=page.pk).first()  # a move changed its path; a deletion left nothing
    paires = _paires(page.path) if page else []
    if not paires:
        return
    restrictions = _Restrictions.lire()
    # Sections first: what they ask, their pages need not ask again.
    for source, cible in sorted(paires, key=lambda paire: paire[1].path):
        voulues = restrictions.manquantes(source, cible.path)
        if voulues != restrictions.propres(cible.path):
            _ecrire(cible, voulues)
            restrictions = _Restrictions.lire()


def _paires(chemin: str) -> list[tuple[str, Page]]:
    """(path of a source, its translation) of all followed translations, where either stands at or under this path."""
    sous = Page.objects.filter(path__startswith=chemin).values("translation_key")
    suivies = Translation.objects.filter(enabled=True, source__object_id__in=sous)
    cles = set(suivies.values_list("source__object_id", "source__locale_id", "target_locale_id"))
    pages: dict[object, list[Page]] = defaultdict(list)
    for page in Page.objects.filter(translation_key__in=sous, depth__gt=1):
        pages[page.translation_key].append(page)
    return [
        (source.path, cible)
        for jumelles in pages.values()
        for source in jumelles
        for cible in jumelles
        if (source.translation_key, source.locale_id, cible.locale_id) in cles
        and (source.path.startswith(chemin) or cible.path.startswith(chemin))
    ]


def _ecrire(page: Page, voulues: Iterable[Regle]) -> None:
    """Makes these the page's own restrictions, in one transaction: it is never open in between."""
    with transaction.atomic():
        voulues = set(voulues)
        for restriction in page.view_restrictions.prefetch_related("groups"):
            if _regle(restriction) in voulues:
                voulues.discard(_regle(restriction))
            else:
                restriction.delete()
        for genre, mot_de_passe, groupes in sorted(voulues):
            nouvelle = PageViewRestriction.objects.create(
                page=page, restriction_type=genre, password=mot_de_passe
            )
            nouvelle.groups.set(groupes)
