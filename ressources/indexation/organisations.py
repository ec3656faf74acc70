"""Organisations of the directory in the search, and which of them a change touches."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q, QuerySet

from recherche.valeurs.document import Document
from ressources.indexation.fiches import avec_ancetres
from ressources.indexation.parties import SourceParties
from ressources.models import AnnuairePage, Milieu, Organisation, Territoire


class SourceOrganisations(SourceParties):
    """Organisations of the directory."""

    modele = AnnuairePage
    prefixe = "organisation"

    def cles_de_l_organisation(self, organisation: Organisation) -> list[str]:
        """An organisation, in the directory."""
        return [self.cle(organisation.code)]

    def cles_du_territoire(self, territoire: Territoire) -> Iterable[str]:
        """Those of a territory."""
        siennes = Q(territoire=territoire.pk) | Q(autres_territoires=territoire.pk)
        return self._cles(Organisation.objects.filter(siennes))

    def cles_du_milieu(self, milieu: Milieu) -> Iterable[str]:
        """Those of a sector."""
        return self._cles(Organisation.objects.filter(milieux=milieu.pk))

    def _cles(self, organisations: QuerySet[Organisation]) -> list[str]:
        return [self.cle(code) for code in organisations.order_by().values_list("code", flat=True).distinct()]

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
            cle=self.cle(objet.code),
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
