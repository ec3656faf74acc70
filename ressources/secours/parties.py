"""Measures, figures, organisations, recommendations and the pages that list records, in the degraded answer.

Public when the page that shows them is, in the reader's language: as in the index.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, F, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat
from wagtail.models import Page

from ressources.indexation.recommandations import PREFIXE as RECOMMANDATION
from ressources.models import BilanPage, Recommandation, Terme
from ressources.models.querysets import visibles
from ressources.secours.mots import PLIE
from ressources.secours.repli import Replie
from ressources.secours.valeurs import (
    Demande,
    Famille,
    Ligne,
    annees,
    avec_descendants,
    bornees,
    dans_la_langue,
)


@dataclass(frozen=True)
class FamilleParties(Famille):
    """Records with an address beneath a page. `bilingues` and `simples` are the fields that are searched; `titre` is
    made of bilingual fields; `filtres` maps a facet to the lookups, any of which satisfies a choice."""

    genre: str
    modele: type[Model]
    page: type[Page]
    titre: tuple[str, ...]
    bilingues: tuple[str, ...]
    simples: tuple[str, ...]
    filtres: Mapping[str, tuple[str, ...]]

    @property
    def facettes(self) -> frozenset[str]:
        """Those of the records."""
        return frozenset(self.filtres)

    def lignes(self, demande: Demande) -> tuple[list[Ligne], int]:
        if not self.concernee(
            demande, self.genre, demande.langues.get(self.page._meta.model_name, frozenset())
        ):
            return [], 0
        objets = self._filtres(demande)
        bilingues = [dans_la_langue(champ, demande.langue) for champ in self.bilingues]
        objets = objets.alias(**{PLIE: Replie(*bilingues, *self.simples)}).filter(
            *demande.recherche.conditions
        )
        titre = [m for champ in self.titre for m in (Value(" "), dans_la_langue(champ, demande.langue))][1:]
        entier = Concat(*titre, output_field=TextField()) if len(titre) > 1 else titre[0]
        valeurs = objets.order_by("code").values_list("code", entier).distinct()
        trouvees, total = bornees(valeurs)
        return [Ligne(f"{self.genre}:{code}", texte) for code, texte in trouvees], total

    def _filtres(self, demande: Demande) -> QuerySet:
        objets = self.modele._default_manager.all()
        for facette in self.facettes & set(demande.requete.filtres):
            codes = demande.codes(facette)
            valeurs = (
                annees(codes)
                if facette == "annee"
                else avec_descendants(codes)
                if facette == "territoire"
                else codes
            )
            objets = objets.filter(
                Q(*((chemin, valeurs) for chemin in self.filtres[facette]), _connector=Q.OR)
            )
        return objets


class FamilleRecommandations(Famille):
    """The recommendations of the public bilans of the reader's language."""

    facettes = frozenset({"pilier", "annee", "organisation"})

    def lignes(self, demande: Demande) -> tuple[list[Ligne], int]:
        if not self.concernee(demande, RECOMMANDATION, frozenset({demande.langue})):
            return [], 0
        bilans = BilanPage.objects.publiques().filter(locale__language_code=demande.langue).order_by()
        if codes := demande.codes("pilier"):
            bilans = bilans.filter(piliers__code__in=codes)
        if codes := demande.codes("organisation"):
            bilans = bilans.filter(organisation__code__in=codes)
        objets = Recommandation.objects.filter(parent=None, bilan__in=bilans.values("code"))
        if codes := demande.codes("annee"):
            objets = objets.filter(annee__in=annees(codes))
        objets = objets.alias(**{PLIE: Replie("nom_fr", "nom_en", "code")}).filter(
            *demande.recherche.conditions
        )
        titre = dans_la_langue("nom", demande.langue)
        trouvees, total = bornees(objets.order_by("code").values_list("code", titre))
        return [Ligne(f"{RECOMMANDATION}:{code}", texte) for code, texte in trouvees], total


@dataclass(frozen=True)
class FamillePage(Famille):
    """A page that lists records: found by its own words, or by those of one record."""

    genre: str
    modele: type[Page]
    contenus: type[Model]
    facettes = frozenset()

    def lignes(self, demande: Demande) -> tuple[list[Ligne], int]:
        langues = demande.langues.get(self.modele._meta.model_name, frozenset())
        if not self.concernee(demande, self.genre, langues):
            return [], 0
        recherche = demande.recherche
        pages = visibles(self.modele.objects.filter(locale__language_code=demande.langue))
        pages = pages.alias(**{PLIE: Replie("title", "chapo")})
        contenus = self._contenus(demande.langue)
        if recherche.requises:
            pages = pages.filter(Q(*recherche.requises) | Exists(contenus.filter(*recherche.requises)))
        for exclue in recherche.exclues:  # listed by this page, so that it holds the word
            pages = pages.filter(~exclue).exclude(Exists(contenus.filter(exclue)))
        lus = pages.order_by("pk").values_list("translation_key", "title", "first_published_at")
        trouvees, total = bornees(lus)
        return [
            Ligne(f"{self.genre}:{cle}", titre, jour and jour.date()) for cle, titre, jour in trouvees
        ], total

    def _contenus(self, langue: str) -> QuerySet:
        champs: list = [dans_la_langue("nom", langue)]
        if self.contenus is Terme:
            champs += [F("sigle"), dans_la_langue("definition", langue)]
        return self.contenus._default_manager.order_by().alias(**{PLIE: Replie(*champs)})
