"""Writing about an organisation: kept for the editors, closed to machines, nothing lost, nothing leaked."""

import logging
import re
import threading

import pytest
from django.core.cache import cache
from django.core.signing import TimestampSigner
from django.db import connection, connections, models
from django.test import Client

from portail.roles import ADMINISTRATION, MODERATION, REDACTION
from portail.tests.test_roles import membre
from ressources.contact import forms, limite, views
from ressources.models import MessageOrganisation, Organisation
from ressources.tests.fabriques import accueil, organisation
from ressources.tests.fabriques_donnees import annuaire

pytestmark = pytest.mark.django_db
ADRESSE = "/fr/ecrire/groupe-essai/"
MOTS = "Le nom a changé depuis mai."


@pytest.fixture
def site(settings):
    settings.ALLOWED_HOSTS = ["*"]
    accueil()
    organisation()
    annuaire()


def jeton(age: int = 60, code: str = "groupe-essai") -> str:
    """A token given `age` seconds ago."""
    signataire = TimestampSigner(salt=forms.SEL)
    signataire.timestamp = lambda: _horodatage(age)
    return signataire.sign(code)


def _horodatage(age: int) -> str:
    import time

    from django.core.signing import b62_encode

    return b62_encode(int(time.time()) - age)


def envoyer(client, **champs):
    return client.post(ADRESSE, {"message": MOTS, "nom": "", "courriel": "", "jeton": jeton()} | champs)


def test_un_message_est_garde_puis_confirme(client, site, caplog):
    caplog.set_level(logging.DEBUG)
    formulaire = client.get(ADRESSE)
    assert (
        formulaire.status_code == 200 and not formulaire.cookies and "no-store" in formulaire["Cache-Control"]
    )
    reponse = envoyer(client, nom="Ana", courriel="ana@exemple.ca")
    assert reponse.status_code == 302 and not reponse.cookies
    assert "Merci" in client.get(reponse["Location"]).content.decode()
    message = MessageOrganisation.objects.get()
    assert (message.message, message.nom, message.langue, message.traite) == (MOTS, "Ana", "fr", False)
    assert MOTS not in caplog.text and "ana@exemple.ca" not in caplog.text and "Ana" not in caplog.text


def test_un_envoi_double_est_un_message(client, site):
    """A double click, then the button « back »: the same form, one message, the same thanks."""
    signe = jeton()
    reponses = [envoyer(client, jeton=signe) for _rang in range(3)]
    assert {r.status_code for r in reponses} == {302}
    assert all("Merci" in client.get(r["Location"]).content.decode() for r in reponses)
    assert MessageOrganisation.objects.count() == 1


def test_un_autre_processus_l_a_garde_entre_temps(client, site, monkeypatch):
    """Between the look and the writing, the same form came in elsewhere."""

    def regarder_trop_tot(formulaire) -> bool:
        autre = Organisation.objects.first()
        MessageOrganisation.objects.create(organisation=autre, message=MOTS, envoi=formulaire.envoi)
        return False

    monkeypatch.setattr(views, "_deja_recu", regarder_trop_tot)
    assert envoyer(client).status_code == 302
    assert MessageOrganisation.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_vingt_envois_en_meme_temps(settings):
    if connection.vendor == "sqlite":
        pytest.skip("The tests' SQLite lives in memory, where threads lock each other out")
    settings.ALLOWED_HOSTS = ["*"]
    Organisation.objects.create(code="groupe-essai", nom_fr="Groupe", genre="regroupement")
    signe, codes = jeton(), []

    def envoyer_a_part() -> None:
        try:
            codes.append(envoyer(Client(), jeton=signe).status_code)
        finally:
            connections.close_all()

    fils = [threading.Thread(target=envoyer_a_part) for _rang in range(20)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert codes == [302] * 20
    assert MessageOrganisation.objects.count() == 1


def test_le_merci_ne_remercie_que_qui_a_ecrit(client, site):
    for suite in ("", "?envoi=", "?envoi=groupe-essai", f"?envoi={forms.jeton('groupe-essai')}"):
        reponse = client.get(f"{ADRESSE}recu/{suite}")
        assert (reponse.status_code, reponse["Location"]) == (302, ADRESSE)
    autre = client.get(f"{ADRESSE}recu/", {"envoi": forms.accuse("autre")})
    assert autre.status_code == 302


@pytest.mark.parametrize(
    ("langue", "dit"), [("fr", "C’est plus que ce que nous"), ("en", "more than we can receive")]
)
def test_un_envoi_trop_gros_est_dit(client, site, caplog, langue, dit):
    adresse = ADRESSE if langue == "fr" else "/en/write/groupe-essai/"
    reponse = client.post(adresse, {"message": "a" * 3_000_000, "jeton": jeton()})
    page = reponse.content.decode()
    assert reponse.status_code == 413 and dit in page and f'<html lang="{langue}">' in page
    assert not MessageOrganisation.objects.exists()


def test_une_erreur_se_voit_et_se_lit(client, site):
    page = envoyer(client, message="court").content.decode()
    assert "<title>\nErreur :" in page.replace("<title>Erreur", "<title>\nErreur")
    assert 'role="alert" tabindex="-1" autofocus' in page
    champ = re.search(r'<textarea[^>]*name="message"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in champ and 'aria-describedby="id_message_error"' in champ
    assert 'id="id_message_error"' in page


def test_en_anglais(client, site):
    client.post("/en/write/groupe-essai/", {"message": MOTS, "jeton": jeton()})
    assert MessageOrganisation.objects.get().langue == "en"


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"message": "court"}, "Dites-en un peu plus"),
        ({"courriel": "pas-un-courriel"}, "courriel"),
        ({"age": 0}, "très rapide"),
        ({"age": 2 * 24 * 3600}, "ouverte depuis longtemps"),
        ({"code": "autre"}, "de nouveau"),
        ({"jeton": "bricolé"}, "de nouveau"),
        ({"jeton": ""}, "de nouveau"),
    ],
)
def test_un_refus_rend_le_texte(client, site, champs, dit):
    signe = {nom: champs[nom] for nom in ("age", "code") if nom in champs}
    reponse = envoyer(client, **{"message": MOTS, "nom": "Ana", "jeton": jeton(**signe)} | champs)
    page = reponse.content.decode()
    assert reponse.status_code == 200 and dit in page
    assert (champs.get("message") or MOTS) in page and 'value="Ana"' in page
    assert not MessageOrganisation.objects.exists()


