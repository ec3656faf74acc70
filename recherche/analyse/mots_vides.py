"""Stop words, folded. Never a negation, nor a preposition that changes the sense (sans, avec, before...)."""

_FRANCAIS = """
a ai aie ait as au aux avais avait avaient avez avons ayant
c ca car ce ceci cela celle celles celui ces cet cette ceux ci comme comment
d dans de des donc dont du elle elles en es est et etaient etait etant etre eu eux
il ils j je l la laquelle le lequel les lesquelles lesquels leur leurs lui ma mais me meme memes mes moi mon n
nos notre nous on ont ou par pour qu quand que quel quelle quelles quels qui quoi
s sa se sera serait seront ses si soi soit sommes son sont suis sur t ta te tes toi ton
tous toute toutes tu un une vos votre vous y
"""

_ANGLAIS = """
a am an and any are as at be been being but by can could did do does doing
for from had has have having he her hers him his how i if in into is it its itself
me my myself of on or our ours ourselves shall she should so some such
than that the their theirs them themselves then there these they this those to too
us was we were what when where which who whom whose why will would you your yours yourself yourselves
"""

FRANCAIS = frozenset(_FRANCAIS.split())
ANGLAIS = frozenset(_ANGLAIS.split())
