"""Roles as code: the three groups of the portal and what each may do. Run again, it restores them."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

REDACTION, MODERATION, ADMINISTRATION = "Rédaction", "Modération", "Administration"

PAGES = {
    REDACTION: ("add_page", "change_page"),
    MODERATION: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    ADMINISTRATION: (
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
        "bulk_delete_page",
    ),
}
_MEDIAS = ("add_imageportail", "choose_imageportail", "add_documentportail", "choose_documentportail")
MEDIAS = {
    REDACTION: _MEDIAS,
    MODERATION: (*_MEDIAS, "change_imageportail", "change_documentportail"),
    ADMINISTRATION: (
        *_MEDIAS,
        *("change_imageportail", "change_documentportail", "delete_imageportail", "delete_documentportail"),
        *("add_collection", "change_collection", "delete_collection"),
    ),
}
_BASE = (
    "wagtailadmin.access_admin",
    "wagtail_localize.submit_translation",
    "recherche.view_motscherches",  # whoever writes keywords needs to know what is searched in vain
)
_CLASSEMENTS = (
    *("pilier", "mesure", "publiccible", "periode", "typeoutil", "territoire", "milieu", "obstacle"),
    *("versiontheorie", "elementtheorie"),
    *("typeaction", "reference", "recommandation"),
)
_DONNEES = ("terme", "chiffrecle", "graphique", "citation")
_FICHIER = ("add", "change", "delete", "view")
GLOBALES = {
    REDACTION: (
        *_BASE,
        *(f"ressources.view_{nom}" for nom in ("organisation", *_DONNEES)),
        *(f"recherche.{verbe}_synonymes" for verbe in ("add", "change", "view")),
    ),
    MODERATION: (
        *_BASE,
        *(
            f"ressources.{verbe}_{nom}"
            for nom in ("organisation", *_DONNEES)
            for verbe in ("add", "change", "view")
        ),
        *(f"ressources.{verbe}_messageorganisation" for verbe in ("change", "view")),
        *(f"recherche.{verbe}_synonymes" for verbe in _FICHIER),
    ),
    ADMINISTRATION: (
        *_BASE,
        *(
            f"ressources.{verbe}_{nom}"
            for nom in (*_CLASSEMENTS, "organisation", *_DONNEES)
            for verbe in _FICHIER
        ),
        *(f"ressources.{verbe}_messageorganisation" for verbe in ("change", "delete", "view")),
        *(f"recherche.{verbe}_synonymes" for verbe in _FICHIER),
        *(f"auth.{verbe}_{nom}" for nom in ("user", "group") for verbe in _FICHIER),
        *(f"wagtailredirects.{verbe}_redirect" for verbe in _FICHIER),
        *(
            f"wagtailcore.{verbe}_{nom}"
            for nom in ("site", "locale")
            for verbe in ("add", "change", "delete")
        ),
    ),
}


def _permissions(codes: tuple[str, ...]) -> list[Permission]:
    """The permissions of these `app.codename`; one that does not exist is a mistake of ours, said at once."""
    couples = [code.split(".") for code in codes]
    toutes = {
        (p.content_type.app_label, p.codename): p for p in Permission.objects.select_related("content_type")
    }
    return [toutes[app, nom] for app, nom in couples]


def installer_roles() -> None:
    """Creates the three groups and gives each exactly its permissions."""
    racine, collection = Page.objects.get(depth=1), Collection.get_first_root_node()
    for nom in (REDACTION, MODERATION, ADMINISTRATION):
        groupe, _ = Group.objects.get_or_create(name=nom)
        groupe.permissions.set(_permissions(GLOBALES[nom]))
        groupe.page_permissions.all().delete()
        for permission in Permission.objects.filter(
            codename__in=PAGES[nom], content_type__app_label="wagtailcore"
        ):
            GroupPagePermission.objects.create(group=groupe, page=racine, permission=permission)
        groupe.collection_permissions.all().delete()
        for permission in Permission.objects.filter(codename__in=MEDIAS[nom]):
            GroupCollectionPermission.objects.create(
                group=groupe, collection=collection, permission=permission
            )
