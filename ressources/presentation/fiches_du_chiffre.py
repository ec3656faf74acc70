"""Which sheets stand beneath a figure: those that work on its measures, the closest to it first."""

from django.db.models import Case, Count, ExpressionWrapper, FloatField, Q, QuerySet, Value, When

from ressources.declaration import fiches
from ressources.models import ChiffreCle, Fiche

LIMITE = 6


def fiches_du_chiffre(chiffre: ChiffreCle, locale_id: int) -> QuerySet[Fiche]:
    """At most `LIMITE` public sheets of a language, the same in each: invented ones last, then by the share of
    measures in common and by who carries them, practice first."""
    mesures = [mesure.pk for mesure in chiffre.mesures.all()]
    proches = Fiche.objects.filter(mesures__in=mesures).values("pk")
    candidates = Fiche.objects.publiques(locale_id).filter(pk__in=proches).pour_cartes()
    rangees = candidates.annotate(
        proximite=_parente(mesures) + _portee(chiffre), rang_du_genre=_rang_du_genre()
    ).order_by("fiction", "-proximite", "rang_du_genre", "code", "pk")
    return rangees[:LIMITE]


def _portee(chiffre: ChiffreCle) -> Case | Value:
    """What a sheet gains when one of the figure's organisations carries it; most for the bilan that tells it."""
    organisations = [organisation.pk for organisation in chiffre.organisations.all()]
    if not organisations:  # a choice between nothing becomes a constant, by which PostgreSQL does not group
        return Value(0.0)
    porteurs = sorted((declare for declare in fiches() if declare.porteur), key=lambda d: -d.portee)
    gains = [
        When(Q((f"{declare.nom}__{declare.porteur}__in", organisations)), then=Value(declare.portee))
        for declare in porteurs
    ]
    return Case(*gains, default=Value(0.0), output_field=FloatField())


def _parente(mesures: list[int]) -> ExpressionWrapper:
    """Measures in common, out of all those of the two: 1 for the same ones, near 0 for a sheet about everything."""
    communes = Count("mesures", filter=Q(mesures__in=mesures), distinct=True)
    toutes = Count("mesures", distinct=True) + Value(len(mesures)) - communes
    return ExpressionWrapper(communes * Value(1.0) / toutes, output_field=FloatField())


def _rang_du_genre() -> Case:
    """Practice first."""
    rangs = [When(content_type__model=declare.nom, then=Value(declare.rang_pratique)) for declare in fiches()]
    return Case(*rangs, default=Value(len(rangs)))
