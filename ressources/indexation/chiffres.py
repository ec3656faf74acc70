"""Key figures in the search, and which of them a change touches."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet

from recherche.valeurs.document import Document
from ressources.indexation.parties import SourceParties
from ressources.models import ChiffreCle, ChiffresPage, Mesure, Organisation, Pilier

# How a figure names what it describes.
CHEMINS: dict[type[Model], str] = {
    Mesure: "mesures",
    Pilier: "mesures__pilier",
    Organisation: "organisations",
}


def _piliers(piliers: list) -> list[dict[str, str]]:
    return [{"code": p.code, "nom": p.nom} for p in piliers]


class SourceChiffres(SourceParties):
    """Key figures."""

    modele = ChiffresPage
    prefixe = "chiffre"

    def cles_du(self, chiffre: ChiffreCle) -> list[str]:
        """A figure."""
        return [self.cle(chiffre.code)]

    def cles_decrivant(self, terme: Model) -> Iterable[str]:
        """The figures that a measure, a pillar or an organisation names."""
        decrits = ChiffreCle.objects.filter(**{CHEMINS[type(terme)]: terme.pk})
        return [self.cle(code) for code in decrits.order_by().values_list("code", flat=True).distinct()]

    def objets(self) -> QuerySet[ChiffreCle]:
        return ChiffreCle.objects.prefetch_related("mesures__pilier", "organisations")

    def document(self, objet: ChiffreCle, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        piliers, mesures, organisations = objet.piliers, objet.mesures.all(), objet.organisations.all()
        codes = [pilier.code for pilier in piliers]
        return Document(
            cle=self.cle(objet.code),
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
