"""Words that tell that what stands beside them is a person: titles, roles, greetings, verbs of speech."""

from __future__ import annotations

from lcsynth.prepare.word_sets import word_set

TITLES = word_set(
    """fam familie dhr mevr mw mevrouw meneer mijnheer heer mej dr drs prof ir ing mr mrs ms miss professor
    doctor juf meester sir madam"""
)
# Titles after which a name in lower case follows too: "mevr. de jong".
COURTESIES = word_set("dhr mevr mw mevrouw meneer mr mrs ms")
GREETINGS = word_set(
    """hoi hallo hey hee heey hi hello dag beste dear thanks thnx thx bedankt dankjewel dankje dank thank
    groet     groeten groetjes liefs gr mvg goedemorgen goedemiddag welkom welcome sorry ha hoihoi morning
    cheers"""
)
# What can stand directly before a name in lower case.
BEFORE_SMALL = GREETINGS | word_set("volgens collega namens bel mail app vraag ask aldus according")
ROLES = GREETINGS | word_set(
    """collega collega's docent docente docenten lector student studente onderzoeker onderzoekster teamleider
    projectleider coach directeur directrice wethouder burgemeester minister rector decaan voorzitter
    begeleider begeleidster facilitator moderator coördinator adviseur bestuurder stagiair stagiaire
    buurman     buurvrouw vriend vriendin colleague colleagues teacher lecturer researcher manager mentor
    chair dean     director supervisor interviewer intern trainee nurse alderman alderwoman councillor
    facilitators     verpleegkundige ondernemer ondernemers promovendus promovenda hoogleraar leraar
    lerares ouder moeder     vader mother father friend neighbour participant deelnemer respondent auteur
    author voornaam naam     notulist secretaris penningmeester staatssecretaris gedeputeerde kandidaat
    conciërge"""
)
# Compounds with these are roles too: "praktijkbegeleider", "beleidsadviseur".
ROLE_ENDINGS = (
    "begeleider",
    "begeleidster",
    "leider",
    "leidster",
    "docent",
    "docente",
    "coördinator",
    "coordinator",
    "adviseur",
    "manager",
    "onderzoeker",
    "medewerker",
    "medewerkster",
    "directeur",
    "voorzitter",
    "opleider",
    "student",
    "coach",
    "hoogleraar",
    "lector",
    "bestuurder",
)
# Words and verbs before which or after which a person stands: "volgens Tesfalem", "I asked Oluchi".
BEFORE_PERSON = word_set(
    """volgens door dankzij according by with met aan namens mijn gesproken interview aldus zei zegt vroeg
    vertelde vertelt schreef asked ask asking said says told tell meet bel mail bedank uitgenodigd for
    voor     thanked phoned called invited quoting citing credit cc except behalve unlike contact ping
    named genaamd geheten"""
)
# What somebody has or says: "het idee van Roos", "Ouaddah's suggestion".
PERSON_NOUNS = word_set(
    """idee idees ideeën voorstel voorstellen opmerking opmerkingen reactie reacties vraag vragen bijdrage
    mening verhaal advies woorden stuk verslag presentatie punt rol inbreng suggestie kritiek groep klas
    team     visie initiatief tip tips betoog artikel boek aanpak proefschrift onderzoek lezing workshop
    sessie     ervaring ervaringen verzoek lijn standpunt observatie hulp steun naam werk commentaar
    aantekeningen     notitie idea ideas proposal suggestion suggestions comment comments question
    questions remark remarks     point points view views role story contribution feedback presentation
    talk paper report notes group class     opinion advice criticism observation example article book
    thesis work session help support argument email     mail message response reply words name experience
    concern concerns request figures slides"""
)
OF = word_set("van of by door from")
# Only persons do these …
SAYING = word_set(
    """zei zegt vindt vond vertelde vertelt noemde noemt vroeg vraagt stelde schreef stated states verklaarde
    schrijft legde legt antwoordde reageerde reageert merkte merkt benadrukte benadrukt beaamde beaamt
    bedankt wilde deelde opperde suggereerde twijfelt twijfelde knikt lachte belde mailde appte denkt
    dacht     betoogt betoogde waarschuwt waarschuwde pleit pleitte noteert noteerde meldde meldt wijst
    wees sprak     spreekt vertrok mist miste herkent herkende verwacht hoopt hoopte begrijpt begreep
    bedoelt bedoelde zucht     said says thinks thought told mentioned asked asks explained suggested
    suggests argued argues organised     organiseerde agreed agrees disagreed disagrees replied wondered
    wonders felt feels noted notes wrote     writes claims claimed doubts doubted believes believed
    pointed added adds emphasised emphasized stressed     begeleidt begeleidde recommended recommends
    proposed proposes laughed joked complained admitted insisted     commented remarked objected reckons
    explains mentions warned warns tells raised volunteered gelijk"""
)
# … and these too, after what is known to be a first name.
SPEAKING = SAYING | word_set(
    """gaf geeft stelt deed gaat kwam komt doet kan showed gave heeft had has took takes works werkt belt
    mailt     leidt leidde geef presenteerde presenteert presented leads led joined schuift haakt hielp
    helpt helped"""
)
# After a modal verb no other finite verb can follow: "Wil heeft gelijk", "Will was late".
MODALS = word_set("Wil Will May Can")
FINITE = SPEAKING | word_set(
    "is was wordt werd zal zou moet mag heet woont stond staat zat zit has had does did would"
)
ONLY_ONE = word_set("enige eerste laatste degene only first last one")
PLACE_BEFORE = word_set("in te uit naar bij near from to at rond regio rondom voor tussen richting")
INTRODUCTIONS = frozenset(
    {
        ("ik", "heet"),
        ("naam", "is"),
        ("name", "is"),
        ("am", "called"),
        ("vriendelijke", "groet"),
        ("vriendelijke", "groeten"),
        ("kind", "regards"),
        ("best", "regards"),
    }
)
# Words after which any capital may be a name, so that a text with one is always looked at closely.
TELLING = (
    TITLES
    | frozenset(last for _, last in INTRODUCTIONS - {("naam", "is"), ("name", "is")})
    | {"naam", "name"}
)
