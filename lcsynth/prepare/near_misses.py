"""Words that break a name or only sometimes make one: organisations, and names that are also words."""

from __future__ import annotations

from lcsynth.prepare.word_sets import word_set

# First names that are also words. Alone they count as a name only in the middle of a sentence …
SOMETIMES_NAMES = word_set(
    """Wil Will Mark Roos Bloem Floor Fleur Bas Grace Joy Faith Hope Iris Jet Merel Noor Puck Frank Rose
    Dean Bill Ben Max Pat Gene Ray Guy Rein Ster Lot Lies Ties Trees Dick Nick Nel Jan Job Art Drew Chuck
    Curt Miles Chase Christian Engel Harm Storm Wolf Beer Bo Els Pier Amber Ivy Lily Daisy Poppy Olive
    Penny Cherry Ginger Heather Hazel Jasmine Violet Ruby Pearl Jade Crystal Dawn Eve Jay Lance Rosemary
    Sage Sandy Skip Sonny Sue Summer Wade Ward Charity Felicity Linde Vera Anker Nova Luna Stella Aurora
    Flora Viola Melody Victoria Gloria Patience Prudence Zwaan Raven April Blessing Holly Joke Dan Jill
    Meta Mina Toon Lieve Roman Maxim Marina Taco Alma Emir Mara Sally Celeste Demi Robijn Madelief Berry
    Emerald Josh Jack Saar Sem Stan Finn Griffin Meg Jo Cooper Harper Mason Parker Wei Cliff Chad Dale Kit
    Pol"""
)
# … and these never alone: with a surname after them they can be one.
NEVER_ALONE = word_set(
    """Aan Ai An Aren Augustus August Baan Bloemen Bouwen Bruin Burger Can De Don Done Ed Edu Else Given
    Hart Has Him Hoi Ive Jouw Just Kent Klaar Kok Line Ly Maan May June July April Men Mine Mo My Nader
    Nine Ran Rijk Said Seven Si Su Tak Take Tien Veer Vos Vu Wiel Winter Ye Yu Zilver Zomer Zus Age Alien
    Alike Alpha Alberta Arena Asia Austin Bars Belle Bin Bing Bink Blaas Blessing Bliss Boy Brain Bran
    Brand Brit Brooklyn Buddy Cain Candy Caprice Carry Cars Ceder Charisma Chelsea Cherish China Clay Coco
    Constant Cornell Daily Dakota Dane Danish Day Dee Deli Denver Desire Destiny Deny Dies Diesel Dim Dine
    Divine Doha Dolly Domino Donate Dot Duke Dusty Earl Ebony Eden Engels Ente Fake Fan Fee Fin Fine
    Fitting Flint Flip Flo Florence Florida Fox Franc France Frat Funs Genesis Geneva Georgia German Germ
    Gull Hale Han Hang Har Haring Hay Heaven Heavenly Hei Hens Herald Hero Hind Hon Hong India Indiana
    Indie Indigo Islam Israel Israël Jamaica Januarius Jazz Jazzy Jeep Jelly Jersey Jewel Jihad Junior
    Justice Kader Kam Kane Kar Kas Keet Kick Kin King Kingston Koop Lam Lan Lard Laurel Lava Lean Leen Lei
    Lelie Lense Lente Liberty Lie Lima Lion Loan Lode Lok Lone Lotus Love Lovely Luck Lucky Lun Lux Lyon
    Maas Mac Mace Madison Madonna Mala Mans Mare Marine Marines Mars Mart Martinique Mas Mase Math
    Mauritius Meadow Medina Memphis Mercy Merit Merlin Meta Mete Mex Mille Mink Mint Miracle Misty Montana
    Moon Moses Murk Mus Nail Venus Sun Jupiter Saturn Neptune Nana Nanny Nas Neef Nero Nevada Nies Nim
    Ninja Nirvana Noes Ocean Octave Orion Orlando Ouwe Paris Parel Pax Pebbles Peer Pel Pep Pepper Petter
    Phi Phoenix Pie Pietje Pita Pixie Pluk Pom Precious Preston Prince Princess Prosper Raaf Ram Reef Reem
    Rem Rex Rim Rink River Rive Rome Romein Roma Rover Rune Rut Saber Sake Sal Salem Santiago Savanna
    Savanne Sell Sen Serve Shade Shy Silver Sin Sing Sky Sol Splinter Sparks Spike Star Stans Sultan Sunny
    Swan Sydney Tai Tam Tan Tao Tea Thai Thor Tiger Timber Timor Tin Tine Ting Tiny Toke Ton Trinity Tromp
    Tuba Tuna Uiltje Valencia Valiant Vanity Venice Verona Vesper Vienna Vin Virginia Vital Wail Waling
    Wan Wand Wander Wart Wende Wester Wick Wijntje Willow Win Wing Woud Yen Yin Zander Zen Zier Zion Mei
    Maart Juni Juli Delta Corona Java Python Ruby Excel Teams Word Miro Mural Zoom Slack Canvas Padlet
    Notion Moodle Brightspace Google Microsoft Apple Meet Forms Jamboard Nederland Europa Holland
    Duitsland Vlaanderen Brussel Amerika Nederlands Dutch English Nederlandse Engelse Europese European
    Duitse Duits Spaans Italiaans Grieks Turks Pools Russisch Chinees Arabisch Deens Zweeds Noors Fins
    Belg Pool Deen Zweed Fin Spanjaard Italiaan Griek Rus Turk Vlaming Zwitser Engelsman Hollanders Frans
    Franse Learning Community Communities Lab Labs Living Field Basis"""
)
# Surnames that are words of grammar as well; the lists of those words have them all.
SMALL_WORD_SURNAMES = word_set("Young Tan Allen Best Long Little Dias Bah Ng Ho Le Li Ma Vu Wu Lu Yu Hu Xu")
# Capitalised and in the surname lists, but words for offices and bodies.
NOT_SURNAMES = word_set(
    """Raad Minister Koning Koningin Kamer Staat Graaf Bijbel Links Hoge Eerste Tweede Derde Nieuwe Oude
    Werk Raadt Dienst Bond Partij Dagen Jonge Vrije Hollander Nederlander Hart Zorg Tafel Tafels Kring
    Poort Brug School Schoof Campus Academie Werkgroep Stuurgroep Commissie"""
)
NO_SURNAME_ALONE = NOT_SURNAMES | NEVER_ALONE
# The words that show that what stands beside them is an organisation, a place or a method.
ORGANISATION_BEFORE = word_set(
    """hogeschool hogescholen universiteit university universiteiten roc mbo hbo stichting gemeente
    provincie ministerie basisschool college lectoraat instituut vereniging kenniscentrum fieldlab
    platform bureau regio waterschap school campus stad straat museum ziekenhuis bibliotheek theater
    stadion practoraat werkplaats academie faculteit opleiding locatie wijk dorp methode model theorie wet
    prijs project programma sint saint"""
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
    stichting foundation ziekenhuis hospital centrum center centre mc umc arena prijs award methode method
    model theorie theory scale schaal lab labs fonds fund bv nv groep group museum stadion plein straat
    laan cyclus cycle consultancy county co avenue road rd blvd drive street river lake fabriek factory
    kazerne hotel hal kerk building foundation prize team studio lane ln blvd streets avenues boulevard
    park airport course garden gardens farms schools society inc ltd scholengroep scholengemeenschap
    kliniek huis wet act"""
)
PREFIXES = word_set(
    """van de der den ter ten te 't t 's el al la le du da di dos del von zu zur op in het vd v.d v.d. v/d
    v/d. ben bin binti bint ait aït ibn abu"""
)
# Words with a capital at the head of a sentence or by spelling, never a person.
COMMON = word_set(
    """de het een en of ik je jij hij zij wij we jullie u dit dat die deze er hier daar wat wie waar hoe
    waarom als dan maar want dus ook niet geen wel nog al the a an and or i you he she it they this that
    these those there here what who where how why if then but so also not no yes ja nee zo toen nu my our
    your their mijn ons onze jouw uw maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday
    tuesday wednesday thursday friday saturday sunday januari februari maart april mei juni juli augustus
    september oktober november december january february march may june july august october nederland
    dutch english nederlands engels fijne goede good great super mooi leuk bedankt dank thanks ps nb
    kortom oftewel bijv bijvoorbeeld vraag antwoord note noot"""
)
# Surnames that can open a sentence as a word without an article: what cannot be counted, and adverbs.
NOT_SUBJECTS = word_set(
    """Adel Avontuur Balans Bank Best Beste Beurs Bier Blik Boven Bouw Brood Buiten Dans Deugd Diep Doel
    Dood Drift Droog Druk Eed Einde Fase Fris Gast Geest Geld Geloof Geluk Geweld Glas Goedkoop Goud Gras
    Groen Groot Grond Gunst Haast Handel Hard Hart Heil Herfst Hoog Hoop Hout IJs IJzer Kant Kern Klein
    Kleine Knap Kort Korte Kost Koper Kracht Krap Kunst Laag Laat Land Lang Lange Leed Leem Leer Leven
    Licht Liefde Lof Loon Lust Macht Melk Midden Moed Moraal Most Muziek Nat Natuur Niks Nood Nota Olie
    Oost Oud Pardon Pas Persoon Plaats Plezier Post Prima Punt Raak Rest Rond Rook Rouw Rust Samen Schrik
    Slag Slim Slot Smal Snel Spel Spits Spoed Staal Stil Stof Storm Streng Stroom Stuk Taal Tabak Tijd Tip
    Top Touw Trouw Tuin Twist Vecht Vermaak Vet Vis Vlees Vlijt Vlot Vlug Vocht Volk Voorbij Vorm Vorst
    Vrede Vreugd Vrij Waarde Water Weerstand Werk West Wet Wijn Wijs Wild Wind Winst Wit Wol Woord Zand
    Zang Zegen Ziel Zin Zoet Zon Zorg Zout Zuid Zuur Zwart Bliss Chance Day Faith Hope Joy Grace Law Love
    Peace Power Price Rich Sharp Song Strong Sweet Tax Water Wealth West White Wood Woods Hall Park Page
    Street Long Short Small Brown Black Green Gray Grey Blue Bright Rose Young Best Little Hill Field
    Fields Banks Waters Brooks"""
)
# First names that in lower case are something else: "slaagde erin", "in milan".
NEVER_SMALL = word_set(
    "erin wiet isis milan java ada ato moh seo vuk ama ine ike edo ece ove eda ayo xin thu ulf lev soc"
)
# Prefixes that small words are too: alone they say nothing before a capital.
WORD_PREFIXES = word_set("de het in op la le el al da die den der te van")
ARABIC_PREFIXES = word_set("""el al ait aït ben ibn abu""")
# After these, also in lower case, no person is meant: "Warren county", "Patton road".
AFTER_IN_LOWER = word_set(
    """county road drive street lane ln streets avenue boulevard blvd dr rd scholengemeenschap methode
    model cyclus schaal wet act"""
)
