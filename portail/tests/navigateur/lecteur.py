"""A visitor's browser that notes what should not happen: errors, refused content, third parties, cookies."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

HAUTEURS = {1280: 900, 375: 812, 320: 640}


class Lecteur:
    """Opens pages, each in a fresh context. `incidents` lists what went wrong on any of them."""

    def __init__(self, navigateur: Browser, site: str) -> None:
        self.navigateur, self.site = navigateur, site
        self.incidents: list[str] = []
        self.contextes: list[BrowserContext] = []

    def ouvrir(
        self, chemin: str, *, largeur: int = 1280, sombre: bool = False, scripts: bool = True, **options: Any
    ) -> Page:
        """Loads a path of the site and returns its page, once nothing is left to load."""
        contexte = self.navigateur.new_context(
            viewport={"width": largeur, "height": HAUTEURS[largeur]},
            color_scheme="dark" if sombre else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
            locale="fr-CA",
            **options,
        )
        self.contextes.append(contexte)
        page = contexte.new_page()
        page.set_default_timeout(10_000)
        page.on("console", self._console)
        page.on("pageerror", lambda erreur: self.incidents.append(f"script: {erreur}"))
        page.on("request", self._demande)
        page.on("response", self._reponse)
        page.goto(self.site + chemin, wait_until="load")
        return page

    def fermer(self) -> None:
        """Closes the contexts, and notes what they were given to keep."""
        for contexte in self.contextes:
            garde = contexte.storage_state()
            self.incidents += [f"cookie: {cookie['name']}" for cookie in garde["cookies"]]
            self.incidents += [f"garde: {origine['localStorage']}" for origine in garde["origins"]]
            contexte.close()

    def _console(self, message: ConsoleMessage) -> None:
        # The browser's own word on a page that is not there is no fault of the page.
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            self.incidents.append(f"console: {message.text}")

    def _demande(self, demande: Request) -> None:
        if not demande.url.startswith((f"{self.site}/", "data:")):
            self.incidents.append(f"tiers: {demande.url}")

    def _reponse(self, reponse: Response) -> None:
        attendue = reponse.request.is_navigation_request() and reponse.status == 404
        if reponse.status >= 400 and not attendue:
            self.incidents.append(f"réponse {reponse.status}: {reponse.url}")
