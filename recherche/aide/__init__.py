"""What helps a query find: its syntax, editors' synonyms, bilingual labels, close spellings.

The planner receives all of it as one frozen value (`Aide`), so that it stays pure::

    planifier(requete, facettes)                      # words alone
    planifier(requete, facettes, aide=aide)           # with help

For the site, `services` makes the value from `memoire.connaissances()`, which costs one SQL query. A collection that is
not the site's makes its own from its documents, without a database::

    vocabulaire = Vocabulaire.depuis_documents(documents)
    aide = aider(requete, Lexique(), vocabulaire, moteur.frequences)

- `syntaxe`: "phrases" and -exclusions
- `lexique`: groups of equivalent expressions, in one language or across languages
- `vocabulaire`, `proximite`: the forms that documents hold, and those close to a word
- `orthographe`: which words of a query are misspelt, and for what
- `places`: from a text to the places of a tree
- `formes`, `memoire`, `revisions`: what is kept in the database, and in each process
"""

from recherche.aide.orthographe import aider
from recherche.aide.valeurs import Aide, Variante
from recherche.aide.vocabulaire import Vocabulaire
from recherche.lexique.expressions import Expression, Groupe, Lexique

__all__ = ["Aide", "Expression", "Groupe", "Lexique", "Variante", "Vocabulaire", "aider"]
