/* Every page: small comforts over pages that already work without this file. */

document.documentElement.classList.add("js");

/** Close the folded menu and the language note on Escape, and give the focus back to what opened them. */
function fermerParEchappement(evenement) {
    if (evenement.key !== "Escape") return;
    for (const volet of document.querySelectorAll(".menu-bascule[open], .langue details[open]")) {
        const dedans = volet.parentElement.contains(document.activeElement);
        volet.open = false;
        if (dedans) volet.querySelector("summary").focus();
    }
}
document.addEventListener("keydown", fermerParEchappement);

/** Copy the address of the page, and say so where it was asked and to screen readers. */
async function copierLien(bouton) {
    await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]")?.href ?? location.href);
    const libelle = bouton.querySelector("span");
    const avant = libelle.textContent;
    libelle.textContent = bouton.dataset.fait;
    bouton.parentElement.querySelector("[data-annonce]").textContent = bouton.dataset.fait;
    setTimeout(() => { libelle.textContent = avant; }, 3000);
}

const gestes = { imprimer: () => window.print(), copier: copierLien };
for (const bouton of document.querySelectorAll("[data-geste]")) {
    // The clipboard needs https or localhost: elsewhere the button stays hidden.
    if (bouton.dataset.geste === "copier" && !navigator.clipboard) continue;
    bouton.hidden = false;
    bouton.addEventListener("click", () => gestes[bouton.dataset.geste](bouton));
}

/* Paper cannot unfold an answer. */
window.addEventListener("beforeprint", () => {
    for (const question of document.querySelectorAll(".questions details")) question.open = true;
});

/** Mark the reading level that is on screen: none above the first or below the last. */
function suivreNiveaux(navigation) {
    const liens = new Map([...navigation.querySelectorAll("a")].map((lien) => [lien.hash.slice(1), lien]));
    const visibles = new Set();
    const observateur = new IntersectionObserver((entrees) => {
        for (const { target, isIntersecting } of entrees) visibles[isIntersecting ? "add" : "delete"](target.id);
        const actuel = [...liens.keys()].findLast((cle) => visibles.has(cle));
        for (const [cle, lien] of liens) {
            if (cle === actuel) lien.setAttribute("aria-current", "true");
            else lien.removeAttribute("aria-current");
        }
    }, { rootMargin: "-20% 0px -70% 0px" });
    for (const cle of liens.keys()) observateur.observe(document.getElementById(cle));
}
for (const navigation of document.querySelectorAll("[data-niveaux]")) suivreNiveaux(navigation);

/** Facets stand open beside the hits on a wide screen, folded above them on a narrow one. */
const large = window.matchMedia("(min-width: 56rem)");
function deplierFacettes() {
    for (const volet of document.querySelectorAll(".volet-facettes")) volet.open = large.matches;
}
deplierFacettes();
large.addEventListener("change", deplierFacettes);

/* From the foot of the panel to the hits: the panel folds, the hits take the focus. */
document.addEventListener("click", ({ target }) => {
    if (!target.closest("#voir-resultats")) return;
    document.querySelector(".volet-facettes").open = false;
    const resultats = document.getElementById("resultats-recherche");
    resultats.tabIndex = -1;
    resultats.focus({ preventScroll: true });
    resultats.scrollIntoView();
});

/* htmx replaces facets and hits: what was open stays open. A box keeps the focus; a link that was followed
   (a filter dropped, another page) gives it to the count, which says what changed. */
let avant = null;
document.addEventListener("htmx:beforeSwap", () => {
    const volets = [...document.querySelectorAll("#zone-recherche details[id]")];
    const actif = document.activeElement;
    const suivi = actif?.matches("#zone-recherche a");
    avant = { volets: new Map(volets.map((volet) => [volet.id, volet.open])), cle: suivi ? "compte-recherche" : actif?.id };
});
document.addEventListener("htmx:afterSwap", () => {
    if (!avant) return;
    for (const [cle, ouvert] of avant.volets) {
        const volet = document.getElementById(cle);
        if (volet) volet.open = ouvert;
    }
    const cible = document.getElementById(avant.cle);
    if (cible?.id === "compte-recherche") cible.tabIndex = -1;
    if (cible && cible !== document.activeElement) cible.focus({ preventScroll: true });
    avant = null;
});

/* Loaded at first use, for most readers of a page need neither: suggestions under a search field, and htmx where a
   search is refined. */
const attaches = new WeakSet();
async function attacherSuggestions(champ) {
    if (attaches.has(champ)) return;
    attaches.add(champ);
    (await import(champ.dataset.script)).attacher(champ);
}

let htmxDemande = false;
let choixEnAttente = null;
async function chargerHtmx(formulaire) {
    if (htmxDemande) return;
    htmxDemande = true;
    // htmx looks at the page at once when it is complete; before, it would wait for an event that has passed.
    if (document.readyState !== "complete") await new Promise((suite) => window.addEventListener("load", suite));
    const script = document.createElement("script");
    script.src = formulaire.dataset.htmx;
    script.addEventListener("load", () => choixEnAttente && window.htmx.trigger(choixEnAttente, "change"));
    document.head.append(script);
}

for (const geste of ["focusin", "pointerover"]) {
    document.addEventListener(geste, ({ target }) => {
        if (geste === "focusin" && target.matches("[data-suggestions]")) attacherSuggestions(target);
        const formulaire = target.closest?.("[data-htmx]");
        if (formulaire) chargerHtmx(formulaire);
    });
}
document.addEventListener("change", ({ target }) => {
    if (window.htmx) return;
    choixEnAttente = target.closest("[data-htmx]"); // a box ticked before htmx came: applied when it comes
    if (choixEnAttente) chargerHtmx(choixEnAttente);
});
/* Coming back to a page that htmx had refined: the next step back is htmx's to make. */
if (history.state?.htmx) {
    const formulaire = document.querySelector("[data-htmx]");
    if (formulaire) chargerHtmx(formulaire);
}
