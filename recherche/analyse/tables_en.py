"""English forms that no suffix rule reaches. General English; one family per line, head on the left."""

_LEMMES = """
child: children childrens
foot: feet
tooth: teeth
woman: women
man: men
person: persons people
life: lives
half: halves
leaf: leaves
wife: wives
mouse: mice
teach: taught
feed: fed
grow: grew grown
know: knew known
give: gave given
take: took taken
bring: brought
build: built
buy: bought
think: thought
speak: spoke spoken
write: wrote written
sleep: slept
learn: learnt
begin: began begun
find: found
hold: held
keep: kept
lead: led
leave: left
meet: met
sing: sang sung
tell: told
understand: understood
breastfeed: breastfed
centre: center centers centered
theatre: theater theaters
fibre: fiber fibers
metre: meter meters
programme: program programs
enrol: enroll enrolls enrollment
fulfil: fulfill fulfills fulfillment
grey: gray
mom: mum moms mums
"""

_RACINES = """
organiz: organize organizes organized organizing organization organizations organizational organizer
breastfeed: breastfeed breastfeeds breastfeeding breastfeeder
univers: universe universes
universit: university universities
universal: universal universally universality
general: general generally generalize
generat: generation generations generate generates generated generating
organ: organs
"""


def _familles(table: str) -> dict[str, str]:
    lignes = (ligne.partition(":") for ligne in table.strip().splitlines())
    return {forme: tete for tete, _, reste in lignes for forme in reste.split()}


LEMMES = _familles(_LEMMES)
RACINES = _familles(_RACINES)
