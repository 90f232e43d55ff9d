"""Surnames of many origins that the Dutch lists lack, and how surnames end: written for this project."""

from __future__ import annotations

import re

from lcsynth.prepare.word_sets import word_set

SURNAMES = word_set(
    """Abbas Abdelaal Abdelaziz Abdelkader Abdi Abdirahman Abdullah Abdulrahman Abebe Abera Aboagye
    Aboubakar Aboutaleb Abrahamsen Abubakar Acar Acheampong Achterberg Acosta Adams Addo Adebayo Adebola
    Adegoke Adekunle Adeleke Adetunji Adewale Adeyemi Adjei Afolabi Afonso Agarwal Agbaje Agostini Aguilar
    Aguirre Agyemang Ahluwalia Ahmadi Ahmadzai Ahmed Ahn Aidoo Akande Akbar Akbari Akerele Akhtar Akinci
    Akinola Akkaya Akıncı Akıner Akpan Aksoy Alam Alami Alemu Alexandrov Alhassan Ali Allen Almasri Alonso
    Altena Altıntaş Altun Alvarado Alvarez Álvarez Alves Amadi Amama Amankwah Ameen Amhaouch Aminu Amoako
    Ampofo Amrani Anand Andersen Anderson Andersson Andrade Andreou Andrews Angelov Ansah Ansari Antoniou
    Antonov Anwar Appelbaum Appiah Arap Araujo Araújo Araya Armstrong Arora Arslan Arslantürk Arthur
    Asante Asare Asghar Ashraf Aslan Aslanyan Asmah Atanasov Atkins Atkinson Attia Auer Avery Avila Awad
    Ayala Ayaz Aydın Ayele Aytaç Azevedo Azizi Azzouzi Babić Bachir Badawi Badr Baerends Bah Baier Bailey
    Bajwa Baker Bakkali Bakr Bakır Balan Balasubramanian Balde Baldé Balogun Bamford Banerjee Bangura
    Bannink Barakat Barbosa Barbu Barnes Barrett Barron Barros Barry Barua Barzani Başaran Basu Batista
    Becker Behrendt Bekele Bellini Bello Belov Benali Benitez Benjelloun Bennani Bennett Bensaid Benson
    Bentley Benyamina Berghuijs Berglund Bergström Berhane Berisha Bernal Bernard Berrada Bhalla Bhandari
    Bhardwaj Bhatt Bhattacharya Bhattacharyya Bianchi Biharie Biswas Blackwell Blair Blanc Blanchard
    Blanco Boakye Boateng Boertjens Bogdanov Bondarenko Bonsu Borges Bose Botha Bouali Bouazza Bouchard
    Boucher Bouchta Boudiaf Bouhali Boukema Boukhari Bousaid Boutahar Bouzid Bouzidi Boyle Bradley Brennan
    Briggs Brito Brooks Brown Brun Bryant Buchanan Bui Burke Burton Butler Byrd Byrne Cabral Cabrera
    Caceres Cáceres Çakır Calderón Calvo Camara Campbell Campos Can Cano Cárdenas Cardoso Carlson Carlsson
    Carrasco Carroll Carter Caruso Carvalho Castillo Castro Ceesay Çelik Cerny Černý Çetin Chakraborty
    Chan Chandra Chang Charles Chaudhary Chaudhry Chauhan Chavan Chavez Chávez Chen Cheng Cherkaoui Cheung
    Chiang Chikwanha Chinwe Cho Choi Chokri Chopra Choudhury Chowdhury Christensen Chukwu Chung Cisse
    Cissé Clark Clarke Coetzee Cole Coleman Collins Colombo Connolly Conte Conté Contreras Conway Cook
    Cooper Coppola Corbett Cordero Correia Costa Costello Coulibaly Cox Crawford Cruz Cunha Cunningham
    Curtis Czerwinski D'Angelo D'Souza Dağ Dagdelen Dahl Daly Dang Danso Darko Darwish Das Dasgupta Dauda
    Davidov Davies Davis Dawson Delgado Demir Demirci Deng Desai Desta Devi Devries Dhaliwal Dhillon
    Diakité Diallo Dias Diaw Diaz Díaz Dimitriou Dimitrov Diop Diouf Dixon Djokovic Dlamini Dobson Dogan
    Doğan Doherty Dominguez Domínguez Donkor Doyle Drummond Duarte Dube Dubois Duffy Dumitru Duncan Dunn
    Dupont Durand Durrani Dutta Duval Dvorak Dvořák Dzhafarov Ebrahimi Edwards Eerdmans Efe Elbaz Elffers
    Elliott Emeka Engin Eraslan Erbil Ergin Ergün Eriksson Erkan Ersoy Escobar Eshetu Espinosa Espinoza
    Esposito Estévez Estrada Evans Everaert Ewalds Eyob Eze Ezeh Faber Fadel Fadil Fahey Falcão Farah
    Faria Farooq Farrell Faruqi Fatahi Fathi Faulkner Fawzi Fekete Feng Ferguson Fernandes Fernandez
    Fernández Fernando Ferrari Ferreira Figueiredo Figueroa Fiore Fischer Fisher Fitzgerald Fitzmaurice
    Fitzpatrick Flores Flynn Fofana Fonseca Forsberg Foster Fournier Fraser Frederiksen Freitas Friedrich
    Fuentes Fujii Galindo Gallagher Gallo Gandhi Ganguly Gao Garba Garcia García Garrett Gashi Gaspar
    Gassama Gatti Gauthier Gebre Gebremariam Gebremedhin Gebreselassie Georgiev Georgiou Gerber Gerbrandy
    Ghebre Ghebremariam Ghorbani Ghosh Gianni Gibson Gilbert Giordano Girard Girma Goh Gökçe Goldberg
    Goldstein Golubev Gomes Gomez Gómez Gonçalves Gonzales Gonzalez González Gould Govaerts Goyal Graafsma
    Graham Grandjean Greco Green Greenberg Greene Gregory Griffin Griffiths Grigoryan Grossman Gruber
    Guerra Guerrero Guevara Guimarães Güler Gunawan Gündoğan Güneş Guo Gupta Gustafsson Gutierrez
    Gutiérrez Guzman Haafkens Haddad Haddadi Haddou Hagos Haidari Haile Halilović Hall Hallberg Halloran
    Hamad Hamid Hamidi Hamilton Hammoudi Hanif Hannan Hansen Hansson Haq Haque Haroon Harris Harrison
    Hartley Harvey Hasan Hashimi Hassan Hassani Hayashi Hayes Heinrich Henderson Herberts Hernandez
    Hernández Herrera Higgins Hill Hirsch Ho Hoang Hoàng Hoffmann Holmberg Holmes Horvat Horvath Horváth
    Hossain Hosseini Hosseinpour Hotak Houssaini Houston Howard Hoxha Hristov Hsu Huang Hudson Hughes
    Hurley Huseynov Hussain Hussein Huynh Hylkema Ibrahim Idrissi Idzinga Iftikhar Iglesias Ignatius Ikeda
    Iliev Imani Imran Inoue Isa Ismail Ismaili Ito Ivanov Ivanova Iwu Iyer Jaber Jackson Jacobsson Jafari
    Jagtman Jahangir Jain Jalloh Jallow James Janković Jankowski Janowski Jansen Jansonius Janssens Jarrah
    Javed Jawad Jawara Jenkins Jensen Jha Jhagroe Jia Jiang Jimenez Jiménez Johansen Johansson Johnson
    Jones Jonsson Jörgensen Joshi Jovanović Jørgensen Juarez Jung Jurić Jurriaans Kabba Kabir Kabore Kahn
    Kakar Kalra Kamara Kaminski Kamiński Kanellou Kang Kanu Kapadia Kaplan Kapoor Kara Karadağ Karam
    Karimi Karimzadeh Karlsson Kartosen Karzai Kassahun Kaufmann Kaur Kavak Kavanagh Kaya Kayhan Kazemi
    Keane Kebede Keita Kelly Kennedy Kenyon Khalaf Khaled Khalid Khalil Khan Khatib Khatri Khosravi Khoury
    Kidane Kim Kimura King Kipkemboi Kılıç Klein Kleinhuis Klimek Kobayashi Koç Koch Koh Kohli Koné
    Korkmaz Koroma Kovač Kovačević Kovács Kowalczyk Kowalska Kowalski Kozlowski Kozłowski Krasniqi Krause
    Kravchenko Krishnamurthy Krishnan Kristensen Kruger Krupa Kuindersma Kulkarni Kumar Kumari Kuznetsov
    Kwan Kwarteng Kwiatkowski Lahlou Lai Lalou Lam Laroui Larsen Larsson Latuheru Lau Laurent Lavoie Lawal
    Lawson Le Lê Leblanc Lebrun Leclerc Lee Lefebvre Lefèvre Legrand Leitner Lennon Leonardi Leroy Levin
    Lewis Li Liang Lim Lima Lin Lindberg Lindgren Lindqvist Lindström Liu Lombardi Lopes Lopez López
    Lourenço Lowe Ludwig Luhukay Lukić Lundqvist Luo Luong Lynch Lyons Ma MacDonald Macedo Machado
    MacKenzie Madsen Mahajan Maher Mahmood Mahmoud Mahmoudi Maier Makhoul Malhotra Malik Maloku Mancini
    Mandal Mansouri Manuhutu Manuputty Mao Marchand Marin Marino Marković Marques Marshall Martin
    Martinelli Martinez Martínez Martins Martinsson Masih Mason Massoud Mathew Mathews Mathur Matos
    Matsumoto Mazur Mbah Mbaye Mbeki McCall McCarthy McDonald McKenna McLean McMahon Medeiros Medina
    Mehmedović Mehta Mekki Mekonnen Melo Mendes Mendez Mendoza Menon Mensah Mercier Messaoudi Meyer Mezzi
    Michel Mihailova Mikkelsen Miller Milošević Mishra Misra Mistry Mitchell Mitra Mizrahi Mohamed
    Mohammadi Mohan Mohanty Mokoena Molina Molnár Montgomery Moore Moradi Morales Moreau Moreira Moreno
    Moretti Morgan Morin Morozov Morris Morrison Mousavi Moyo Mukherjee Müller Mulqueen Munoz Muñoz
    Muratović Murphy Murray Musa Musah Mustafa Mutasa Mwale Mwangi Myers Nadeem Naidoo Naik Nair Najjar
    Nakamoto Nakamura Nandi Narayan Naseri Nasiri Nasser Nazari Ncube Ndiaye Ndlovu Ndour Neagu Negash
    Nelson Neumann Neves Newman Ng Ngo Nguema Nguyen Nguyễn Niang Niazi Nicholson Nicolas Nielsen Nikolić
    Nikolov Nilsson Niyonzima Njoku Nkansah Nkosi Nkrumah Nolan Noor Noori Noorzai Norman Norris Novak
    Novák Nowak Ntuli Nunes Nuñez Núñez Nuri Nwosu Nyambura O'Brien O'Connor O'Donnell O'Dowd O'Leary
    O'Malley O'Neill O'Reilly O'Sullivan Obeid Obeng Oberman Obi Ochieng Ochoa Odhiambo Oduro Oduya Ofori
    Ogunbiyi Ogunleye Oğuz Okafor Okeke Okonkwo Okoro Okoye Oladipo Oliveira Oliver Olsen Olsson Omar
    Omondi Omta Onuoha Onyango Opoku Orlov Ortega Ortiz Osborne Osei Osman Osório Ouaddah Ouahbi Ouali
    Ouazzani Oudrhiri Ouedraogo Owusu Oyelaran Oyelowo Özdemir Özkan Ozturk Öztürk Pace Pacheco Padilla
    Palmer Palmieri Panagiotou Pandey Papadopoulos Pappas Paredes Parikh Park Parker Parmar Parsons Patel
    Pathak Patil Pattiasina Pattiwael Paulsen Pavlov Pawar Payne Pearce Pearson Pedersen Pellegrini Peña
    Peng Pereira Perera Pereyra Perez Pérez Perrin Perry Persson Petersen Peterson Petrenko Petrov Petrova
    Pham Phan Phillips Pillai Pinto Pinxteren Pires Pohl Popa Popal Popescu Popov Popović Postolache
    Powell Prasad Price Prieto Qadir Quinn Quintana Quispe Qureshi Rabbani Rafiq Raghavan Rahimi Rahman
    Rahmouni Rai Raj Rajan Rajput Ramachandran Ramadani Ramdhani Ramdin Ramdjan Ramirez Ramírez Ramos
    Ramsay Rana Rao Rasheed Rashid Rasmussen Rasooli Rathod Rauf Ravi Razak Reddy Reed Reid Reyes Rezaei
    Rhodes Ribeiro Ricci Ricciardi Richards Richardson Richter Riley Rinaldi Rios Ríos Rivas Rivera Rizzo
    Roberts Robertson Robinson Robles Rocha Rodrigues Rodriguez Rodríguez Rogers Rojas Romano Romero
    Rosario Rossi Rousseau Roux Roy Rubio Ruiz Russell Russo Rusu Rutherford Ruttenberg Ryan Saad Saathof
    Sabir Sadiq Saeed Sahin Şahin Saidi Saito Sakr Salah Salas Salazar Saleem Saleh Salgado Salihi Sanchez
    Sánchez Sanders Sandhu Sandoval Santana Santoro Santos Santoso Sapulette Sarkar Sarr Sastrodihardjo
    Sato Savić Saxena Schäfer Schmidt Schneider Schroder Schröder Schubert Schulz Schwarz Scott Sediqi
    Sedláček Segal Seidel Sellami Sengupta Serrano Sesay Sethi Sevenster Sevim Sewnarain Shah Shaikh
    Shapiro Sharma Shaw Shehu Shen Sheppard Sherif Shimizu Shrestha Siddique Siddiqui Sidhu Silva
    Silvestri Simmons Simonsen Simpson Singh Singhal Sinha Smedema Smith Soares Soekardjo Soekarjo Soliman
    Solís Solomon Song Sorensen Soto Souissi Sousa Souza Sow Spencer Sørensen Srivastava Stanikzai
    Stanković Stanley Steegeman Stefanov Steiner Stephens Stevenson Stewart Stojanović Suarez Suárez
    Subramanian Suleiman Suleman Suliman Sullivan Sun Sundqvist Suzuki Svensson Svoboda Szabo Szabó
    Szymański Tadesse Tadros Taha Taheri Tahiri Tahitu Takahashi Talbi Tamang Tan Tanaka Tandon Tang Tapia
    Tariq Tavares Taylor Tchoumi Teixeira Tekle Teklu Telgenkamp Temiz Tesfamariam Tesfay Tesfaye Testa
    Tetteh Thackeray Thakur Thapa Theodorou Thiam Thomas Thompson Thomson Thorpe Tiwari Todorov
    Tomaszewski Tomić Torosyan Torres Toth Tóth Touré Tran Trần Traore Traoré Tremblay Tripathi Trujillo
    Tsegaye Tshabalala Tshering Tudor Tuncer Turner Uddin Udema Ueda Uğur Uijterwaal Ullah Usman Valdez
    Valente Van Vandekerckhove Vandenberghe Vandenbroucke Vandeputte Vanderhaeghe Vandewalle Vansteenkiste
    Varela Varga Vargas Vasconcelos Vasquez Vaz Vega Velasquez Velázquez Verbeeck Verbeke Verloop Verma
    Vermeersch Vertegaal Vieira Villanueva Vinci Virtanen Vlasov Vo Volkov Vukić Walker Wallace Walsh Wang
    Ward Wardak Warsame Watanabe Watson Waweru Weber Weerstra Wei Weijermars Whitcombe White Whitfield
    Wilkins Wilkinson Williams Williamson Wilson Wisniewski Wiśniewski Woerdeman Wójcik Wolde Woldemariam
    Wong Wood Woods Woodward Wozniak Woźniak Wright Wu Xie Xiong Xu Xue Yadav Yakubu Yamada Yamamoto Yan
    Yang Yao Yazdani Yeboah Yeo Yilmaz Yilmazer Yıldırım Yıldız Yılmaz Yohannes Yoon Yoshida Young
    Yousafzai Yusuf Zadeh Zafar Zaidi Zaman Zamani Zambrano Zapata Zawadzki Zeman Zerrouk Zhang Zhao Zheng
    Zhou Zhu Ziani Zieliński Zimmer Zoetemeijer Zulu Zuma Zwane"""
)
# Surnames first; hamlets of the same name are hardly ever meant.
ALSO_HAMLETS = word_set(
    """Akker Boer Brandt Broek Graaf Haan Heer Heuvel Hoek Hof Horst Knol Koekoek Kraan Laar Leeuw Linde
    Linden Monster Rijs Straten Veen Veld Velde Velden Vink Vliet Vries Wals Witten Woud"""
)
# How surnames end that hardly any word ends on; after at least two letters more.
_ENDINGS = (
    r"(?:stra|sma|inga|oğlu|oglu|wicz|owski|owska|ewski|ewska|icki|icka|enko|chuk|czuk|ović|ovic|ević|evic|escu"
    r"|shvili|dze|poulos|poulou|akis|idis|adis|sson|quist|qvist|singh|pal?lia|yev|yeva|ova|eva|etti|ucci|ejczyk)"
)
_SURNAME_ENDING = re.compile(rf"[^\W\d_]{{2,20}}{_ENDINGS}", re.IGNORECASE)
_SURNAME_BEGINNING = re.compile(r"(?:Mc|Mac|O['’]|D['’]|Fitz|Ould|Oulad)[A-Z][a-z]{2,}")


def reads_like_surname(name: str) -> bool:
    """Tell whether a word has the shape of a surname: "Hylkema", "Papadimitropoulou", "McAllister"."""
    return bool(_SURNAME_ENDING.fullmatch(name) or _SURNAME_BEGINNING.match(name))
