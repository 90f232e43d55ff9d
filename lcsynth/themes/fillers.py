"""Words that say that somebody is speaking, not what about: an addition to the usual stop words."""

DUTCH = """
    achteraf afgelopen alvast anderhalf antwoord antwoorden april augustus bang beginnen begint begon
    belangrijk belangrijke belangrijker belangrijkste best bestaan bestaat beste beter betere betreft
    bijvoorbeeld blijft blijven bovenop brengen brengt daarbij daarmee daarover daarvoor dacht december
    degene denk denken denkt dezelfde ding dingen dinsdag doen doet donderdag echt eens eerlijk eindelijk
    elkaar hetzelfde
    eraan eraf erbij erin ermee eromheen eruit ervan eventueel februari fijn ga gaan gaat gebeuren gebeurt
    gebruik gebruiken gebruikt geeft gegaan gegeven genoemd gevonden gevraagd gewoon gezien ging goed
    goede goeds graag groot grote groter half hard harder heet helaas helpen helpt hieraan hierbij
    hiervoor hoef hoeft hoeven hoge hoog hoop hoor hopen houden houdt hè iedereen ja jaar januari jaren
    juli juni keer keren kijken kijkt klein kleine kleiner klinken klinkt kom komen komt kort korte kreeg
    krijgen krijgt kwam kwijt laag laat lage lang lange langer lastig laten leuk leuke lijken loopt lopen
    maandag maart makkelijk manier manieren mee mei mensen merk merken merkt meteen moeilijk moeilijke
    moet moeten mogelijk mogelijke mooi mooie naast natuurlijk naartoe nee nieuw nieuwe nodig noemen noemt nou
    november nvt okee oktober oké onderdeel onderling oneens ontbreekt ontbreken opmerking opmerkingen
    prima proberen qua rest september slecht slechte snel snelle soms sowieso staan staat stellen stond
    terug toevoeging uur vanzelf verplicht vind vinden vindt voelen voelt volgende vond vooraan vorige
    vraag vraagt vragen vrijdag waaraan waarbij waard waarin waarmee waarover waarvan waarvoor weet wel
    wellicht werkt weten woensdag zaak zaken zat zaterdag zeer zeggen zegt zetten zie zien ziet zin zitten
    zondag zorgen zorgt zolang zoveel één
"""

ENGLISH = """
    actually also april august bad best better bit build call called cant december doesn don dont easier
    easy february feel feels friday get gets go goes going good got great hard harder hour im isn ive
    january july june just kind lot lots made make makes many march maybe monday much need needs nice no
    nobody november october often one people please read really saturday september simply somebody sort
    stuff sunday thats thing things think thinks thursday tuesday two use used using very want way ways
    wednesday well year years yes
"""

# The usual lists hold these, because they were made for web pages; here they are what people talk about.
CONTENT = """
    case cases change changes computer effect effects example examples group groups information interest
    interests member members place places problem problems research room rooms system work working
"""
