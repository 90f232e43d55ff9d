"""Words that break a name or only sometimes make one: organisations, and names that are also words."""

from __future__ import annotations

from lcsynth.prepare.word_sets import word_set

# First names that are also words. Alone they count as a name only in the middle of a sentence …
SOMETIMES_NAMES = word_set(
    """Wil Will Mark Roos Bloem Floor Fleur Bas Grace Joy Faith Hope Iris Jet Merel Noor Puck Pien Frank Rob
    Rose Bob Bert Dean Jack Bill Ben Max Sam Pat Gene Ray Roy Guy Rik Rein Ster Lot Mees Stijn Tim Tom
    Ruth     Robin Bram Ian Pia Pip Loes Lies Ties Trees Dick Rick Nick Nel Wim Jan Job Joost Art Drew
    Chuck Curt     Miles Chase Chris Christian Engel Harm Sil Storm Wolf Beer Bo Hans Els Pier Piet Marie
    Amber Ivy Lily     Daisy Poppy Olive Penny Cherry Ginger Heather Hazel Jasmine Violet Ruby Pearl Jade
    Crystal Dawn Eve Eva     Fay Gill Jay Jean Lance Lee Norman Rosemary Rowan Sage Sandy Skip Sonny Sue
    Summer Terry Victor Wade Ward     Warren Woody Charity Felicity Linde Vera Anker Nova Luna Stella
    Aurora Flora Viola Melody Victoria Gloria     Patience Prudence Zwaan Raven"""
)
# … and these never alone: with a surname after them they can be one.
NEVER_ALONE = word_set(
    """Aan Ai An Aren Augustus August Baan Bloemen Bouwen Bruin Burger Can De Don Done Ed Edu Else Given Hart
    Has Him Hoi Ive Jo Jouw Just Kent Klaar Kok Line Ly Maan May June July April Men Mine Mo My Nader Nine
    Ran Rijk Said Seven Si Su Tak Take Tien Veer Vos Vu Wiel Winter Ye Yu Zilver Zomer Zus Age Alien Alike
    Alpha Alberta Arena Asia Austin Bars Belle Bin Bing Bink Blaas Blessing Bliss Boy Brain Bran Brand
    Brit     Brooklyn Buddy Cain Candy Caprice Carry Cars Ceder Chad Charisma Chelsea Cherish China Clay
    Cliff Coco     Constant Cooper Cornell Daily Dakota Dale Dane Danish Day Dee Deli Denver Desire
    Destiny Deny Dies Diesel     Dim Dine Divine Doha Dolly Domino Donate Dot Duke Dusty Earl Ebony Eden
    Engels Ente Fake Fan Fee Fin Fine     Finn Fitting Flint Flip Flo Florence Florida Fox Franc France
    Frat Funs Genesis Geneva Georgia German     Germ Griffin Gull Hale Han Hang Har Haring Harm Harper Hay
    Heaven Heavenly Hei Hens Herald Hero Hind Hon     Hong India Indiana Indie Indigo Islam Israel Israël
    Jamaica Januarius Jazz Jazzy Jeep Jelly Jersey Jewel     Jihad Junior Justice Kader Kam Kane Kar Kas
    Kate Keet Kick Kin King Kingston Kit Koop Koos Lam Lan Lard     Laurel Lava Lean Leen Lei Lelie Lense
    Lente Lewis Lex Liberty Lie Lima Lin Ling Lion Loan Lode Logan Lok     Lone Lotus Louw Love Lovely
    Luck Lucky Lun Lux Lyon Maas Mac Mace Madison Madonna Mala Mans Mare Marine     Marines Mars Mart
    Martinique Mas Mase Mason Math Mauritius Meadow Medina Meg Mel Memphis Mercy Merit     Merlin Meta
    Mete Mex Mien Mille Mink Mint Miracle Misty Montana Moon Moses Murk Mus Nail Nana Nanny Nas     Neef
    Nero Nevada Nies Nim Ninja Nirvana Noes Ocean Octave Orion Orlando Ouwe Paris Parker Parel Pax
    Pebbles Peer Pel Pep Pepper Petter Phi Phoenix Pie Pietje Pita Pixie Pluk Pol Pom Precious Preston
    Prince     Princess Prosper Raaf Raj Ram Reef Reem Rem Rex Rim Rink River Rive Rome Romein Roma Rover
    Rune Rut Saar     Saber Sake Sal Salem Santiago Savanna Savanne Sell Sem Sen Serve Shade Shy Silver
    Sin Sing Sky Sol     Splinter Sparks Spike Stan Star Stans Sultan Sunny Swan Sydney Tai Tam Tan Tao
    Ted Tea Thai Thor Tiger     Timber Timor Tin Tine Ting Tiny Toke Ton Trinity Tromp Tuba Tuna Uiltje
    Valencia Valiant Vanity Venice     Verona Vesper Vienna Vin Virginia Vital Wail Waling Wan Wand Wander
    Wart Wei Wen Wende Wester Wick     Wijntje Willow Win Wing Woud Yen Yin Zander Zen Zier Zion Mei Maart
    Juni Juli Delta Corona Java Python     Ruby Excel Teams Word Miro Mural Zoom Slack Canvas Padlet
    Notion Moodle Brightspace Google Microsoft     Apple Meet Forms Jamboard Nederland Europa Holland
    Duitsland Vlaanderen Brussel Amerika Nederlands Dutch     English Nederlandse Engelse Europese
    European Duitse Duits Frans Franse Learning Community Communities     Lab Labs Living Field Basis"""
)
# Capitalised and in the surname lists, but words for offices and bodies.
NOT_SURNAMES = word_set(
    """Raad Minister Koning Koningin Kamer Staat Graaf Bijbel Groen Links Hoge Eerste Tweede Derde Nieuwe
    Oude     Werk Raadt Dienst Bond Partij Dagen Jonge Vrije Hollander Nederlander Hart Zorg Tafel Tafels
    Kring Poort     Brug School Schoof Campus Academie Werkgroep Stuurgroep Commissie"""
)
# The words that show that what stands beside them is an organisation, a place or a method.
ORGANISATION_BEFORE = word_set(
    """hogeschool hogescholen universiteit university universiteiten roc mbo hbo stichting gemeente provincie
    ministerie basisschool college lectoraat instituut vereniging kenniscentrum fieldlab platform bureau
    regio waterschap school campus stad straat museum ziekenhuis bibliotheek theater stadion practoraat
    werkplaats academie faculteit opleiding locatie wijk dorp methode model theorie wet prijs project
    programma sint saint"""
)
# Compounds with these are as telling: "Installatiebedrijf Van Dalen", "Zorggroep De Linde".
ORGANISATION_ENDINGS = (
    "bedrijf",
    "groep",
    "centrum",
    "school",
    "college",
    "stichting",
    "bureau",
    "fonds",
    "ziekenhuis",
    "instituut",
)
ORGANISATION_AFTER = word_set(
    """college universiteit university hogeschool instituut institute academie academy school lyceum
    stichting     foundation ziekenhuis hospital centrum center centre mc umc arena prijs award methode
    method model     theorie theory scale schaal lab labs fonds fund bv nv groep group museum stadion
    plein straat laan cyclus     cycle consultancy county co avenue road rd blvd drive street river lake
    park airport course garden     gardens farms schools building society inc ltd scholengroep
    scholengemeenschap kliniek huis wet act"""
)
PREFIXES = word_set(
    """van de der den ter ten te 't t 's el al la le du da di dos del von zu zur op in het vd v.d v.d. v/d
    v/d.     ben bin ait aït ibn abu"""
)
# Words with a capital at the head of a sentence or by spelling, never a person.
COMMON = word_set(
    """de het een en of ik je jij hij zij wij we jullie u dit dat die deze er hier daar wat wie waar hoe
    waarom     als dan maar want dus ook niet geen wel nog al the a an and or i you he she it they this
    that these those     there here what who where how why if then but so also not no yes ja nee zo toen
    nu my our your their mijn     ons onze jouw uw maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag monday tuesday wednesday     thursday friday saturday sunday januari februari maart april mei
    juni juli augustus september oktober     november december january february march may june july august
    october nederland dutch english nederlands     engels fijne goede good great super mooi leuk bedankt
    dank thanks ps nb kortom oftewel bijv bijvoorbeeld     vraag antwoord note noot"""
)

# Prefixes that small words are too: alone they say nothing before a capital.
WORD_PREFIXES = word_set("de het in op la le el al da die den der te van")
ARABIC_PREFIXES = word_set("""el al ait aït ben ibn abu""")
# After these, also in lower case, no person is meant: "Warren county", "Patton road".
AFTER_IN_LOWER = word_set(
    """county road drive street scholengemeenschap methode model cyclus schaal wet act"""
)
