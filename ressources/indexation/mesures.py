"""Measures in the search: each is a document of its own, found by either of its labels."""

from collections.abc import Iterable

from django.db.models import QuerySet

from recherche.valeurs.document import Document
from ressources.indexation.parties import SourceParties
from ressources.models import Mesure, Pilier, PlateformePage


class SourceMesures(SourceParties):
    """The measures, found by either of their labels, in each language in which the platform can be read."""

    modele = PlateformePage
    prefixe = "mesure"

    def cles_de_la_mesure(self, mesure: Mesure) -> list[str]:
        """A measure."""
        return [self.cle(mesure.code)]

    def cles_du_pilier(self, pilier: Pilier) -> Iterable[str]:
        """The measures of a pillar: they show its name."""
        return [self.cle(code) for code in pilier.mesures.values_list("code", flat=True)]

    def objets(self) -> QuerySet[Mesure]:
        return Mesure.objects.select_related("pilier")

    def document(self, objet: Mesure, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        pilier = objet.pilier
        textes = [getattr(objet, f"{nom}_{langue}") for nom in ("divergence", "raison")]
        resume = objet.dans_la_langue("en_clair")
        return Document(
            cle=self.cle(objet.code),
            langue=langue,
            titre=objet.nom,
            resume=resume,
            mots_cles=", ".join(filter(None, [objet.nom_fr, objet.nom_en, objet.code, pilier.nom])),
            corps="\n".join(filter(None, textes)),
            facettes={
                "type": ("mesure",),
                "pilier": (pilier.code,),
                "mesure": (objet.code,),
                "langue": langues,
            },
            affichage={
                "url": url,
                "type": "mesure",
                "resume": resume,
                "piliers": [{"code": pilier.code, "nom": pilier.nom}],
                "courtepointe": {"cle": objet.code, "piliers": [pilier.code]},
                "langue_titre": objet.langue_du_nom if objet.langue_du_nom != langue else "",
            },
        )
