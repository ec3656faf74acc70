"""The coverage of the inventory tells what is held, in which language, and fails for the rest."""

import pytest
from django.core.management import CommandError, call_command

from portail.demonstration import couverture
from portail.demonstration.couverture import Rangee, constater, rangees
from ressources.chargement.valeurs import cle_traduction
from ressources.models import Mesure
from ressources.tests.fabriques import fiche, fiche_en, pilier, valider

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    """A page of both languages, under the key of a content file."""
    page = fiche("initiative", "Halte du samedi", resume="Une halte « pour tous » & chacun.")
    page.translation_key = cle_traduction("in-essai")
    page.save()
    anglaise = fiche_en(page, "Saturday drop-in")
    valider()
    return page, anglaise


def manques(*objets: str, **options) -> tuple[str, ...]:
    return constater(Rangee("1", "Essai", objets, **options)).manques


def test_la_liste_du_projet_se_lit():
    lues = rangees()
    assert len(lues) > 300
    assert all(rangee.objets for rangee in lues)


def test_page_et_terme_tenus(initiative):
    pilier()
    assert manques("page:in-essai", "pilier:PAR") == ()


def test_ce_qui_manque_est_nomme(initiative):
    assert manques("page:in-absente", "page:in-essai") == ("page:in-absente (fr)", "page:in-absente (en)")


def test_une_page_retiree_ne_tient_plus_rien(initiative):
    initiative[1].unpublish()
    assert manques("page:in-essai") == ("page:in-essai (en)",)


def test_un_libelle_d_une_seule_langue():
    Mesure.objects.create(code="CDV-6", pilier=pilier(), nom_en="Broaden the range")
    assert manques("mesure:CDV-6") == ("mesure:CDV-6 (fr)",)
    assert manques("mesure:CDV-6", langues=("en",)) == ()


def test_les_mots_doivent_y_etre(initiative):
    tenus = {"fr": ("une halte pour tous",), "en": ("Saturday drop-in",)}
    assert manques("page:in-essai", textes=tenus) == ()
    assert manques("page:in-essai", textes={"fr": ("une halte pour personne",)}) == (
        "« une halte pour personne » (fr)",
    )


def test_un_genre_inconnu_est_une_erreur_de_la_liste():
    with pytest.raises(LookupError):
        manques("licorne:rose")


def test_la_commande_echoue_quand_il_manque_une_rangee(capsys):
    with pytest.raises(CommandError, match="n’ont pas d’objet"):
        call_command("couverture_inventaire", manques=True)
    assert "1.pilier.ENF\tPilier : Enfant\tMANQUE : pilier:ENF (fr)" in capsys.readouterr().out


def test_des_identifiants_uniques(tmp_path, monkeypatch):
    monkeypatch.setattr(couverture, "LISTE", tmp_path / "liste.yaml")
    couverture.LISTE.write_text("- {id: a, libelle: A, objets: [x]}\n" * 2)
    with pytest.raises(ValueError, match="double"):
        rangees()
