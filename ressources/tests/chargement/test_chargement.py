"""The bilingual loader: structure, idempotence, and an editor's work left alone."""

import pytest
from django.contrib.auth.models import User
from wagtail.blocks import StreamValue
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from ressources.chargement.grand_livre import CHARGE, EDITE, IDENTIQUE, charger
from ressources.chargement.valeurs import en_langue, flux, identifiant
from ressources.models import Chargement, OutilPage
from ressources.tests.fabriques import accueil_en, fiche, image, locale, publier, repertoire_en, type_outil
from ressources.traduction.chargement import StructureDifferente, traduire

pytestmark = pytest.mark.django_db
CORPS = OutilPage._meta.get_field("corps")
ETAPES = {
    "titre": {"fr": "Étapes", "en": "Steps"},
    "etapes": [
        {
            "titre": {"fr": "L'eau & le café", "en": "Water & coffee"},
            "texte": {"fr": "<p>Un.</p>", "en": "<p>One.</p>"},
        },
        {"titre": {"fr": "Fin", "en": "End"}, "texte": {"fr": "<p>Deux.</p>", "en": "<p>Two.</p>"}},
    ],
}
BLOCS = [
    {
        "type": "texte",
        "valeur": {"fr": "<p>Un <b>gras</b>.</p><p>Puis.</p>", "en": "<p>A <b>bold</b>.</p><p>Then.</p>"},
    },
    {"type": "etapes", "valeur": ETAPES},
]


def corps(langue: str, blocs=BLOCS) -> StreamValue:
    return flux(CORPS, en_langue(blocs, langue), "cle")


def source() -> OutilPage:
    repertoire_en("outil")
    return fiche(titre="La fiche", corps=corps("fr"))


def jumelle(blocs=BLOCS, **champs) -> OutilPage:
    valeurs = {
        "title": "The sheet",
        "slug": "the-sheet",
        "resume": "Summary.",
        "type_outil": type_outil(),
    } | champs
    return OutilPage(corps=corps("en", blocs), **valeurs)


def test_en_langue_choisit_a_toute_profondeur():
    assert en_langue({"a": [{"fr": "un", "en": "one"}], "b": 3}, "en") == {"a": ["one"], "b": 3}
    assert en_langue({"fr": "seul"}, "en") == "seul"


def test_identifiants_stables_et_distincts():
    assert identifiant("a", "b", 0) == identifiant("a", "b", 0) != identifiant("a", "b", 1)


def test_champ_inconnu_refuse():
    with pytest.raises(ValueError, match="champs inconnus"):
        flux(CORPS, [{"type": "encadre", "valeur": {"texte": "<p>x</p>", "couleur": "rouge"}}], "cle")


def test_traduit_tout_et_publie():
    resultat = traduire(source(), jumelle(), locale("en"))
    page = resultat.cible
    assert (page.live, page.title, page.slug, resultat.manquants) == (True, "The sheet", "the-sheet", ())
    assert str(page.corps[0].value) == "<p>A <b>bold</b>.</p><p>Then.</p>"
    assert page.corps[1].value["etapes"][0]["titre"] == "Water & coffee"
    faits, total = Translation.objects.get(source__object_id=page.translation_key).get_progress()
    assert faits == total > 8


def test_deux_fois_ne_change_rien():
    page = source()
    traduire(page, jumelle(), locale("en"))
    avant = list(StringTranslation.objects.order_by("pk").values_list("pk", "data"))
    traduire(page, jumelle(), locale("en"))
    assert list(StringTranslation.objects.order_by("pk").values_list("pk", "data")) == avant


def test_structure_differente_refusee():
    autres = [BLOCS[0] | {"valeur": {"fr": "<p>Un.</p>", "en": "<p>One.</p>"}}, BLOCS[1]]
    with pytest.raises(StructureDifferente):
        traduire(source(), jumelle(autres), locale("en"))


def test_traduction_d_un_editeur_gardee():
    page = source()
    traduire(page, jumelle(), locale("en"))
    StringTranslation.objects.filter(data="Summary.").update(data="Edited.", tool_name="")
    assert traduire(page, jumelle(resume="Other."), locale("en")).cible.resume == "Edited."


def test_notre_traduction_rafraichie():
    page = source()
    traduire(page, jumelle(), locale("en"))
    assert traduire(page, jumelle(resume="Other."), locale("en")).cible.resume == "Other."


def test_synchronisation_arretee_respectee():
    page = source()
    traduire(page, jumelle(), locale("en"))
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)
    resultat = traduire(page, jumelle(resume="Other."), locale("en"))
    assert not resultat.change and resultat.cible.resume == "Summary."


def illustration(nom: str):
    return [
        {"type": "illustration", "valeur": {"image": image(nom).pk, "texte_alternatif": nom, "legende": nom}}
    ]


def test_chaque_langue_a_son_image():
    repertoire_en("outil")
    francais, anglais = illustration("dessin"), illustration("drawing")
    page = fiche(titre="La fiche", corps=corps("fr", francais))
    cible = traduire(page, jumelle(anglais), locale("en")).cible
    assert cible.corps[0].value["image"].title == "drawing"
    assert OutilPage.objects.get(pk=page.pk).corps[0].value["image"].title == "dessin"


def test_image_choisie_par_un_editeur_gardee():
    repertoire_en("outil")
    page = fiche(titre="La fiche", corps=corps("fr", illustration("dessin")))
    traduire(page, jumelle(illustration("drawing")), locale("en"))
    choix = illustration("choice")[0]["valeur"]["image"]
    editeur = User.objects.create_user("line")
    SegmentOverride.objects.update(data_json=str(choix), last_translated_by=editeur)
    cible = traduire(page, jumelle(illustration("other")), locale("en")).cible
    assert cible.corps[0].value["image"].title == "choice"


def ecrire(page=None, titre="Une fiche"):
    if page is None:
        return fiche(titre=titre)
    page = page.specific
    page.title = titre
    return publier(page)


def test_grand_livre_identique_puis_change():
    assert charger("x", {"v": 1}, lambda p: ecrire(p)) == CHARGE
    assert charger("x", {"v": 1}, lambda p: pytest.fail("identical data must not be written")) == IDENTIQUE
    assert charger("x", {"v": 2}, lambda p: ecrire(p, "Autre")) == CHARGE
    assert OutilPage.objects.get().title == "Autre"


def test_grand_livre_respecte_un_brouillon():
    charger("x", {"v": 1}, lambda p: ecrire(p))
    page = OutilPage.objects.get()
    page.title = "Brouillon de Line"
    page.save_revision()
    assert charger("x", {"v": 2}, lambda p: pytest.fail("an edited page must not be written")) == EDITE


def test_grand_livre_ne_ressuscite_pas():
    charger("x", {"v": 1}, lambda p: ecrire(p))
    OutilPage.objects.get().delete()
    assert charger("x", {"v": 2}, lambda p: pytest.fail("a deleted page must stay deleted")) == EDITE
    assert Chargement.objects.get().page is None


def test_accueil_anglais_a_son_adresse():
    assert accueil_en().get_url() == "/en/"
