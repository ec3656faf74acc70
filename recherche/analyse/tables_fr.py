"""French forms that no suffix rule reaches. General French, folded; one family per line.

`LEMMES`: the forms on the right are replaced by the word on the left, which then follows the rules.
`PROTEGES`: words whose ending only looks like a suffix; the word is the root of its whole family.
`SEULS`: words that the rules would mix with the family of another; their root is theirs alone.
`NOMS_EN_ENT`: nouns and adjectives in -ent, which is the plural of verbs elsewhere (-ment and -ient aside).
`ACCENTUES`: words that an accent alone tells from another common word; they keep it in their root.
"""

_LEMMES = """
aieul: aieux aieule aieules aieuls
ail: aulx
bail: baux
bijou: bijoux
caillou: cailloux
chou: choux
corail: coraux
email: emaux
genou: genoux
hibou: hiboux
joujou: joujoux
mal: maux
pou: poux
soupirail: soupiraux
travail: travaux
vitrail: vitraux
adieu: adieux
aveu: aveux
cheveu: cheveux
dieu: dieux
enjeu: enjeux
feu: feux
jeu: jeux
lieu: lieux
milieu: milieux
neveu: neveux
pieu: pieux
voeu: voeux
oeil: yeux
oeuf: oeufs
monsieur: messieurs
madame: mesdames
beau: bel belle belles beaux
nouveau: nouvel nouvelle nouvelles nouveaux
jumeau: jumelle jumelles jumeaux
vieux: vieil vieille vieilles
fou: fol folle folles
mou: molle molles
doux: douce douces
faux: fausse fausses
jaloux: jalouse jalouses
roux: rousse rousses
epoux: epouse epouses
blanc: blanche blanches
franc: franche franches
sec: seche seches
frais: fraiche fraiches
bas: basse basses
gros: grosse grosses
court: courte courtes courts
exclus: exclu exclue exclues exclure exclut
inclus: inclu inclue inclure inclut
epais: epaisse epaisses
metis: metisse metisses
gentil: gentille gentilles
bref: breve breves
neuf: neuve neuves
vif: vive vives
veuf: veuve veuves
juif: juive juives
favori: favorite favorites
maitre: maitresse maitresses
copain: copine copines
heros: heroine heroines
paysan: paysanne paysannes
grec: grecque grecques
public: publique publiques publics
laic: laique laiques laics
mort: morte mortes morts
ne: nes nee nees
naissance: naitre nait naissent naissant naissante naissants naquit naitra naissances
connaissance: connaitre connait connaissent connaissant connu connue connus connues connaissances
reconnaissance: reconnaitre reconnait reconnaissent reconnaissant reconnu reconnue reconnus reconnues
croissance: croitre croit croissent croissant croissante croissants croissantes
reussir: reussite reussites
accueillir: accueil accueils
apprendre: apprentissage apprentissages
sommeil: sommeils
savoir: sait savent su savoirs sachant saura sauront
pouvoir: peut peuvent pouvons pouvez pourra pourrait pourront pouvoirs
vouloir: veut veulent voulons voulez voulu voudrait
devoir: doit doivent devons devez devra devraient devrait devront devoirs
faire: fait font faites faisons faisant fera feront ferait faits faite
dire: dit disent disons disant dits
lire: lit lisent lu lus lisant lue lues
vivre: vit vivent vivant vivante vivants vivantes vecu vecue vecus vecues
recevoir: recoit recoivent recu recue recus recues
percevoir: percoit percoivent percu percue percus percues
offrir: offre offres offrent offert offerte offerts offertes offrant
ouvrir: ouvre ouvrent ouvert ouverte ouverts ouvertes ouvrant ouverture ouvertures
decouvrir: decouvre decouvrent decouvert decouverte decouvertes decouverts
dormir: dort dorment
servir: sert servent
suivre: suit suivent suivi suivis suivie suivies
choisir: choix
essayer: essai essais essaie essaient
payer: paie paies paient paye payes
employer: emploie emploient
appuyer: appui appuis appuie appuient
envoyer: envoi envois envoie envoient
depister: depistage depistages
jumeler: jumelage jumelages
reperer: reperage reperages
parrainer: parrainage parrainages
arrimer: arrimage arrimages
outiller: outillage outillages outil outils
essaimer: essaimage
demarrer: demarrage demarrages
piloter: pilotage
bricoler: bricolage bricolages
jardiner: jardinage jardinages
reseauter: reseautage
afficher: affichage affichages
heriter: heritage heritages
publier: publication publications
pauvre: pauvrete pauvretes
habile: habilete habiletes
propre: proprete
honnete: honnetete
faciliter: facilite facilites facilitee facilitees
solliciter: sollicite sollicitee sollicites sollicitees sollicitent
feliciter: felicite felicites felicitee felicitent
animer: animent
exprimer: expriment
informer: informent
former: forment
transformer: transforment
confirmer: confirment
affirmer: affirment
estimer: estiment
consommer: consomment
resumer: resument
assumer: assument
aimer: aiment
nommer: nomment
reclamer: reclament
eduquer: educatif educatifs educative educatives
chef: cheffe cheffes
bienfait: bienfaits
clef: cle cles clefs
famille: familial familiale familiaux familiales
universite: universitaire universitaires
publicite: publicitaire publicitaires
delai: delais
vrai: vrais vraie vraies
emploi: emplois
convoi: convois
tournoi: tournois
roi: rois
loi: lois
trou: trous
fond: fonds
soutenir: soutiens
continuer: continuite
agir: agit agissent agissant agissons
coordonner: coordination coordinations coordonnateur coordonnatrice coordonnateurs coordonnatrices
benevole: benevolat
secretaire: secretariat secretariats
beneficier: beneficiaire beneficiaires
decrire: description descriptions descriptif
relatif: relative relatives relatifs
"""

