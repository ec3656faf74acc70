"""`make test` itself: nothing stops the series, nothing that failed or was left out is hushed."""

import sys

import pytest

from portail.outillage.verifications import ECHOUE, NON_FAIT, REUSSI, Etape, constater, etapes, verifier

ECRIRE = "import os; print('vu', os.environ.get('TEMOIN', 'absent')); exit(int(os.environ.get('CODE', 0)))"


def etape(titre: str, manque: str = "", **environnement: str | None) -> Etape:
    return Etape(titre, (sys.executable, "-c", ECRIRE), environnement, manque)


def test_all_steps_run_after_a_failure(capfd):
    code = verifier([etape("un", CODE="3"), etape("deux", TEMOIN="oui")], tout_exiger=False)
    sortie = capfd.readouterr().out
    assert code == 1
    assert "vu oui" in sortie
    assert "un : échoué" in sortie
    assert "deux : réussi" in sortie


def test_success(capfd):
    assert verifier([etape("un"), etape("deux")], tout_exiger=True) == 0


def test_a_step_that_cannot_run_is_named(capfd):
    code = verifier([etape("base", manque="serveur absent")], tout_exiger=False)
    sortie = capfd.readouterr().out
    assert code == 0
    assert "base : non fait (serveur absent)" in sortie
    assert "vu" not in sortie


def test_when_all_is_required_a_missing_service_is_a_failure(capfd):
    assert constater(etape("base", manque="serveur absent"), tout_exiger=True).etat == ECHOUE
    assert constater(etape("base", manque="serveur absent"), tout_exiger=False).etat == NON_FAIT


def test_the_environment_of_a_step(capfd, monkeypatch):
    monkeypatch.setenv("TEMOIN", "du dehors")
    assert constater(etape("sans", TEMOIN=None), tout_exiger=False).etat == REUSSI
    assert constater(etape("avec", TEMOIN="du dedans"), tout_exiger=False).etat == REUSSI
    sortie = capfd.readouterr().out
    assert "vu absent" in sortie
    assert "vu du dedans" in sortie
    assert "vu du dehors" not in sortie


def test_postgresql_runs_only_with_its_address():
    sans, avec = etapes("")[-1], etapes("postgres://localhost/x")[-1]
    assert "POSTGRES_URL" in sans.manque
    assert not avec.manque
    assert avec.environnement["DATABASE_URL"] == "postgres://localhost/x"


def test_other_steps_never_touch_the_database_of_the_environment():
    """A DATABASE_URL left in the shell must not turn the SQLite run into another one."""
    for autre in [e for e in etapes("postgres://localhost/x")[:-1] if e.environnement]:
        assert autre.environnement["DATABASE_URL"] is None


def test_coverage_leaves_no_test_out():
    """What it does not watch runs beside it, on the same database."""
    court, long, _postgresql = etapes("", couverture=True)[-3:]
    assert "--cov" in court.commande and "--cov" not in long.commande
    assert court.commande[-1] == f"not ({long.commande[-1]})"
    assert court.environnement == long.environnement
    entier = etapes("")[-2]
    assert "--cov" not in entier.commande and "-m" not in entier.commande[3:]


@pytest.fixture
def depend_de_la_base(request):
    """What the root conftest asks of each test when `--seulement-base` is given."""
    assert "--seulement-base" in etapes("postgres://localhost/x")[-1].commande
    greffons = request.config.pluginmanager.get_plugins()
    return next(greffon.depend_de_la_base for greffon in greffons if hasattr(greffon, "depend_de_la_base"))


def test_postgresql_leaves_out_what_no_database_changes(request, depend_de_la_base):
    assert not depend_de_la_base(request.node)


@pytest.mark.django_db
def test_postgresql_keeps_what_is_marked(request, depend_de_la_base):
    assert depend_de_la_base(request.node)


def test_postgresql_keeps_what_asks_for_the_database_by_a_fixture(request, depend_de_la_base, admin_user):
    assert depend_de_la_base(request.node)