def test_un_jeton_perime_est_renouvele(client, site, monkeypatch):
    page = envoyer(client, jeton=jeton(age=2 * 24 * 3600)).context["formulaire"]
    monkeypatch.setattr(forms, "MINIMUM", -1)
    assert envoyer(client, jeton=page.data["jeton"]).status_code == 302


def test_le_leurre_ne_garde_rien_et_ne_dit_rien(client, site):
    assert envoyer(client, site_web="http://pub").status_code == 302
    assert not MessageOrganisation.objects.exists()


def test_trop_de_messages(client, site):
    for rang in range(limite.PAR_PERSONNE):
        assert envoyer(client, jeton=jeton(60 + rang)).status_code == 302
    reponse = envoyer(client, jeton=jeton(90))
    page = reponse.content.decode()
    assert reponse.status_code == 429 and MOTS in page and "réessayez dans une heure" in page
    assert 0 < int(reponse["Retry-After"]) <= 3600
    assert envoyer(client, jeton=jeton(60)).status_code == 302, "sent already: nothing more is asked"
    assert envoyer(client, jeton=jeton(90)).status_code == 429, "refused once, it is counted again"
    assert MessageOrganisation.objects.count() == limite.PAR_PERSONNE
    ailleurs = client.post(ADRESSE, {"message": MOTS, "jeton": jeton(120)}, REMOTE_ADDR="203.0.113.9")
    assert ailleurs.status_code == 302


def test_l_origine_n_est_ni_gardee_ni_lisible(rf, settings):
    demande = rf.post(ADRESSE, REMOTE_ADDR="203.0.113.7")
    limite.attente(demande, "un-envoi")
    assert not any(
        isinstance(champ, models.GenericIPAddressField) for champ in MessageOrganisation._meta.fields
    )
    cles = str(getattr(cache, "_cache", "")) + str(getattr(cache, "_dir", ""))
    assert "203.0.113.7" not in cles
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    derriere = rf.post(ADRESSE, HTTP_X_FORWARDED_FOR="10.9.9.9, 198.51.100.4")
    assert limite._origine(derriere) == "198.51.100.4"


def test_ni_inconnue_ni_fictive(client, site):
    Organisation.objects.create(code="faux", nom_fr="Inventée", genre="regroupement", fiction=True)
    for code in ("faux", "inconnue"):
        assert client.get(f"/fr/ecrire/{code}/").status_code == 404


@pytest.mark.usefixtures("gabarits_de_wagtail")
@pytest.mark.parametrize(("role", "statut"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200)])
def test_qui_lit_les_messages(client, site, role, statut):
    message = MessageOrganisation.objects.create(organisation=Organisation.objects.first(), message=MOTS)
    client.force_login(membre(role))
    assert client.get("/admin/snippets/ressources/messageorganisation/").status_code == statut
    edition = f"/admin/snippets/ressources/messageorganisation/edit/{message.pk}/"
    lue = client.get(edition)
    assert lue.status_code == statut
    if statut == 200:
        assert MOTS in lue.content.decode()
        client.post(edition, {"traite": "on", "message": "Réécrit"})
        message.refresh_from_db()
        assert message.traite and message.message == MOTS
        assert client.get("/admin/snippets/ressources/messageorganisation/add/").status_code == 302
