"""Makes the PDFs of the demonstration: letter size, the site's fonts, a quilt on the cover.

One YAML file of contenu/pdf/ makes one document:

    titre, langue (fr | en), sous_titre, pages: [{titre, blocs: [...]}]

Each block bears a `type`, an optional `titre`, and:
- paragraphe: texte
- liste: items, numerotee (false)
- cases: items (boxes to tick)
- lignes: nombre (4), texte (lines to write on)
- tableau: colonnes, lignes (rows, lists of str), vides (0: empty rows to fill in)
- encadre: texte and / or items
`**bold**` is understood in texts. A page of the file is a page on paper: what overflows is an error.
"""

from portail.demonstration.fabrique_pdf.document import Debordement, fabriquer

__all__ = ["Debordement", "fabriquer"]
