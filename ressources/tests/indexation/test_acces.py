"""The text of a file that is not everybody's is nobody's to find."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from recherche.services import rechercher
from recherche.valeurs.requete import Requete
from ressources.models import DocumentPortail
from ressources.tests.fabriques import document, fiche, publier, valider

pytestmark = pytest.mark.usefixtures("index")


@pytest.fixture
def joint() -> DocumentPortail:
    """The file of a public sheet, whose text says « thermos »."""
    fichier = document("Carnet")
    page = fiche(titre="Une fiche")
    page.documents = [("document", {"document": fichier, "titre": "Carnet", "langue": "fr"})]
    publier(page)
    valider()
    assert trouve(), "the test needs a file that is found"
    return fichier


def trouve() -> int:
    valider()
    return rechercher(Requete(texte="thermos", langue="fr")).total


def collection(nom: str, parent: Collection | None = None) -> Collection:
    return (parent or Collection.get_first_root_node()).add_child(name=nom)


def fermer(cible: Collection) -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.create(
        collection=cible, restriction_type=CollectionViewRestriction.LOGIN
    )


def placer(fichier: DocumentPortail, ou: Collection) -> None:
    fichier.collection = ou
    fichier.save()


def test_dans_une_collection_privee(joint):
    privee = collection("Privée")
    fermer(privee)
    placer(joint, privee)
    assert trouve() == 0
    placer(joint, Collection.get_first_root_node())
    assert trouve() == 1


def test_la_collection_devient_privee(joint):
    placer(joint, collection("Dossier"))
    restriction = fermer(joint.collection)
    assert trouve() == 0
    restriction.delete()
    assert trouve() == 1


def test_une_collection_qui_en_contient_une_autre(joint):
    dessus = collection("Dessus")
    placer(joint, collection("Dessous", dessus))
    assert trouve() == 1
    fermer(dessus)
    assert trouve() == 0


def test_une_voisine_de_meme_debut_n_y_est_pas(joint):
    placer(joint, collection("Une"))
    fermer(collection("Autre"))
    assert trouve() == 1


def test_la_collection_se_deplace(joint, admin_client):
    dessus, dossier = collection("Dessus"), collection("Dossier")
    placer(joint, dossier)
    fermer(dessus)
    donnees = {"name": "Dossier", "parent": dessus.pk}
    assert admin_client.post(f"/admin/collections/{dossier.pk}/", donnees).status_code == 302
    assert Collection.objects.get(pk=dossier.pk).path.startswith(dessus.path)
    assert trouve() == 0


def test_plusieurs_documents_deplaces_d_un_coup(joint, admin_client):
    """Wagtail moves them without a signal."""
    privee = collection("Privée")
    fermer(privee)
    adresse = f"/admin/bulk/ressources/documentportail/add_to_collection/?id={joint.pk}&next=/admin/"
    assert admin_client.post(adresse, {"collection": privee.pk}).status_code == 302
    joint.refresh_from_db()
    assert joint.collection_id == privee.pk
    assert trouve() == 0
