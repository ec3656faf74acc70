"""Which drafts and scheduled revisions name a record: they protect it as the published page would."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, Model, ProtectedError, Q, QuerySet
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import DraftStateMixin, Revision, TaskState

from ressources.brouillons.lecture import protegees


@dataclass(frozen=True)
class Lien:
    """A relation that protects what it names: a field of `modele`, or of its children `enfants`."""

    modele: type[Model]
    champ: ForeignKey
    enfants: str = ""

    def nomme(self, contenu: Mapping[str, Any], cle: object) -> bool:
        """Whether this content of a revision names the record of this key."""
        porteurs = contenu.get(self.enfants) or [] if self.enfants else [contenu]
        return any(porteur.get(self.champ.name) == cle for porteur in porteurs)


@cache
def liens() -> tuple[Lien, ...]:
    """All of them, whatever the model that has drafts; those of Wagtail itself aside: their rows hold the same."""
    return tuple(
        lien for modele in apps.get_models() if issubclass(modele, DraftStateMixin) for lien in _de(modele)
    )


def _de(modele: type[Model]) -> Iterator[Lien]:
    for champ in protegees(modele):
        yield Lien(modele, champ)
    for relation in get_all_child_relations(modele):
        for champ in protegees(relation.related_model):
            yield Lien(modele, champ, relation.get_accessor_name())


def proteges() -> set[type[Model]]:
    """The models whose records a draft may protect."""
    return {lien.champ.related_model for lien in liens()}


def en_attente(modele: type[Model]) -> QuerySet[Revision]:
    """The revisions of a model that may still be published as they are: drafts, scheduled ones, those in a workflow."""
    derniers = modele._default_manager.filter(Q(has_unpublished_changes=True) | Q(live=False))
    type_de_contenu = ContentType.objects.get_for_model(modele, for_concrete_model=False)
    return Revision.objects.filter(
        Q(pk__in=derniers.values("latest_revision"))
        | Q(approved_go_live_at__isnull=False)
        | Q(task_states__status=TaskState.STATUS_IN_PROGRESS),
        content_type=type_de_contenu,
    ).distinct()


def brouillons_qui_nomment(objet: Model) -> list[Model]:
    """The pages whose draft, or a revision that waits, names `objet` by a relation that protects it; each once."""
    par_modele: dict[type[Model], list[Lien]] = defaultdict(list)
    for lien in liens():
        if isinstance(objet, lien.champ.related_model):
            par_modele[lien.modele].append(lien)
    cles = {
        (modele, revision.object_id)
        for modele, siens in par_modele.items()
        for revision in en_attente(modele)
        if any(
            lien.nomme(revision.content, getattr(objet, lien.champ.target_field.attname)) for lien in siens
        )
    }
    return [page for modele, cle in sorted(cles, key=str) for page in modele._default_manager.filter(pk=cle)]


def proteger(objet: Model) -> None:
    """Before a deletion, by whatever way: raises ProtectedError when a draft names `objet`."""
    if tenants := brouillons_qui_nomment(objet):
        titres = ", ".join(f"«\u00a0{page}\u00a0»" for page in tenants)
        message = _("%(objet)s sert à un brouillon\u00a0: %(titres)s.") % {"objet": objet, "titres": titres}
        raise ProtectedError(message, set(tenants))
