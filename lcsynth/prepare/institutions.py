"""Institutions, companies, products and thinkers: with a capital in the middle of a sentence, yet no person.

These are kept readable; a workspace adds its own organisations.
"""

from __future__ import annotations

from lcsynth.prepare.word_sets import word_set

# Dutch education, research, health care and government, as they are called without their kind.
INSTITUTIONS = word_set(
    """Aeres Amsterdam_UMC Amsterdamse_Hogeschool_voor_de_Kunsten ArtEZ Avans Breda_University BUas
    Christelijke_Hogeschool_Ede Codarts De_Haagse De_Haagse_Hogeschool De_Kempel Design_Academy_Eindhoven
    Driestar Driestar_educatief Fontys Gerrit_Rietveld Gerrit_Rietveld_Academie Haagse_Hogeschool HAN HAS
    HAS_Green_Academy HKU Hanze Hanzehogeschool Hotelschool_The_Hague HZ HZ_University Inholland Iselinge
    Kempel Leidse_Hogeschool Marnix Marnix_Academie NHL NHL_Stenden Pabo Rietveld Saxion Stenden
    Thomas_More Tio Van_Hall_Larenstein Viaa Windesheim Zuyd Thim_van_der_Laan Wittenborg NCOI LOI Erasmus
    Erasmus_MC Leiden Maastricht Nyenrode Radboud Radboudumc Rijksuniversiteit_Groningen Tilburg Twente
    UMCG UMC_Utrecht Utrecht Vrije_Universiteit Wageningen WUR LUMC MUMC Delft Eindhoven Groningen
    Open_Universiteit Universiteit_voor_Humanistiek Protestantse_Theologische_Universiteit
    Wilhelmina_Kinderziekenhuis Albeda Alfa-college Aventus Astrum Cibap Clusius Citaverde Curio Da_Vinci
    Deltion Drenthe Drenthe_College Firda Friese_Poort Friesland Friesland_College Gilde Graafschap
    Graafschap_College Grafisch_Lyceum Helicon Horizon Hoornbeeck Koning_Willem_I Kellebeek Landstede
    Lentiz Leijgraaf De_Leijgraaf Mediacollege Menso_Alting Mondriaan Noorderpoort Nimeto Nordwin Nova
    Onderwijsgroep_Tilburg Regio_College Rijn_IJssel Rijnlands Scalda Scheepvaart_en_Transport SintLucas
    Sint_Lucas SOMA Summa Techniek_College Techniek_College_Rotterdam Talland Ter_AA Tech_College TCR
    Terra Vista VONK Wellantcollege Wellant Yuverta Yonder Zadkine Zone Zone.college Zone_college
    Prinsentuin Edudelta Groenhorst Dulon Leeuwenborgh Arcus Amarantis Eduvier Terra_MBO Berechja Aloysius
    Avicenna Isala Gelre Deventer_Ziekenhuis Medisch_Spectrum Medisch_Spectrum_Twente Amphia Antonius
    Antoni_van_Leeuwenhoek Elkerliek Máxima_MC Rijnstate Jeroen_Bosch Sint_Antonius Haaglanden Meander
    Tergooi Zuyderland Albert_Schweitzer Franciscus_Gasthuis Ikazia Maasstad Canisius Canisius-Wilhelmina
    Vilans Movisie Trimbos Pharos Nivel Carintreggeland Buurtzorg Philadelphia Cordaan Zorgspectrum
    Humanitas SBB OCW EZK SZW VWS BZK LNV NWO NRO ZonMw SIA Regieorgaan_SIA Katapult TNO Deltares Wetsus
    Surf Kennisnet SLO Cito ECBO CINOP Oberon ResearchNed Rathenau CPB SCP WRR KNAW Nuffic DUO RVO
    Expertisecentrum_Beroepsonderwijs Nationaal_Regieorgaan Onderwijsraad Onderwijsinspectie Techniekpact
    Sectorraad Inspectie Kamer_van_Koophandel Topsector Brainport Food_Valley Foodvalley Kennispark
    Kohnstamm Verwey-Jonker Platform_Talent Vernieuwingslab Vereniging_Hogescholen Npuls MBO_Raad
    Johan_Cruyff Johan_Cruijff Anton_de_Kom Nelson_Mandela Hendrik_Kraemer Anne_Frank Van_Gogh Van_Abbe
    Boijmans Rijksmuseum Naturalis Mauritshuis Vlerick Thorbecke Montessori Dalton Jenaplan Sint_Maarten"""
)
# Companies and products, some named after a person.
BRANDS = word_set(
    """Albert_Heijn Jan_Linders Douwe_Egberts Van_Oord Van_Wijnen Dura_Vermeer Ballast_Nedam Van_Lanschot
    Van_Gend Van_Dale Van_der_Valk Van_der_Valk_Hotel Tata Tata_Steel Philips ASML Ahold Akzo AkzoNobel
    Heineken Unilever Shell Siemens Boskalis Strukton Heijmans Demcon Rabobank Achmea Aegon Jumbo Lidl
    Aldi Hema Blokker Kruidvat Etos Gamma Praxis Ikea Volvo Tesla Toyota Renault Peugeot Honda Samsung
    Nokia Huawei Lenovo Dell Cisco Oracle Adobe Amazon Netflix Spotify Facebook Instagram Twitter TikTok
    Snapchat Pinterest LinkedIn YouTube WhatsApp Telegram Mastodon Reddit Wikipedia Google Microsoft Apple
    OpenAI ChatGPT Copilot GitHub GitLab Trello Asana Jira Confluence Figma Mentimeter Kahoot Lesson_Up
    LessonUp Padlet Mural Miro Moodle Brightspace Blackboard Canvas Zoom Slack Teams Webex Skype Discord
    Dropbox SharePoint Sharepoint OneDrive Onenote OneNote Evernote Obsidian Zotero Mendeley EndNote
    Endnote Qualtrics SurveyMonkey Limesurvey LimeSurvey Typeform Airtable Notion Basecamp Monday.com
    Salesforce Afas Magister Somtoday Osiris Eduarte Peppels Xerte Genially Wooclap Socrative Nearpod
    Prezi Powerpoint PowerPoint Excel Word Outlook Access Atlas MaxQDA Nvivo NVivo Stata SPSS Jamovi
    Jupyter Python Java Javascript JavaScript Docker Linux Windows Android Chrome Firefox Safari Edge Lego
    LEGO Minecraft Roblox Arduino Raspberry Raspberry_Pi Uber Airbnb Deliveroo Picnic Coolblue Marktplaats
    Tikkie Ziggo KPN Vodafone Odido PostNL DHL Randstad Adecco Tempo-Team Manpower Deloitte Berenschot
    KPMG Accenture Capgemini Scrum Kanban Lean Agile Prince2 Delphi Likert Jigsaw Erasmus+ Interreg
    Horizon Europass Eurydice Eurostat Unesco UNESCO Oeso OESO Brexit Covid COVID Corona Black_Friday
    Pasen Kerst Kerstmis Pinksteren Hemelvaart Carnaval Sinterklaas Suikerfeest Ramadan Koningsdag
    Prinsjesdag Bijbel Koran Torah Bluesky Threads Thales Vredestein Scania Univé Enexis Liander Alliander
    Stedin Vattenfall Eneco Essent Nuon Vitens Brabant_Water Evides Waternet Rijkswaterstaat ProRail
    Arriva Connexxion Keolis Qbuzz Transdev Damen DAF VDL NXP Fokker Stork Imtech Unica Croonwolter Bam
    BAM TBI Arcadis Sweco Haskoning Tauw Witteveen+Bos Fugro Campina FrieslandCampina Vion Nutreon DSM
    Sabic Tata Corus Hoogovens Fluor Bosch Festo Siemens Bayer Novartis Pfizer Medtronic Stryker Menzis
    Zilveren_Kruis Achmea Centraal_Beheer Interpolis Nationale-Nederlanden Triodos Knab Bunq Gasunie Enza
    Rijk_Zwaan Koppert Priva Lely Ikazia Mastodon Signal Perplexity Gemini Claude Mistral Llama Nextcloud
    Kaltura Panopto Feedbackfruits FeedbackFruits Turnitin Ouriginal Grammarly DeepL Trouw Volkskrant
    Telegraaf Parool Nieuwsuur Guardian Times"""
)
# Whose ideas are quoted: a source, not somebody who took part.
THINKERS = word_set(
    """Kolb Wenger Lave Dewey Vygotsky Vygotskij Piaget Bruner Bandura Engeström Engestrom Argyris Schön
    Schon Senge Nonaka Takeuchi Biesta Hattie Bloom Mintzberg Latour Bourdieu Habermas Foucault Freire
    Illich Luhmann Weick Kotter Lewin Maslow Herzberg Tuckman Belbin Deming Pareto Gantt Ruijters Boonstra
    Castells Sennett Arendt Kant Hegel Plato Socrates Aristoteles Aristotle Darwin Einstein Marx Gadamer
    Polanyi Schein Fullan Lijphart Montessori Freinet Parkhurst Cronbach Bonferroni Spearman Kruskal
    Mann-Whitney Rasch Socratisch Dreyfus Guskey Kirkpatrick Knowles Mezirow Shulman Koehler Laurillard
    Etzkowitz"""
)
# Places outside the Netherlands; those within come with the lists.
PLACES_ABROAD = word_set(
    """Afghanistan Albanië Albania Algerije Algeria Amerika America Argentinië Argentina Aruba Australië
    Australia België Belgium Bolivia Bonaire Bosnië Bosnia Brazilië Brazil Bulgarije Bulgaria Canada Chili
    Chile China Colombia Congo Cuba Curaçao Denemarken Denmark Duitsland Germany Egypte Egypt Engeland
    England Eritrea Estland Estonia Ethiopië Ethiopia Europa Europe Finland Frankrijk France Ghana
    Griekenland Greece Guyana Hongarije Hungary Ierland Ireland IJsland Iceland India Indonesië Indonesia
    Irak Iraq Iran Israël Israel Italië Italy Japan Jordanië Kaapverdië Kenia Kenya Korea Kosovo
    Koerdistan Kroatië Croatia Letland Latvia Libanon Lebanon Libië Litouwen Lithuania Luxemburg
    Luxembourg Maleisië Malaysia Malta Marokko Morocco Mexico Moldavië Molukken Montenegro Nederland
    Netherlands Holland Nepal Nigeria Noorwegen Norway Oekraïne Ukraine Oostenrijk Austria Pakistan Peru
    Polen Poland Portugal Roemenië Romania Rusland Russia Rwanda Saba Schotland Scotland Senegal Servië
    Serbia Singapore Slovenië Slovenia Slowakije Slovakia Soedan Sudan Somalië Somalia Spanje Spain Statia
    Suriname Syrië Syria Taiwan Thailand Tsjechië Tunesië Tunisia Turkije Turkey Uganda Oeganda Venezuela
    Vietnam Wales Wallonië Vlaanderen Flanders Zweden Sweden Zwitserland Switzerland Azië Asia Afrika
    Africa Scandinavië Aalst Aarhus Abuja Accra Aken Aachen Algiers Alicante Ankara Antwerpen Antwerp
    Arnsberg Athene Athens Atlanta Bagdad Baltimore Bangkok Barcelona Basel Beijing Beiroet Belfast
    Belgrado Bergamo Berlijn Berlin Bern Bielefeld Bilbao Birmingham Bochum Bocholt Bologna Bonn Bordeaux
    Boston Bradford Bratislava Bremen Bristol Brugge Bruges Brussel Brussels Boedapest Budapest Boekarest
    Bucharest Caïro Cairo Calais Cambridge Cardiff Casablanca Chicago Coimbra Coventry Cracow Krakau
    Kraków Dakar Damascus Dallas Delhi Denver Derby Detroit Dortmund Dresden Dublin Duisburg Düsseldorf
    Edinburgh Exeter Florence Frankfurt Freiburg Gent Ghent Genk Genève Geneva Glasgow Goa Göteborg
    Gothenburg Göttingen Granada Graz Guangzhou Hamburg Hannover Hanover Hasselt Heidelberg Helsinki
    Hongkong Houston Innsbruck Istanbul Jakarta Jeruzalem Jyväskylä Kaboel Karlsruhe Kassel Keulen Köln
    Kiev Kyiv Kleef Kinshasa Kopenhagen Copenhagen Kortrijk Lagos Lausanne Leeds Leicester Leipzig Leuven
    Lille Limerick Lissabon Lisbon Liverpool Ljubljana Łódź London Londen Lübeck Luik Lund Lyon Madrid
    Mainz Malmö Manchester Mannheim Marrakesh Marseille Mechelen Melbourne Meppen Miami Milaan Moskou
    Moscow München Munich Münster Mumbai Nairobi Nantes Napels Naples Newcastle Norwich Nottingham
    Nürnberg Oldenburg Oostende Osaka Osnabrück Oslo Oulu Oxford Padova Palermo Paramaribo Parijs Paris
    Philadelphia Plymouth Poznań Porto Potsdam Praag Prague Rabat Reykjavik Riga Rome Roeselare Rostock
    Rouen Salzburg Santiago Sarajevo Seoul Seattle Sevilla Seville Shanghai Sheffield Siegen Southampton
    Stavanger Stockholm Stuttgart Sydney Tallinn Tampere Tanger Tartu Teheran Tokyo Tokio Toronto Toulouse
    Trier Trondheim Turijn Turku Turnhout Uppsala Valencia Vancouver Venetië Verona Vilnius Warschau
    Warsaw Washington Wenen Vienna Willemstad Wuppertal York Zagreb Zürich Achterhoek Salland Kempen
    Randstad Benelux Oldenzaal Haïti Haiti Groenland Greenland Groot-Brittannië Nieuw-Zeeland Zuid-Afrika
    Noord-Ierland Noord-Holland Zuid-Holland Noord-Brabant Ivoorkust Antillen"""
)
