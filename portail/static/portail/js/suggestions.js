/* What is proposed under a search field while one types: an ARIA 1.2 combobox with a listbox. portail.js imports this
   file when such a field is first used; without it the field is a plain one, and Enter always searches what is typed. */

const DELAI = 150;
const MINIMUM = 2;
const connues = new Map();
let nombre = 0;

function element(nom, attributs, texte = "") {
    const cree = document.createElement(nom);
    for (const [cle, valeur] of Object.entries(attributs)) cree.setAttribute(cle, valeur);
    cree.textContent = texte;
    return cree;
}

async function demander(champ, texte, signal) {
    const cle = `${champ.dataset.suggestions} ${texte}`;
    if (!connues.has(cle)) {
        const reponse = await fetch(`${champ.dataset.suggestions}&q=${encodeURIComponent(texte)}`, { signal });
        if (!reponse.ok) return { suggestions: [], annonce: "" };
        connues.set(cle, await reponse.json());
    }
    return connues.get(cle);
}

export function attacher(champ) {
    const boite = champ.closest(".chercher");
    const id = `suggestions-${++nombre}`;
    const liste = element("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Suggestions" });
    const annonce = element("p", { class: "invisible", role: "status" });
    let propositions = [], actif = -1, attente = 0, demande = null;

    // Going back in history restores the markup of a former list, without its behaviour.
    for (const reste of boite.querySelectorAll(".suggestions, .suggestions + [role=status]")) reste.remove();
    boite.append(liste, annonce);
    for (const [cle, valeur] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id]]) {
        champ.setAttribute(cle, valeur);
    }
    fermer();

    function ouvert() {
        return !liste.hidden;
    }

    function fermer() {
        clearTimeout(attente);
        demande?.abort();
        liste.hidden = true;
        annonce.textContent = "";
        champ.setAttribute("aria-expanded", "false");
        activer(-1);
    }

    function activer(rang) {
        liste.children[actif]?.setAttribute("aria-selected", "false");
        actif = rang;
        const option = liste.children[rang];
        option?.setAttribute("aria-selected", "true");
        option?.scrollIntoView({ block: "nearest" });
        if (option) champ.setAttribute("aria-activedescendant", option.id);
        else champ.removeAttribute("aria-activedescendant");
    }

    function montrer(reponse) {
        propositions = reponse.suggestions;
        actif = -1;
        liste.replaceChildren(...propositions.map((proposition, rang) => {
            const option = element("li", { id: `${id}-${rang}`, role: "option", "aria-selected": "false" });
            option.append(element("span", { lang: proposition.langue }, proposition.texte), " ");
            option.append(element("span", { class: "quoi" }, proposition.libelle));
            return option;
        }));
        champ.removeAttribute("aria-activedescendant");
        liste.hidden = !propositions.length;
        champ.setAttribute("aria-expanded", String(ouvert()));
        annonce.textContent = reponse.annonce;
    }

    async function chercher() {
        const texte = champ.value.trimStart();
        if (texte.trim().length < MINIMUM) return fermer();
        demande?.abort();
        demande = new AbortController();
        const { signal } = demande;
        try {
            const reponse = await demander(champ, texte, signal);
            if (!signal.aborted && document.activeElement === champ) montrer(reponse);
        } catch {
            if (!signal.aborted) fermer();
        }
    }

    /** A keyword is searched with the filters in force; a sheet or a filter has an address. */
    function choisir(rang) {
        const { genre, texte, url } = propositions[rang];
        fermer();
        if (genre === "mot") {
            champ.value = texte;
            champ.form.requestSubmit();
        } else location.assign(url);
    }

    const touches = {
        ArrowDown: () => activer(actif + 1 < propositions.length ? actif + 1 : -1),
        ArrowUp: () => activer((actif < 0 ? propositions.length : actif) - 1),
        Home: () => actif >= 0 && (activer(0), true),
        End: () => actif >= 0 && (activer(propositions.length - 1), true),
        Enter: () => actif >= 0 && (choisir(actif), true),
        Escape: fermer,
    };
    champ.addEventListener("keydown", (evenement) => {
        if (evenement.isComposing) return;
        if (!ouvert()) {
            if (evenement.key === "ArrowDown") chercher();
            if (evenement.key === "Enter") fermer();
            return;
        }
        const geste = touches[evenement.key];
        if (geste && geste() !== false) {
            evenement.preventDefault();
            evenement.stopPropagation();
        } else if (evenement.key === "Enter") fermer();
    });
    champ.addEventListener("input", () => {
        clearTimeout(attente);
        attente = setTimeout(chercher, DELAI);
    });
    champ.addEventListener("blur", fermer);
    liste.addEventListener("mousedown", (evenement) => evenement.preventDefault()); // the field keeps the focus
    liste.addEventListener("click", (evenement) => {
        const option = evenement.target.closest("[role=option]");
        if (option) choisir([...liste.children].indexOf(option));
    });
    if (champ.value !== champ.defaultValue) chercher(); // typed while this file was on its way
}
