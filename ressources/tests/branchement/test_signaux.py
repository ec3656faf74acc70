"""Each change of the content writes the right events, and a draft writes none. The search follows."""

import pytest
from wagtail.models import PageViewRestriction

from recherche.models import EvenementIndexation
from recherche.services import rechercher
from recherche.valeurs.requete import Requete
from ressources.models import LienFiche, OutilPage
from ressources.tests.fabriques import (
    fiche,
    fiche_en,
    organisation,
    pilier,
    publier,
    repertoire,
    type_outil,
    valider,
)

pytestmark = pytest.mark.usefixtures("index")


def cles() -> set[str]:
    return set(EvenementIndexation.objects.values_list("cle", flat=True))


def oublier() -> None:
    valider()
    EvenementIndexation.objects.all().delete()


def trouve(texte: str, langue: str = "fr") -> list[str]:
    valider()
    resultats = rechercher(Requete(texte=texte, langue=langue))
    assert not resultats.degrade, "the database answered in place of the engine"
    return [str(f.affichage["url"]) for f in resultats.fiches]


def test_publier_rend_trouvable():
    page = fiche(titre="Buanderie du quartier")
    assert f"page:{page.translation_key}" in cles()
    assert trouve("buanderie") == ["/fr/outils/buanderie-du-quartier/"]


def test_brouillon_ne_change_rien():
    page = fiche(titre="Buanderie du quartier")
    oublier()
    page.title = "Marelle"
    page.save_revision()
    assert not cles()
    assert trouve("marelle") == []
    assert trouve("buanderie")


def test_jamais_publiee_reste_introuvable():
    fiche(titre="Ébauche secrète", publiee=False)
    assert trouve("secrète") == []


def test_depublier():
    page = fiche(titre="Buanderie du quartier")
    page.unpublish()
    assert trouve("buanderie") == []


def test_supprimer():
    fiche(titre="Buanderie du quartier").delete()
    assert trouve("buanderie") == []


def test_deplacer_change_l_adresse():
    page = fiche(titre="Buanderie du quartier")
    page.move(repertoire("initiative"), pos="last-child")
    assert trouve("buanderie") == ["/fr/initiatives/buanderie-du-quartier/"]


def test_adresse_du_repertoire():
    fiche(titre="Buanderie du quartier")
    liste = repertoire("outil")
    liste.slug = "trousse"
    publier(liste)
    assert trouve("buanderie") == ["/fr/trousse/buanderie-du-quartier/"]


def test_restreindre_puis_ouvrir():
    page = fiche(titre="Buanderie du quartier")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert trouve("buanderie") == []
    restriction.delete()
    assert trouve("buanderie")


def test_restreindre_le_repertoire_cache_ses_fiches():
    page = fiche(titre="Buanderie du quartier")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert trouve("buanderie") == []


def test_renommer_un_terme():
    terme = pilier()
    fiche(titre="Une fiche", piliers=[terme])
    terme.nom_fr = "Saperlipopette"
    terme.save()
    assert trouve("saperlipopette")


def test_renommer_type_et_porteur():
    genre, porteur = type_outil(), organisation()
    fiche(titre="Un outil")
    fiche("initiative", "Une initiative", porteur=porteur)
    genre.nom_fr, porteur.nom_fr = "Gabarit", "Alouette"
    genre.save()
    porteur.save()
    assert trouve("gabarit") and trouve("alouette")


def test_les_deux_bouts_d_un_lien():
    theme, outil = fiche("thematique", "Un thème"), fiche("outil", "Un outil")
    oublier()
    lien = LienFiche.objects.create(page_id=outil.pk, cible_id=theme.pk)
    attendues = {f"page:{theme.translation_key}", f"page:{outil.translation_key}"}
    assert cles() == attendues
    oublier()
    lien.delete()
    assert cles() == attendues


def test_facette_theme_des_fiches_liees():
    theme = fiche("thematique", "Le thème")
    fiche("outil", "Un outil", liens=[theme])
    valider()
    resultats = rechercher(Requete(langue="fr", filtres={"theme": (theme.code,)}))
    assert {f.affichage["type"] for f in resultats.fiches} == {"thematique", "outil"}


def test_traduction_trouvee_dans_sa_langue():
    source = fiche(titre="Buanderie du quartier")
    fiche_en(source, "Local laundry")
    assert trouve("laundry", "en") == ["/en/outils/local-laundry/"]
    assert trouve("laundry", "fr") == []


def test_retirer_la_source_retire_la_traduction():
    source = fiche(titre="Buanderie du quartier")
    cible = fiche_en(source, "Local laundry")
    source.unpublish()
    valider()
    cible.refresh_from_db()
    assert not cible.live
    assert trouve("laundry", "en") == []


def test_supprimer_la_source_supprime_la_traduction():
    source = fiche(titre="Buanderie du quartier")
    cible = fiche_en(source, "Local laundry")
    source.delete()
    assert not OutilPage.objects.filter(pk=cible.pk).exists()
    assert trouve("laundry", "en") == []


def test_restreindre_la_source_restreint_la_traduction():
    source = fiche(titre="Buanderie du quartier")
    fiche_en(source, "Local laundry")
    PageViewRestriction.objects.create(page=source, restriction_type=PageViewRestriction.LOGIN)
    assert trouve("laundry", "en") == []
