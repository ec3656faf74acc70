"""What people may upload: refuses what a browser or a computer would run, by name and by content."""

import re
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

TAILLE_MAX = 20 * 1024 * 1024  # bytes, when settings name none
ENTETE = 4096

PAGES_WEB = frozenset(
    "svg svgz html htm xhtml xht shtml mht mhtml xml xsl xslt".split()  # noqa: SIM905
)
PROGRAMMES = frozenset(
    "exe dll com scr msi msp bat cmd ps1 vbs vbe js mjs jse wsf hta cpl lnk reg jar apk app dmg pkg deb rpm "  # noqa: SIM905
    "sh bash run bin so py pl rb php phtml jsp asp aspx cgi swf iso docm xlsm pptm dotm".split()
)
# Letters that a text may begin with: a program goes on with bytes that no text holds.
MAGIE_EN_LETTRES = (
    b"MZ",  # Windows
    b"FWS",  # Flash
    b"CWS",
    b"ZWS",
)
MAGIE_PROGRAMMES = (
    b"\x7fELF",  # Linux
    b"\xfe\xed\xfa\xce",  # macOS, four byte orders
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # Java class, macOS universal
    b"#!/",  # script
    b"#! /",
)
BINAIRE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
ARCHIVES = frozenset(["docx", "xlsx", "pptx", "odt", "ods", "odp"])  # zip files by another name
BALISES = re.compile(
    rb"<(?:!doctype\s+(?:html|svg)|(?:\w+:)?(?:html|svg)|head|body|script|iframe|\?php)[\s>/]", re.I
)
MARQUES = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def verifier_televersement(fichier: File) -> None:
    """Raise ValidationError, with a message for the person who uploads, when the file may not be received.

    `fichier`: an uploaded file with `name` and `size`; its reading position is put back.
    """
    _verifier_taille(fichier)
    extension = PurePath(fichier.name or "").suffix[1:].lower()
    entete = _entete(fichier)
    if extension in PROGRAMMES or _est_programme(entete):
        raise ValidationError(
            _("Ce fichier est un programme ou en contient un. Enregistrez votre document en PDF."),
            code="programme",
        )
    if extension in PAGES_WEB or _est_page_web(entete):
        raise ValidationError(
            _("Les pages web et les dessins SVG sont refusés. Enregistrez votre document en PDF."),
            code="page-web",
        )
    if not _tient_sa_promesse(extension, entete):
        raise ValidationError(
            _("Le contenu de ce fichier n’est pas celui que son nom annonce (%(extension)s)."),
            code="promesse",
            params={"extension": extension},
        )


def _verifier_taille(fichier: File) -> None:
    maximum = getattr(settings, "DOCUMENT_TAILLE_MAX", TAILLE_MAX)
    if not fichier.size:
        raise ValidationError(_("Ce fichier est vide."), code="vide")
    if fichier.size > maximum:
        raise ValidationError(
            _("Ce fichier pèse %(taille)s, plus que la limite de %(maximum)s. Réduisez ses images."),
            code="trop-gros",
            params={"taille": filesizeformat(fichier.size), "maximum": filesizeformat(maximum)},
        )


def _entete(fichier: File) -> bytes:
    """Return the first bytes, as browsers sniff them: without byte-order mark nor the zeros of UTF-16."""
    place = fichier.tell()
    fichier.seek(0)
    brut = fichier.read(ENTETE)
    fichier.seek(place)
    for marque, codage in MARQUES:
        if brut.startswith(marque):
            return brut[2:].decode(codage, "replace").encode().lstrip()
    return brut.removeprefix(b"\xef\xbb\xbf").lstrip()


def _est_programme(entete: bytes) -> bool:
    en_lettres = entete.startswith(MAGIE_EN_LETTRES) and bool(BINAIRE.search(entete))
    return en_lettres or entete.startswith(MAGIE_PROGRAMMES)


def _est_page_web(entete: bytes) -> bool:
    """A tag counts before a PDF's signature only: a PDF may hold some further on."""
    debut = entete.partition(b"%PDF-")[0]
    return not debut.startswith(b"PK") and bool(BALISES.search(debut))


def _tient_sa_promesse(extension: str, entete: bytes) -> bool:
    if extension == "pdf":
        return b"%PDF-" in entete[:1024]
    return extension not in ARCHIVES or entete.startswith(b"PK")
