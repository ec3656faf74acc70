"""Stored text of documents: in step with the file, read once, shared between twins."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.documents import get_document_model

from ressources.documents import services
from ressources.models.documents import TexteDocument
from ressources.tests import pdf_essai

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def medias(settings, tmp_path):
    """Keep the files of these tests away from any other's."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def lectures(monkeypatch):
    """Return the list of the files really read."""
    lus = []
    vraie = services.extraire
    monkeypatch.setattr(services, "extraire", lambda chemin: lus.append(chemin) or vraie(chemin))
    return lus


def _document(contenu: bytes, nom: str = "guide.pdf"):
    """Store a document as Wagtail's upload view does, its hash included."""
    document = get_document_model()(title="Guide", file=ContentFile(contenu, name=nom))
    document._set_document_file_metadata()
    document.save()
    return document


def _remplacer(document, contenu: bytes) -> None:
    document.file = ContentFile(contenu, name="autre.pdf")
    document._set_document_file_metadata()
    document.save()


def test_extracts_on_demand_then_reads_from_the_database(lectures):
    document = _document(pdf_essai.octets("Accueil", "Partage"))
    assert services.texte_de(document) == ("Accueil", "Partage")
    TexteDocument.objects.filter(document=document).update(pages=["en base"])
    assert services.texte_de(get_document_model().objects.get(pk=document.pk)) == ("en base",)
    assert len(lectures) <= 1  # none when a signal had read it at save


def test_known_text_costs_no_query_when_fetched_with_the_document(django_assert_num_queries):
    services.texte_de(_document(pdf_essai.octets("Accueil")))
    document = get_document_model().objects.select_related("texte").get()
    with django_assert_num_queries(0):
        assert services.texte_de(document) == ("Accueil",)


def test_the_instance_in_hand_knows_its_text_at_once(lectures):
    document = _document(pdf_essai.octets("Accueil"))
    services.texte_de(document)
    default_storage.delete(document.file.name)
    assert services.texte_de(document) == ("Accueil",)


def test_a_new_file_gives_its_new_text():
    document = _document(pdf_essai.octets("Ancien"))
    assert services.texte_de(document) == ("Ancien",)
    _remplacer(document, pdf_essai.octets("Nouveau"))
    assert services.texte_de(document) == ("Nouveau",)
    assert TexteDocument.objects.filter(document=document).count() == 1


def test_a_document_saved_without_wagtail_hash_is_read():
    document = get_document_model().objects.create(
        title="Sans empreinte", file=ContentFile(pdf_essai.octets("Texte"), name="a.pdf")
    )
    assert services.texte_de(document) == ("Texte",)


def test_twins_are_read_once(lectures):
    contenu = pdf_essai.octets("Deux langues")
    premier, second = _document(contenu), _document(contenu)
    assert services.texte_de(premier) == services.texte_de(second) == ("Deux langues",)
    assert len(lectures) == 1


def test_unchanged_file_is_not_read_again_unless_forced(lectures):
    document = _document(pdf_essai.octets("Texte"))
    services.actualiser(document)
    services.actualiser(document)
    assert len(lectures) == 1
    assert services.actualiser(document, forcer=True).pages == ["Texte"]
    assert len(lectures) == 2


def test_a_better_extraction_reads_again(monkeypatch):
    document = _document(pdf_essai.octets("Texte"))
    TexteDocument.objects.update_or_create(
        document_id=document.pk,
        defaults={"empreinte": document.file_hash, "version": 0, "etat": "lu", "pages": ["vieux"]},
    )
    assert services.texte_de(document) == ("Texte",)


def test_bad_and_foreign_files_have_no_text_and_say_why():
    for contenu, nom, etat in [
        (b"%PDF-1.4 casse", "casse.pdf", "illisible"),
        (b"du texte", "notes.txt", "illisible"),
        (pdf_essai.dessin_sans_texte(), "dessin.pdf", "vide"),
    ]:
        texte = services.actualiser(_document(contenu, nom))
        assert (texte.etat, any(texte.pages)) == (etat, False)


def test_missing_file_gives_nothing_and_is_not_remembered():
    document = _document(pdf_essai.octets("Texte"))
    TexteDocument.objects.all().delete()
    default_storage.delete(document.file.name)
    assert services.texte_de(document) == ()
    assert not TexteDocument.objects.exists()


def test_file_on_another_host(monkeypatch):
    document = _document(pdf_essai.octets("De loin"))
    TexteDocument.objects.all().delete()
    monkeypatch.setattr(type(document), "is_stored_locally", lambda self: False)
    document.file.close()
    assert services.texte_de(document) == ("De loin",)


def test_text_goes_with_its_document():
    document = _document(pdf_essai.octets("Texte"))
    services.actualiser(document)
    document.delete()
    assert not TexteDocument.objects.exists()
