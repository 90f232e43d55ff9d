"""Names of many origins that the Dutch lists lack, and how surnames end: written for this project."""

from __future__ import annotations

import re

from lcsynth.prepare.word_sets import word_set

FIRST_NAMES = word_set(
    """Aaliyah Aarav Abdel Abdelhak Abdelkader Abdellah Abdi Abdirahman Abdul Abdullah Abebe Abel Abena
    Abigail     Ada Adaeze Adam Adama Adamma Adebayo Adeola Adil Aditi Aditya Adriaan Adriana Adwoa Afua
    Ahmad Ahmed     Aicha Aïcha Aileen Aisha Aisling Aiysha Ajay Akiko Akosua Akua Alan Albert Alberto
    Alejandra Alejandro     Aleksander Aleksandra Alessandra Alessandro Alessia Alex Alexander Alexandra
    Alexia Alexis Alfonso Alfred     Ali Alice Alicia Alina Alisha Alison Aliyah Allison Alma Alva Álvaro
    Alyssa Ama Amadou Aman Amanda     Amanuel Amara Amelia Amélie Amina Aminata Amir Amira Amit Amrita Amy
    An Ana Anaïs Anand Anastasia Anders     Andre André Andrea Andreas Andreea Andrei Andrés Andrew Andrey
    Andrii Andriy Andrzej Ángel Angela     Angelika Angelo Aniek Aniket Anil Anique Anita Anja Anjali Ann
    Anna Annabel Anne Anneke Annelies     Annemarie Annemiek Annet Annette Annika Anouk Anthony Antje
    Antoine Anton Antonella Antonia Antonio     António Anu Anya Aoife Arash Archana Ariel Arif Arjan
    Arjen Arjun Arnaud Arno Arnold Arthur Artur Arturo     Arvind Asha Ashley Ashok Asif Aslı Astrid Asya
    Atsushi Audrey Augusta Aurélie Ava Avi Awa Axel Aya Ayan     Ayaan Ayanda Ayesha Ayfer Aylin Ayodele
    Ayoub Ayşe Ayşegül Aziz Babajide Babatunde Bahar Balázs Barbara     Barend Barış Bart Bartosz Basma
    Beata Beatrice Beatriz Bela Belén Benedict Bengt Benjamin Benoît Berat     Bereket Berend Bernadette
    Bernard Bernd Bertha Beth Bethany Betty Beyza Bianca Bilal Bjørn Björn Blessing     Bob Bogdan Bojan
    Boris Boudewijn Bouchra Bradley Bram Branko Brecht Bregje Brenda Brendan Brian Bridget     Brigitte
    Britt Bronwyn Bruno Burak Busra Büşra Caitlin Callum Camila Camille Can Candace Carina Carl     Carla
    Carlijn Carlo Carlos Carmen Carol Carolina Caroline Carsten Cas Casper Catalina Catarina Catharina
    Catherine Cathy Cécile Cecilia Cees Celeste Céline Cem Ceren Çağla César Chantal Charlene Charles
    Charlie     Charlotte Chenoa Cheyenne Chiara Chidi Chidinma Chika Chinedu Chinwe Chloé Chloe Christel
    Christiaan     Christian Christien Christina Christine Christoph Christophe Christopher Cian Ciara
    Cindy Claire Clara     Clarissa Claudia Claudio Clémence Clemens Clive Colette Colin Connor Conor
    Constantin Coen Corinne     Cornelia Cornelis Corrie Craig Cristian Cristiano Cristina Cynthia Daan
    Dalia Damian Damien Damla Dan     Daniel Daniela Daniëlle Danielle Danique Danny Danuta Daphne Dariusz
    Darius Darko Dave David Davide Dawid     Dawit Deborah Deepak Deepika Defne Delphine Demi Denise
    Dennis Derek Derya Desta Devi Diana Diane Dide     Diederik Diego Dieter Dieuwertje Dilara Dilek
    Dimitri Dimitris Dina Dinesh Dionne Dirk Djamila Dmitri     Dmytro Dolores Dominic Dominik Dominika
    Dominique Donald Donna Dora Doreen Dorien Doris Dorota Dorothea     Dorothy Douglas Dragan Driss Duc
    Duncan Dung Dušan Dylan Eamonn Ebru Ece Eddy Edith Eduard Eduardo Edward     Edwin Eefje Efua Eileen
    Eilidh Eirik Ekaterina Elaine Elena Eleni Eleonora Eleonore Elham Elias Elif Elin     Elina Eline
    Elisa Elisabeth Elise Eliza Elizabeth Elke Ella Ellen Ellie Elly Élodie Elodie Els Elsa Else     Elsje
    Emanuele Emeka Emel Emilia Emilie Émilie Emily Emir Emma Emmanuel Emmy Emre Enrico Enrique Eoin
    Eric Erica Erik Erika Erin Ermias Ernst Erwin Esin Esmée Esmeralda Esra Esther Eszter Ethan Eugene Eun
    Eunice Eva Evelien Evelyn Evert Evi Eyob Ezgi Ezra Fabian Fabio Fabrice Fadime Fadma Fahad Faisal
    Farah     Farhan Farid Farida Fatemeh Fatih Fatima Fatiha Fatma Fatou Fatoumata Fedde Federica
    Federico Felicia     Felipe Felix Femke Fenna Fernanda Fernando Feyza Filip Filippo Fiona Fleur
    Florian Floris Folake Folkert     Fouad Frances Francesca Francesco Francis Francisca Francisco
    Franciszek François Françoise Frank     Franziska Fred Freddy Frederik Frederique Freek Freya Friso
    Fumiko Furkan Gábor Gabriel Gabriela Gabriele     Gabriella Gabrielle Gareth Gary Geert Geertje Gemma
    Geoffrey George Georgi Gerald Gerard Gerben Gerda     Gerrit Gert Gertrude Ghislaine Giacomo Gian
    Gianluca Gideon Gijs Gillian Gina Giorgia Giorgio Giorgos     Giovanna Giovanni Gisela Gita Giulia
    Giulio Giuseppe Gloria Goran Gordon Govert Gözde Graham Grace     Gráinne Greet Greg Gregor Gregory
    Greta Grietje Grzegorz Guido Guilherme Guillaume Guillermo Gül Gülşen     Gülsüm Günter Günther
    Gurpreet Gürkan Gustaf Gustavo Habiba Habtom Hafid Hafsa Hajar Hakan Hakim Halil     Halima Hamid
    Hamza Hana Hanan Hanane Hanka Hanna Hannah Hanneke Hannes Hans Harald Haris Harpreet Harold
    Harriet Harrie Harry Haruto Hasan Hasna Hassan Hatice Havva Heba Hedda Heidi Heike Hein Heleen Helen
    Helena Helga Hélène Helma Hendrik Henk Hennie Henny Henri Henrietta Henrik Henriëtte Henrique Henry
    Herbert Herman Hermien Hicham Hidde Hila Hilal Hilary Hilde Hilke Hillary Hinke Hiroshi Hiwot Hoa
    Holly     Hong Hoàng Hossein Houda Hugh Hugo Humberto Huong Hương Husna Hussein Hüseyin Huub Hye Iain
    Ian Ibrahim     Ibrahima Ida Idris Ifeoma Ignacio Igor Ikram Ilaria Ilhan Ilham Ilias Ilja Ilona Ilse
    Imane Imke Imran     Ineke Inès Ines Ingeborg Inge Ingmar Ingrid Inigo Ioana Ionuț Iqra Irene Irina
    Irma Irmgard Isa Isaac     Isabel Isabella Isabelle Isaura Ismael Ismail İsmail Ivan Ivana Ivo Iwona
    Iza Izabela Jaap Jaco Jacob     Jacobien Jacqueline Jacques Jagoda Jakob Jakub Jalal Jamal James Jamie
    Jamila Jan Jana Jane Janet Janice     Janina Janine Janna Janneke Jannes Jannie Janou Janusz Jaroslav
    Jasmijn Jasmin Jason Jasper Javier Jayden     Jeanette Jeanine Jeanne Jeetje Jeffrey Jelena Jelle
    Jelmer Jennifer Jenny Jens Jeremy Jeroen Jerome     Jérôme Jerzy Jesse Jessica Jesús Jet Jette Jihane
    Jill Jim Jin Jing Jiří Jo Joan Joana Joanna Joanne João     Joaquín Jochem Jochen Joe Joël Joel Joep
    Joey Johan Johanna Johannes John Johnny Jolanda Jolien Joke Jon     Jonas Jonathan Joos Joost Joosje
    Jordan Jordi Jordy Joren Jörg Jorge Jorie Jorien Joris Jorrit José Josef     Joseph Josephine Joshua
    Josip Josje Josine Joyce Józef Juan Juana Judit Judith Juha Jule Jules Julia     Julian Juliana Julie
    Juliette Julio Jun Jung Jürgen Jurgen Jurre Jurriaan Justin Justyna Jutta Kaan     Kacper Kadir
    Kadiatou Kai Kamal Kamila Karel Karen Karim Karima Karin Karina Karl Karlijn Karol Karolina
    Karsten Karthik Kasia Kasper Katarina Katarzyna Katerina Katharina Katherine Kathleen Kathryn Kathy
    Katie     Katja Katrien Katrin Kavita Kaya Kayleigh Kazuo Kees Keith Kelly Kelsey Kemal Kenji Kenneth
    Kenza Kerem     Kerry Kerstin Ketut Kevin Khadija Khaled Khalid Kiara Kiki Kim Kimberley Kimberly
    Kirsten Kjell Klaas     Klaartje Klaudia Klaus Klára Koen Kofi Kojo Konrad Konstantin Kristian
    Kristien Kristina Kristof Krystyna     Krzysztof Kübra Kumar Kunal Kurt Kwabena Kwadwo Kwaku Kwame
    Kwasi Kyle Lahcen Laila Lakshmi Lamin Lamyae     Lana Lara Lars Latifa Latoya Laura Laure Laurens
    Laurent Lauren Laurie Laurien Lavinia Lawrence Laxmi     Layla Lea Léa Leah Leander Leendert Leila
    Leïla Leandra Lena Lennart Lennon Leo Léon Leon Leonard     Leonardo Leonie Leonor Leontien Leroy
    Leslie Lesley Letícia Levi Leyla Lia Liam Lianne Lidewij Lidia     Lieke Lies Liesbeth Lieselot Lieve
    Lieven Lígia Lilian Liliana Lilly Lilou Linda Lindsay Linh Linus     Lionel Lisa Lisanne Lisbeth Lise
    Lisette Livia Lizzy Ljiljana Loïs Lois Lola Lonneke Loredana Lorena     Lorenzo Lorraine Lotfi Lotta
    Lotte Lou Louis Louisa Louise Loubna Lubna Luc Luca Lucas Lucía Lucia Lucie     Lucien Lucinda Lucy
    Ludmila Ludo Ludovic Ludwig Luis Luís Luisa Luka Lukas Łukasz Luke Luna Lutz Luuk     Lydia Lynn
    Maaike Maarten Maartje Machteld Maciej Maddalena Madeleine Magda Magdalena Magnus Mahmoud     Mahmut
    Mai Maja Małgorzata Malak Malick Malika Malin Malte Mamadou Mandy Manfred Manish Manjula Manoj
    Manon Manuel Manuela Mara Marc Marcel Marcela Marcella Marcelo Marcin Marco Marcos Marcus Marek
    Margaret     Margarita Margaux Margherita Margot Margreet Margriet Maria María Mariam Mariama Marian
    Mariana Mariano     Marianne Mariëlle Mariëtte Marieke Marieta Marije Marijke Marijn Marilyn Marin
    Marina Mario Marion Marisa     Mariska Marit Marius Mariusz Marja Marjan Marjolein Marjolijn Markus
    Marleen Marlene Marlies Marloes     Marlou Marlon Marouane Marta Martha Martijn Martin Martina Martine
    Martinus Marvin Mary Maryam Marzena     Masoud Massimo Mateo Mateusz Mathias Mathieu Mathilde Mathijs
    Matteo Matthew Matthias Matthijs Mattia     Maud Maureen Maurice Maurits Mauro Max Maxim Maxime Maya
    Mees Megan Mehdi Mehmet Mei Meike Mein Meindert     Melanie Melike Melina Melinda Melis Melissa
    Mercedes Merel Meriem Merlijn Mert Mervê Merve Meryem Meta     Mette Mia Micha Michael Michaela Michał
    Michaël Michel Michele Michelle Michiel Mick Mieke Miguel Mihai     Mihaela Mila Milan Milena Miles
    Milica Milo Milou Mimoun Mina Minh Minke Miranda Mireille Mirella Miriam     Mirjam Miroslav Mirte
    Mirthe Misha Mitchell Moa Modou Moh Mohamed Mohammad Mohammed Mohamud Moira Mona     Monica Monika
    Monique Mónica Moniek Morgan Moritz Morris Mostafa Mouad Mounir Mourad Moussa Muhammad     Muhammed
    Mukesh Mustafa Müge Myrna Myrthe Nabil Nabila Nadia Nadim Nadine Nadja Nagihan Naima Najat Najib
    Nam Nancy Naomi Narges Nasim Nasser Nassima Natalia Natalie Natasha Nathalie Nathan Nathaniel Neha
    Neil     Nele Nelleke Nelly Nermin Nevin Ngoc Ngozi Nguyet Nia Niamh Nicholas Nick Nico Nicola Nicolae
    Nicolas     Nicole Nicolette Niek Niels Nienke Nikita Nikki Niklas Nikola Nikolai Nikos Nils Nina Nino
    Niranjan Nisha     Nitin Njideka Noa Noah Noé Noémie Noël Noëlle Nora Norah Norbert Noreen Nour Noura
    Noureddine Nuno Nuray     Nuria Nurcan Nynke Oana Obinna Ólafur Olaf Ole Oleg Oleksandr Oleksandra
    Oleksii Olena Olga Olha Oliver     Olivia Olivier Olof Oluchi Olumide Oluwaseun Omar Ömer Onno Ornella
    Orla Oscar Osman Oskar Ottilie Otto     Ouassima Oumaima Oumar Owen Özge Özgür Özlem Pablo Pádraig
    Paige Pamela Paola Paolo Parisa Pascal Pascale     Patricia Patricio Patrick Patrik Patrizia Patryk
    Paul Paula Paulien Paulina Pauline Paulo Pavel Paweł     Pedro Peggy Pelin Pepijn Per Pernille Petar
    Peter Petra Petru Petronella Phil Philip Philippa Philippe     Phillip Phuong Phương Piero Pierre
    Pieter Pietro Pim Piotr Pınar Pippa Pleun Pooja Prakash Pranav     Prashant Pravin Priscilla Priya
    Priyanka Przemysław Putri Quentin Quinten Quirine Quynh Rabia Rachel     Rachid Rachida Radha Radjesh
    Radosław Rafael Rafał Raffaele Raheem Rahel Rahma Rahul Rainer Raïsa Raj     Rajesh Rajiv Ralf Ralph
    Ramona Ramon Ramón Ramesh Rana Randy Rania Raphaël Raquel Rashid Rasmus Raúl Raul     Ravi Raymond
    Rebecca Rebekka Reinder Reinier Reinout Rekha Remco Rémi Rémy Renate Renata Renato René     Renée
    Renske Reshma Reza Rhea Rhiannon Rianne Ricardo Riccardo Richard Rick Rikkert Rina Rinske Rita
    Ritsuko Robbert Robert Roberta Roberto Robin Rocío Roderick Rodrigo Roel Roeland Roelof Rogelio Roger
    Rogier Rohan Roland Rolf Roman Romain Romana Romy Ron Ronald Ronan Ronja Ronnie Rory Rosa Rosalie
    Rosalina Rosanne Roselinde Rosita Ross Rowena Roxana Roxanne Ruben Rubén Rüdiger Rui Rukiye Rupert
    Russell Rutger Ruud Ryan Ryszard Saad Saba Sabina Sabine Sabrina Sadia Şafak Safae Safiya Saida Saïd
    Saïda Sakura Salah Salim Salima Sally Salma Salomé Salvatore Sam Samantha Sami Samir Samira Samuel
    Sana     Sander Sandeep Sandra Sándor Sanja Sanjay Sanne Saoirse Sara Sarah Saskia Satoshi Sayed Scott
    Sean Seán     Sebastiaan Sebastian Sébastien Sebnem Selam Selçuk Selen Selim Selin Selina Selma Semra
    Senna Seo Seppe     Serap Serena Serge Sergei Sergio Serhii Serkan Seth Sevda Sevgi Seyit Seyma Şeyma
    Shabnam Shanice Shanti     Sharda Sharon Shauna Shaun Sheila Shelley Shirin Shirley Shivani Shreya Shu
    Sibel Sibongile Siddharth     Siebe Siegfried Siem Sietse Sietske Siham Sigrid Silke Silvia Silvio
    Simon Simona Simone Sina Sinan     Sinéad Siobhán Siobhan Sipho Siska Siti Siyabonga Sjaak Sjoerd
    Sjors Sjoukje Slavica Slawomir Sławomir     Snežana Sofia Sofía Sofie Soledad Solomon Sonia Sonja
    Sopheak Sophia Sophie Søren Soraya Soufiane Souad     Soukaina Soumaya Stacey Stan Stanisław Stefan
    Stefania Stefanie Stefano Steffen Stéphane Stéphanie     Stephanie Stephen Steven Stien Stijn Stuart
    Suha Suleiman Süleyman Sultana Sumaya Sunil Sunita Suraya     Suresh Sushma Susan Susana Susanna
    Susanne Suzan Suzanne Svein Sven Svenja Svetlana Svitlana Swati Sybren     Sylvia Sylvie Szymon Taco
    Tadeusz Taha Tahir Takeshi Talita Tamar Tamara Tanja Tanya Tara Tarik Tariq     Tariku Tatiana Tatjana
    Tesfaye Tesfalem Teresa Terezie Terry Tessa Teun Thabo Thanh Thea Theo Theodoor     Theresa Thérèse
    Thiago Thierry Thijmen Thijs Thirza Thomas Thorsten Thuy Thủy Tiago Tiffany Tijmen Tim     Timo
    Timothy Tina Tineke Tino Tirza Tjalling Tjeerd Tjitske Tobias Tolga Tom Tomás Tomáš Tomasz Tommaso
    Toni Tonny Toon Tove Tracy Trevor Tristan Trudy Truus Tuan Tuğba Tuğçe Tunde Turgut Twan Tymofiy
    Tyrone     Uche Uchenna Uğur Ulrich Ulrike Ülkü Umar Ümit Urszula Ursula Usha Ute Uwe Valentina
    Valeria Valérie     Valerie Vanessa Vasile Vasilis Veerle Venkatesh Vera Verena Verónica Veronica
    Veronika Véronique Vicente     Vicky Victoria Vijay Vikram Viktor Viktoriya Vimal Vinay Vince Vincent
    Vincenzo Viola Virginie Vishal     Vitor Vivian Viviana Vivienne Vlad Vladimir Volkan Volodymyr Vusi
    Walter Wanda Wanjiru Warsame Wassim     Wayan Wei Wendy Werner Wessel Wiebe Wieke Wilco Wilfred
    Wilhelm Wilhelmina Willeke Willem Willemijn     William Willemien Wim Winnie Winston Wioletta Wojciech
    Wolfgang Wouter Xander Xandra Xavier Xiaoming Xin     Xiomara Xiuying Yaël Yael Yana Yann Yannick Yara
    Yared Yasemin Yash Yasin Yasmin Yasmina Yasmine Yassine     Yasuko Yeliz Yentl Yetunde Yohannes
    Yolanda Yonas Yoo Yoshi Younes Youri Yousra Youssef Youssra Yuki     Yuliya Yunus Yusuf Yvette Yvonne
    Zahra Zainab Zakaria Zanele Zara Zbigniew Zdeněk Zehra Zeinab Zeki     Zeynep Ziad Zineb Zita Živa Zoë
    Zoé Zoe Zofia Zohra Zoltán Zuzana Zuzanna Åsa Şule Ștefan Željko Ömür     İbrahim Łucja Øyvind May
    April June Joy Hope Faith Will Wil Mark Roos Bas Piet Iris Bill Ben Rob Floor     Noor Nel Mirjana"""
)
SURNAMES = word_set(
    """Abbas Abdi Abdullah Abebe Abdelkader Abdulrahman Aboagye Aboutaleb Acar Acheampong Achterberg Adams
    Addo     Adebayo Adeyemi Adjei Afonso Agarwal Agyemang Ahmadi Ahmed Akbar Akhtar Akkaya Akpan Aksoy
    Alami Ali     Allen Alonso Altena Altun Alvarez Álvarez Alves Amrani Anand Andersen Anderson Andersson
    Appiah Arslan     Asante Asare Aslan Atkinson Ayala Aydın Azizi Azzouzi Bah Bailey Baker Bakr Bakkali
    Balde Baldé Bangura     Bannink Barnes Barry Barzani Başaran Becker Bekele Bello Benali Benitez
    Bennett Bensaid Berisha Bernard     Berrada Bhatt Biharie Boateng Bianchi Bonsu Bose Bouali Bouchard
    Bouazza Bouzid Boukhari Boutahar Bouzidi     Bradley Brooks Brown Bui Burke Butler Byrne Çakır Camara
    Campbell Can Carter Carvalho Castillo Castro     Çelik Ceesay Çetin Chan Chang Charles Chaudhary
    Chaudhry Chavez Chen Cheng Cheung Chiang Cho Choi Chopra     Choudhury Christensen Chung Clark Clarke
    Coleman Collins Conté Contreras Cook Cooper Coppola Correia     Costa Coulibaly Cox Cruz Cunha
    Dagdelen Dağ Dahl Dang Das Dasgupta Davies Davis Delgado Demir Demirci     Deng Desai Devries Dhillon
    Diallo Dias Diaz Díaz Diop Diouf Dixon Dlamini Dogan Doğan Donkor Doyle Dubois     Dumitru Dupont
    Durand Dutta Dzhafarov Edwards Eriksson Ersoy Esposito Estrada Evans Eze Faber Fadil Farah     Farooq
    Fatahi Fernandes Fernandez Fernández Ferrari Ferreira Fischer Fisher Flores Fofana Fonseca Foster
    Fournier Friedrich Fuentes Gallo Gandhi Gao Garcia García Gebre Gebremariam Georgiou Gerbrandy Ghosh
    Gibson Girma Gomes Gomez Gómez Gonçalves Gonzales Gonzalez González Graham Greco Green Griffin
    Griffiths     Guerra Guo Gupta Gutierrez Gutiérrez Guzman Güler Güneş Haddad Haddou Hagos Haile Hall
    Hamid Hamidi     Hansen Haque Harris Harrison Hasan Hashimi Hassan Henderson Hernandez Hernández
    Herrera Hill Ho Hoang     Hoàng Hoffmann Hosseini Houston Howard Huang Hughes Hussain Hussein Huynh
    Ibrahim Idrissi Ismail Ito     Ivanov Ivanova Jackson Jafari Jahangir James Jansen Janssens Jawara
    Jenkins Jensen Jha Jimenez Jiménez     Johansson Johnson Jones Joshi Jovanović Juarez Jung Kabir
    Kamara Kang Kapoor Kaplan Kara Karimi Kaur     Kavak Kaya Keita Kelly Kennedy Khalil Khan Khoury Kılıç
    Kim King Kipkemboi Klein Koch Koné Koroma Korkmaz     Koç Kovács Kowalczyk Kowalska Kowalski Krasniqi
    Kruger Kulkarni Kumar Kuznetsov Kwarteng Lahlou Lai Lam     Larsen Larsson Latuheru Lau Le Lê Lee
    Leroy Lewis Li Liang Lim Lima Lin Lindqvist Liu Lopes Lopez López     Ludwig Luhukay Lynch Ma Mahmood
    Mahmoud Malik Maloku Manuhutu Manuputty Marchand Marino Marques Martin     Martinez Martínez Martins
    Mason Mbeki Mbaye McCarthy McDonald Medina Mehta Mehmedović Mekonnen Mendes     Mendez Mendoza Mensah
    Meyer Michel Miller Mishra Mitchell Mohamed Mohammadi Mohan Molina Mokoena Moore     Morales Moreau
    Moreno Moretti Morgan Morris Moyo Müller Muñoz Murphy Murray Mustafa Mutasa Mwangi Naidoo     Nair
    Nakamura Nasser Ndiaye Ndlovu Nelson Neumann Ng Ngo Nguyen Nguyễn Nielsen Nkansah Nkrumah Noor Novak
    Nowak Nunes Nwosu Oberman Obi Ochieng O'Brien O'Connor Odhiambo Ofori Okafor Okeke Okonkwo Okoro Olsen
    Olsson Omar Onyango Opoku Ortega Ortiz Osei Osman Ouali Ouedraogo Owusu Özdemir Özkan Öztürk Pace
    Pacheco     Palmer Papadopoulos Park Parker Parsons Patel Pathak Pattiasina Pattiwael Pawar Peña
    Pereira Perez Pérez     Perry Petersen Peterson Petrov Pham Phan Phillips Pillai Pinto Popescu Powell
    Price Quispe Rabbani Rahimi     Rahman Raj Ramdhani Ramdin Ramos Ramirez Ramírez Rao Rashid Reddy Reed
    Reid Reyes Ribeiro Ricci Richards     Richardson Richter Rivera Roberts Robertson Robinson Rodrigues
    Rodriguez Rodríguez Rogers Rojas Romano     Romero Rossi Rousseau Roux Roy Ruiz Russell Russo Ryan
    Sadiq Sahin Şahin Saidi Salah Salazar Saleh Salihi     Sanchez Sánchez Sanders Santana Santos
    Sapulette Sato Schäfer Schmidt Schneider Schröder Schulz Schwarz     Scott Sesay Sewnarain Shah Shaikh
    Sharma Shehu Shrestha Silva Simmons Simpson Singh Sinha Smith Soares     Solomon Song Soto Sousa Souza
    Sow Spencer Stewart Suarez Suárez Sullivan Suleiman Sun Suzuki Svensson     Tadesse Tahiri Tahitu
    Takahashi Tan Tanaka Tang Taylor Tekle Tesfaye Tesfay Thackeray Thapa Thomas     Thompson Thomson
    Torres Touré Tran Trần Traoré Tremblay Tshabalala Tuncer Turner Ueda Uddin Usman Van     Vargas
    Vasconcelos Vasquez Vega Verma Villanueva Vo Walker Wallace Walsh Wang Ward Warsame Watanabe
    Watson Weber Wei White Williams Williamson Wilson Wolde Wong Woods Wood Wright Wu Xie Xu Yadav
    Yamamoto     Yang Yao Yeboah Yıldırım Yıldız Yilmaz Yılmaz Yoon Young Yusuf Zaman Zambrano Zerrouk
    Zhang Zhao Zheng     Zhou Zhu Ziani Zulu"""
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
