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
}

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
