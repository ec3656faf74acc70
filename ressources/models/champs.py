"""Which fields of a sheet both languages share: copied at each synchronisation, not offered to translators."""

from wagtail_localize.fields import SynchronizedField

# Many-to-many relations: facet code in the search -> field of `Fiche`.
CLASSEMENTS_FICHE = {
    "pilier": "piliers",
    "mesure": "mesures",
    "public": "publics",
    "periode": "periodes",
    "territoire": "territoires",
    "milieu": "milieux",
    "obstacle": "obstacles",
    "reference": "references",
    "recommandation": "recommandations",
}
# Not facets: what a sheet says of itself only.
SANS_FACETTE = {"milieu", "obstacle", "reference", "recommandation"}


def classements_de(modele: type) -> dict[str, str]:
    """The relations of a type of sheet: those of all, and its own (`classements_propres`)."""
    return CLASSEMENTS_FICHE | getattr(modele, "classements_propres", {})


_FIXES = (
    "code",
    "langue_source",
    "langue_titre",
    "licence",
    "annee",
    "date_revision",
    "demonstration",
    "fiction",
    "sans_vis_a_vis",
)
CHAMPS_SYNCHRONISES = [
    SynchronizedField(nom, overridable=False) for nom in (*_FIXES, *CLASSEMENTS_FICHE.values())
]