_PROTEGES = """
pendant cependant
relatif document aliment instrument monument argument element moment supplement complement ciment batiment
sentiment medicament temperament testament segment fragment tourment parlement appartement vetement
evenement compliment condiment ornement serment regiment egalement seulement environnement gouvernement
souhait portrait attrait extrait trait lait forfait parfait satisfait abstrait retrait francais anglais
irlandais ecossais portugais japonais polonais finlandais neerlandais hollandais libanais senegalais
camerounais congolais montrealais montagnais lyonnais marseillais mauvais palais marais jamais relais
desormais rabais biais acces succes proces progres congres exces deces abces apres tres pres expres petit
profit debit credit esprit conflit habit appetit interdit delit recit repit inedit deficit conquis precis
acquis concis indecis gris avis devis tapis paradis mepris souris refus virus campus processus consensus
abus bus plus jus inclus exclus confus diffus corpus focus bonus foetus stimulus dessus dessous heros dos
repos propos gros clos chaos enclos repas bras matelas compas loisir desir plaisir cuir elixir pareil
appareil explicite implicite licite illicite secretaire foyer frere soeur
"""

_SEULS = """
tente mere pere mer maire paire pair terre port porte sort sorte point pointe part parti partie bas case cas
mode fils fille fil organe organisme universite activite cours course cour court compte conte comte sens
sans vers verre hors pas temps corps univers mois fois entre entree contre ile banque foi foie loi bois voie
voix prix croix nation forme format fondation fond livre concert collecte collection publicite departement
depart gens mars mari pays avenir avenue maintenant entreprise tour plaque
"""

_ACCENTUES = """
marché: marché marchés
péché: péché péchés pécher pécheur pécheurs
tâche: tâche tâches
pâté: pâté pâtés
côte: côte côtes
côté: côté côtés
mûr: mûr mûre mûrs mûres mûrir
sûr: sûr sûre sûrs sûres
dû: dû
jeûne: jeûne jeûnes jeûner
gêne: gêne gênes gêner
élevé: élevé élevée élevés élevées élever
salé: salé salée salés salées
curé: curé curés
mémé: mémé mémés
maïs: maïs
form: formé formée formés formées
port: porté portée portés portées
livr: livré livrée livrés livrées
"""


_NOMS_EN_ENT = """
absent accent accident adherent adolescent afferent affluent agent antecedent apparent ardent argent arpent
astringent auvent benevent cent client coefficient coherent competent concurrent confident confluent
consequent content contingent continent convent convergent couvent decadent decent deficient deferent
delinquent dent detergent deterrent different diligent dissident dolent effervescent efferent efficient
eloquent emergent eminent emollient encent equivalent evident excedent excellent exigent frequent
grandiloquent immanent imminent impertinent impotent imprudent impudent incandescent incident incoherent
incompetent inconsequent indecent indifferent indigent indolent indulgent influent inherent innocent
insolent insurgent intelligent intermittent latent lent negligent occident omnipresent omnipotent onguent
opulent parent patent pendent penitent permanent pertinent phosphorescent polyvalent precedent present
president prevalent prominent prudent pubescent recent recurrent refringent relent remanent resident rodent
sergent serpent somnolent sorent souvent strident subsequent succulent talent tangent torrent transcendent
transparent trident truculent turbulent turgescent urgent vehement vent violent virulent ambivalent
"""


def _familles(table: str) -> dict[str, str]:
    """Return form -> head of its line."""
    lignes = (ligne.partition(":") for ligne in table.strip().splitlines())
    return {forme: tete for tete, _, reste in lignes for forme in reste.split()}


LEMMES = _familles(_LEMMES)
PROTEGES = frozenset(_PROTEGES.split())
SEULS = frozenset(_SEULS.split())
ACCENTUES = _familles(_ACCENTUES)
NOMS_EN_ENT = frozenset(_NOMS_EN_ENT.split())
