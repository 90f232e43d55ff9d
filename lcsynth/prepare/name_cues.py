"""Words that tell that what stands beside them is a person: titles, roles, greetings, verbs of speech."""

from __future__ import annotations

from lcsynth.prepare.word_sets import word_set

TITLES = word_set(
    """fam familie dhr mevr mw mevrouw meneer mijnheer heer mej dr drs prof ir ing mr mrs ms miss
    professor doctor juf meester sir madam"""
)
# Titles after which a name in lower case follows too: "mevr. de jong".
COURTESIES = word_set("dhr mevr mw mevrouw meneer mr mrs ms")
GREETINGS = word_set(
    """hoi hallo hey hee heey hi hello dag beste dear thanks thnx thx bedankt dankjewel dankje dank thank
    groet groeten groetjes liefs gr mvg goedemorgen goedemiddag welkom welcome sorry ha hoihoi morning
    cheers"""
)
# What can stand directly before a name in lower case.
BEFORE_SMALL = GREETINGS | word_set("volgens collega namens bel mail app vraag ask aldus according")
# These too, before a first name that is hardly a word.
BESIDE_SMALL = word_set(
    "met van aan with ask vragen vraag tell bij door voor for by from dat als and en heeft"
)
ROLES = GREETINGS | word_set(
    """collega collega's docent docente docenten lector practor student studente onderzoeker
    onderzoekster kwartiermaker
    teamleider projectleider coach directeur directrice wethouder burgemeester minister rector decaan
    voorzitter begeleider begeleidster facilitator moderator coördinator adviseur bestuurder stagiair
    stagiaire buurman buurvrouw vriend vriendin colleague colleagues teacher lecturer researcher manager
    mentor chair dean director supervisor interviewer intern trainee nurse alderman alderwoman councillor
    facilitators verpleegkundige ondernemer ondernemers promovendus promovenda hoogleraar leraar lerares
    ouder moeder vader mother father friend neighbour participant deelnemer respondent auteur author
    voornaam naam notulist secretaris penningmeester staatssecretaris gedeputeerde kandidaat conciërge"""
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
    voor thanked phoned called invited quoting citing credit cc except behalve unlike contact ping named
    genaamd geheten"""
)
# What somebody has or says: "het idee van Roos", "Ouaddah's suggestion".
PERSON_NOUNS = word_set(
    """idee idees ideeën voorstel voorstellen opmerking opmerkingen reactie reacties vraag vragen bijdrage
    mening verhaal advies woorden stuk verslag presentatie punt rol inbreng suggestie kritiek groep klas
    team visie initiatief tip tips betoog artikel boek aanpak proefschrift onderzoek lezing workshop
    sessie ervaring ervaringen verzoek lijn standpunt observatie hulp steun naam werk commentaar
    aantekeningen notitie idea ideas proposal suggestion suggestions comment comments question questions
    remark remarks point points view views role story contribution feedback presentation talk paper report
    notes group class opinion advice criticism observation example article book thesis work session help
    support argument email mail message response reply words name experience concern concerns request
    figures slides framework theory definition notion claim critique analysis concept chapter quote
    findings study studies argumentation theorie definitie begrip stelling citaat kader redenering analyse
    bevindingen studie opvatting indeling uitspraak column blog dissertatie zorg afscheid vertrek opvolger
    vervanger collega moeder vader kinderen telefoon mail mailtje bericht appje"""
)
OF = word_set("van of by door from")
# Only persons do these …
SAYING = word_set(
    """zei zegt vindt vond vertelde vertelt noemde noemt vroeg vraagt stelde schreef stated states
    verklaarde schrijft legde legt antwoordde reageerde reageert merkte merkt benadrukte benadrukt beaamde
    beaamt bedankt wilde deelde opperde suggereerde twijfelt twijfelde knikt lachte belde mailde appte
    denkt dacht betoogt betoogde waarschuwt waarschuwde pleit pleitte noteert noteerde meldde meldt wijst
    wees sprak spreekt vertrok mist miste herkent herkende verwacht hoopt hoopte begrijpt begreep bedoelt
    bedoelde zucht said says thinks thought told mentioned asked asks explained suggested suggests argued
    argues organised organiseerde agreed agrees disagreed disagrees replied wondered wonders felt feels
    noted notes wrote writes claims claimed doubts doubted believes believed pointed added adds emphasised
    emphasized stressed begeleidt begeleidde recommended recommends proposed proposes laughed joked
    complained admitted insisted commented remarked objected reckons explains mentions warned warns tells
    raised volunteered gelijk"""
)
# … and these too, after what is known to be a first name.
SPEAKING = SAYING | word_set(
    """gaf geeft stelt deed gaat kwam komt doet kan showed gave heeft had has took takes works werkt belt
    mailt leidt leidde geef presenteerde presenteert presented leads led joined schuift haakt hielp helpt
    helped"""
)
# After a modal verb no other finite verb can follow: "Wil heeft gelijk", "Will was late".
MODALS = word_set("Wil Will May Can")
# What persons do rather than things: little else is the subject of these.
ACTING = word_set(
    """abstained apologised apologized arrived attended bekijkt bekeek belde belt belooft beloofde bracht
    brengt called calls chaired chairs checkt checkte controleert controleerde declined deelt emailed
    emails enjoyed forgot ging haalde haalt haakte hears heard heet hates hated helpt hielp hoorde hoort
    invited joined joins kende kent kijkt keek knikte krijgt laughed learned leert leerde leest las left
    lachte liep liet likes liked loopt loves loved luistert mailde mailt mentions misses neemt nam nodigt
    nodigde offered opent opende pakt pakte phoned prefers preferred presenteert presenteerde promised
    praat praatte promises quit raises reads read regelde regelt resigned responded responds rose schoof
    schuift sent sends shared shares signed sits sat smiled snapt snapte spends spent speaks spoke starts
    stemde stemt stuurde stuurt taught teaches thanked typte typt verliet vergat vergeet verving volgt
    volgde volunteers voerde voorzit voted votes vroeg walked wants wanted weet werkt werkte wilde wist
    woont wrote zit zat zoekt zocht zorgde zorgt twijfelt skipped stumbled stepped regrets regretted
    reckoned roept riep reviewed reviews loves leaves knows knew kiest koos invites hopes hoped haat
    gelooft geloofde gets got drinks cried coordinates coordinated coördineert contacted contacts commutes
    came comes chatted buys bought brings brought begrijpt begreep begon begint appt appte antwoordt
    antwoord agrees accepteert accepted trekt trok studeert studied studies struggles struggled staat
    stond sprak spreekt"""
)
FINITE = (
    SPEAKING
    | ACTING
    | word_set(
        """is was wordt werd zal zou moet mag wil kon mocht moest hoeft blijft bleef lijkt leek heet woont
        stond staat zat zit has had does did would will could should can must may might makes made gaat
        ging maakt maakte neemt nam keeps kept needs needed uses used isn't wasn't doesn't didn't hasn't
        won't never also often always really ziet zag houdt hield zet zette finds found puts put runs ran
        goes went seems seemed becomes became remains remained gets got sees saw"""
    )
)
# Of anything it can be said that it is.
BEING = word_set(
    "is was wordt werd are were lijkt leek blijft bleef isn't wasn't remains remained seems seemed"
)
# Only persons are these, or nearly: "Ray is right".
STATES = word_set(
    """right wrong late ill sick absent away busy present nodding gone ziek afwezig bezig verhinderd thuis
    aanwezig jarig mijn onze my our"""
)
# After these a clause begins, often with somebody in it.
CONJUNCTIONS = word_set(
    """dat als toen wat hoe omdat want waarom wanneer terwijl nadat voordat that when what if because
    while since whether how why where until unless sure niet ook"""
)
DETERMINERS = word_set(
    """de het een deze die dit elke iedere geen the a an this these those every each no any some"""
)
HIS = frozenset({"haar", "z'n", "z’n", "zn", "d'r", "d’r", "hun"})
# To whom these are said in the same breath is spoken to: "Laleh, if you read this".
YOU = word_set(
    "you your u jij je jullie jouw uw kun could please graag kan can if als thanks dank svp pls aub"
)
# Before a colon these announce names: "Afwezig: Els", "Bij vragen: Ids".
BEFORE_NAMES = word_set(
    """afwezig aanwezig afgemeld present absent apologies attendees attending contact contactpersoon
    vragen naam name auteur author auteurs authors notulist notulen notes door by van from cc aan
    voorzitter chair deelnemers participants spreker sprekers speaker speakers begeleiders facilitator
    groep actie action actiehouder owner wie who met with onder o.v.v. t.a.v. tav"""
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
    | {"naam", "name", "tnv"}
)
