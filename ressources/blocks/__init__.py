"""StreamField blocks, by theme: running text, practice, evidence."""

from ressources.blocks.actions import ActionBlock, DocumentsNommesBlock, ImpactBlock
from ressources.blocks.bilans import (
    ApprentissageBlock,
    ChapitreBlock,
    GeneriqueBlock,
    OrientationBlock,
    RecommandationBlock,
    TableauBlock,
)
from ressources.blocks.donnees import CitationChoisieBlock, GraphiqueBlock
from ressources.blocks.pratiques import AideFreinBlock, AideMemoireBlock, AppelBlock, EtapesBlock
from ressources.blocks.preuves import (
    ChiffreBlock,
    CitationBlock,
    DocumentJointBlock,
    IllustrationBlock,
    SourceBlock,
)
from ressources.blocks.textes import (
    TRAITS,
    TRAITS_SIMPLES,
    EncadreBlock,
    IntertitreBlock,
    QuestionsBlock,
    TexteBlock,
)

# What an editor may put in the body of a page.
CORPS = [
    ("texte", TexteBlock()),
    ("intertitre", IntertitreBlock()),
    ("encadre", EncadreBlock()),
    ("etapes", EtapesBlock()),
    ("aide_memoire", AideMemoireBlock()),
    ("chiffre", ChiffreBlock()),
    ("graphique", GraphiqueBlock()),
    ("citation", CitationBlock()),
    ("citation_choisie", CitationChoisieBlock()),
    ("illustration", IllustrationBlock()),
    ("questions", QuestionsBlock()),
    ("aide_frein", AideFreinBlock()),
    ("appel", AppelBlock()),
]
SOURCES = [("source", SourceBlock())]
ACTIONS = [("action", ActionBlock())]
IMPACTS = [("impact", ImpactBlock())]
# What may complete a list: all of the above, and documents that are named but not held.
COMPLEMENT = [*CORPS, ("documents_nommes", DocumentsNommesBlock())]
CHAPITRES = [
    ("chapitre", ChapitreBlock()),
    *CORPS,
    ("recommandation", RecommandationBlock()),
    ("apprentissage", ApprentissageBlock()),
    ("orientation", OrientationBlock()),
    ("tableau", TableauBlock()),
    ("generique", GeneriqueBlock()),
]
DOCUMENTS = [("document", DocumentJointBlock())]

__all__ = [
    "ACTIONS",
    "CHAPITRES",
    "COMPLEMENT",
    "CORPS",
    "DOCUMENTS",
    "IMPACTS",
    "SOURCES",
    "TRAITS",
    "TRAITS_SIMPLES",
    "ChiffreBlock",
]
