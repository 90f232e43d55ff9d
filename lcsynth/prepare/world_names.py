"""First names of many origins, the commonest and those that other lists lack: written for this project."""

from __future__ import annotations

from lcsynth.prepare.word_sets import word_set

FIRST_NAMES = word_set(
    """Aaliyah Aarav Abdel Abdelali Abdelaziz Abdelhak Abdelilah Abdelkader Abdellah Abdellatif Abdelmajid
    Abderrahim Abderrahman Abdi Abdirahman Abdou Abdoul Abdoulaye Abdul Abdulahi Abdulaziz Abdulkadir
    Abdulkarim Abdullah Abdurrahman Abeba Abebe Abel Abena Abigail Abimbola Abiodun Abiola Abraham Abshir
    Achieng Achmed Achraf Ada Adaeze Adam Adama Adamma Adaobi Adebayo Adeola Adil Aditi Aditya Adnan
    Adriaan Adriana Adriano Adunni Adwoa Afia Afonso Afua Agata Agnes Agneta Agnieszka Ahmad Ahmed Aicha
    Aïcha Aidan Aiden Aileen Aino Aisha Aishwarya Aisling Aiysha Ajay Ajit Akiko Akinyi Akosua Akram Akua
    Alaa Alan Albert Alberto Aleida Alejandra Alejandro Aleksandar Aleksander Aleksandr Aleksandra
    Alemayehu Alessandra Alessandro Alessia Alessio Alex Alexander Alexandra Alexandru Alexia Alexis
    Alfons Alfonso Alfred Ali Alice Alicia Alida Alieke Alieu Alij Alina Aliou Alireza Alisha Alison
    Aliyah Alketa Allard Allison Alma Aloys Alva Álvaro Alwin Alyssa Ama Amadeo Amadou Amal Aman Amanda
    Amani Amanuel Amara Amarachi Amaru Ameen Amelia Amélie Ami Amin Amina Aminah Aminata Aminu Amir Amira
    Amit Amma Amoako Amparo Amr Amrita Amy An Ana Anaïs Anand Anas Anass Anastasia Anastasiia Anders Andre
    André Andrea Andreas Andreea Andrei Andrej Andrés Andrew Andrey Andries Andrii Andrijana Andrius
    Andriy Andrzej Aneta Anette Ángel Angela Angelika Angelina Angelique Angélique Angelo Anh Aniek Aniela
    Anielle Aniket Anil Anique Anisa Anissa Anita Anja Anjali Anke Ankie Ankita Ann Anna Annabel Annabelle
    Annalisa Anne Annefleur Annegien Anneke Anneleen Annelies Anneloes Annelot Annelotte Annelou Annemarie
    Annemarije Annemiek Annemieke Annemijn Annet Annette Annick Annie Anniek Annigje Annika Annina Annouk
    Anouk Ansje Antal Anthonie Anthony Antje Antoine Antoinette Anton Antonella Antonia Antonio António
    Antonis Anu Anuradha Anushka Anwar Anya Aoife Appie April Araba Aran Arash Archana Arda Ardjan Ariane
    Arianne Arie Ariel Arienne Arif Arild Arjan Arjen Arjo Arjun Arlette Armand Armando Armin Arnaud Arne
    Arno Arnold Arnout Aron Artem Artemis Arthur Artur Arturo Arvind Arzu Åsa Asad Asel Asha Ashley Ashok
    Ashraf Asif Aslı Asli Asma Asmaa Asmae Asmus Assia Astrid Asuman Asya Athanasios Atif Atilla Ato
    Atsushi Audrey Augusta Auke Aurelia Aurelie Aurélie Ava Avi Avinash Awa Awet Axel Axelle Aya Ayaan
    Ayan Ayanda Ayat Aydin Ayesha Ayfer Aylin Aynur Ayo Ayodele Ayoub Ayse Ayşe Aysegul Ayşegül Aytaç Azad
    Azadeh Aziz Aziza Azra Azubuike Babacar Babajide Babatunde Babette Badr Bahar Bahija Bahram Bakary
    Balázs Balint Baraka Barbara Barbora Barend Barış Bart Bartel Bartholomeus Bartosz Bas Basak Başak
    Basem Bashar Bashir Basma Bastiaan Batoul Bayu Bea Beata Beate Beatrice Beatrijs Beatriz Behnam
    Behrouz Bekir Bela Belal Belén Belinda Beline Ben Benedict Bengt Bengü Benjamin Benno Benoît Benthe
    Beppie Berat Bereket Berend Berhane Bernadet Bernadette Bernard Bernardo Bernd Bert Bertha Bertil
    Bertus Besim Beth Bethany Bettina Betty Betül Beverley Beyza Bharat Bhavna Bianca Bieke Bilal Bill
    Biniam Birgit Birgitta Birgül Birhane Bjarne Björn Bjørn Blanka Blerim Blessing Bo Bob Bogdan Bojan
    Bojana Bongani Bonita Boris Bosko Boštjan Boubacar Bouchra Boudewijn Bouke Boyd Bożena Bradley Brahim
    Bram Branko Brecht Bregje Brenda Brendan Brent Brian Bridget Brigit Brigita Brigitte Britt Britta
    Bronagh Bronwyn Bruce Bruno Bryan Bryce Buket Bukola Bülent Burak Burçin Burcu Bushra Busra Büşra
    Byron Cagla Çağla Cahit Caitlin Callum Calvin Cameron Camiel Camila Camille Can Canan Canberk Candace
    Carina Carine Carl Carla Carlijn Carlo Carlos Carly Carmela Carmen Carol Carola Carole Carolien
    Carolina Caroline Carrie Carsten Cas Casper Cassandra Cassie Catalina Catarina Catelijn Catelijne
    Cathalijne Catharina Cathelijne Catherina Catherine Cathy Cato Catrien Cayden Cecile Cécile Cecilia
    Cecília Cedric Cédric Cees Celeste Celia Celine Céline Cem Cemal Cemile Cengiz Cenk Ceren César Cevdet
    Chahid Chaima Chaimae Chandni Chandra Chanel Chanine Chantal Charelle Charif Charifa Charissa Charlene
    Charlène Charles Charley Charlie Charlotte Chayenne Cheikh Chelsey Cheng Chenoa Cherif Cherise Cheryl
    Chesley Chetan Cheyenne Chiara Chibuzo Chidi Chidinma Chiel Chika Chinedu Chinonso Chinwe Chioma Chipo
    Chloe Chloé Chris Chrissie Christa Christel Christelle Christiaan Christian Christiana Christiane
    Christianne Christie Christien Christina Christine Christoffel Christoph Christophe Christopher
    Christos Chrystel Chukwu Chukwuemeka Cian Ciara Ciarán Cindy Cisca Ciska Claartje Claas Claire Clara
    Clare Clarence Clarissa Claude Claudette Claudia Claudio Claus Clémence Clemens Clementina Clint Clive
    Cobie Coen Colette Colin Conchita Connie Connor Conny Conor Constantin Coralie Cordula Coretta Corina
    Corine Corinna Corinne Cormac Corné Cornelia Cornelie Cornelis Cornelius Corrie Corry Cosima Coşkun
    Cosmin Courtney Craig Cristian Cristiana Cristiane Cristiano Cristina Cristóbal Cynthia Cyriel Cyril
    Czesław Daan Daantje Dagmar Dajana Dalia Damaris Damian Damiano Damien Damilola Damir Damla Dan Daniel
    Daniela Daniëla Daniella Danielle Daniëlle Daniil Danijel Danilo Danique Danisha Danja Danna Danny
    Danuta Daouda Daphne Darell Daria Darius Dariusz Darko Darren Darryl Darya Dave David Davide Davina
    Davinder Davor Dawid Dawit Dayo Debbie Debby Debora Deborah Declan Deepak Deepika Defne Deirdre Delano
    Delia Delphine Demet Demi Denis Denise Deniz Dennis Denys Deqa Derek Derya Desiree Desirée Desta Devi
    Dewi Dhruv Diana Diane Dide Diede Diederick Diederik Diederike Diego Dienke Dieter Dieuwertje Dieuwke
    Diewertje Dikran Dilan Dilara Dilber Dilek Dimitra Dimitri Dimitrios Dimitris Dina Dinand Dineke
    Dinesh Dinie Diny Dionne Dionysia Dirk Dirkje Divya Djamila Djibril Djoeke Dmitri Dmytro Dogan Doğan
    Dolores Domenico Domingo Dominic Dominik Dominika Dominique Donald Donata Donatella Donato Donna Donny
    Donovan Dora Doreen Dorien Dorine Doris Dorota Dorothea Dorothy Dorrit Dorthe Doruk Douglas Dounia
    Douwe Dragan Dragana Driss Duc Duco Duncan Dung Duru Dušan Duygu Dwayne Dwight Dylan Eamonn Easton
    Ebba Ebere Ebo Ebru Ece Eda Eddie Eddy Edgar Edina Edita Edith Edmond Edmund Edna Edo Eduard Eduardo
    Edward Edwin Eef Eefje Eefke Eelco Eelke Eelkje Efe Efua Egbert Eglė Egon Ehsan Eibert Eileen Eilidh
    Eirik Eise Eitan Ekaterina Ekin Ekow Elaine Elanor Elbert Eldin Eleanor Elena Eleni Eleonora Eleonore
    Elfi Elfriede Elham Eliana Eliane Elias Elie Elien Elif Elin Elina Eline Eliot Elisa Elisabeth Elise
    Eliza Elizabeth Elizaveta Eljo Elke Ella Ellemieke Ellen Elles Ellie Ellis Elly Elma Elmar Elmer
    Elodie Élodie Eloise Eloïse Elona Els Elsa Elsbeth Else Elselien Elsemiek Elsemieke Elsje Elske Elvira
    Elvis Elwin Elya Elżbieta Emanuel Emanuele Emeka Emel Emil Emile Émile Emilia Emilie Émilie Emilio
    Emily Emin Emine Emir Emma Emmanuel Emme Emmelie Emmeline Emmie Emmy Emre Ender Enes Engin Ennio
    Enrico Enrique Enya Enzo Eoin Ephraim Ercan Erdem Erden Erdinç Erdoğan Erhan Eric Erica Erik Erika
    Erin Ermias Ernst Erol Errol Ersin Ertan Ertuğrul Erwin Esat Esi Esin Esma Esmee Esmée Esmeralda
    Esperanza Esra Esteban Estefania Estelle Esther Eszter Ethan Etienne Étienne Eugene Eun Eunice Eva
    Evangelos Evelien Evelina Eveline Evelyn Evelyne Everdien Everdina Evert Evi Evren Evy Ewa Ewald Ewout
    Eyob Ezekiel Ezgi Ezra Fabian Fabienne Fabio Fabiola Fabrice Fadi Fadime Fadma Fadoua Faduma Fadumo
    Fahad Fahima Faisal Faith Faiza Farah Fardau Fardowsa Fareed Farhad Farhan Farhana Farid Farida Faris
    Farouk Farshad Faruk Farzad Farzaneh Fasil Fatema Fatemeh Fatih Fatiha Fatima Fátima Fatimah Fatma
    Fatmata Fatou Fatoumata Fayçal Faysal Fayza Fedde Federica Federico Feike Feikje Felicia Felicitas
    Felipe Felix Femke Fenna Fenne Fenneke Ferdi Ferdinand Ferenc Ferhat Feride Fernand Fernanda Fernando
    Fevzi Feyza Fieke Fien Fikret Filip Filipa Filippo Filiz Filmon Filomena Fintan Fiona Firas Firdaus
    Flavia Flavio Fleur Fleurtje Floor Floortje Florentine Florian Florine Floris Foekje Fokje Fokke
    Folake Folasade Folkert Fonny Fouad Franca Frances Francesca Francesco Francien Francine Francis
    Francisca Francisco Franciszek Franciszka François Françoise Frank Franka Franziska Frauke Frea Fred
    Freddy Frederick Frederieke Frederik Frederika Frederike Frederique Fredrik Freek Freerk Freya Frida
    Frieda Friso Frits Fritz Froukje Fuad Fulya Fumiko Funda Funmilayo Furkan Gabe Gabor Gábor Gabriel
    Gabriela Gabriele Gabrielė Gabriella Gabrielle Gabry Gaby Galina Gareth Gary Gaston Gauri Gaya Gea
    Geert Geertje Geesje Geeske Geke Gemma Genevieve Geneviève Geoffrey George Georgi Georgiana Georgina
    Gerald Geraldine Gerard Gerben Gerco Gerda Gerhard Gerlinde Germaine Gerrie Gerrieke Gerrit Gersom
    Gert Gerthe Gertie Gertjan Gerton Gertrude Getachew Ghassan Ghislaine Ghita Giacomo Gian Gianluca
    Gianni Gideon Gijs Gijsbert Gijsje Gilbert Gilles Gillian Gina Ginny Gino Giny Giorgia Giorgio Giorgos
    Giovanna Giovanni Giovanny Girma Gisela Giselle Gita Gitte Giulia Giuliana Giulietta Giulio Giuseppe
    Gizem Glenda Glenn Glenys Gloria Godelieve Godfried Gökhan Golnaz Gonca Gonny Gonzalo Gopal Goran
    Gordon Gosia Gosse Govert Govind Gözde Grace Graham Gráinne Grażyna Gré Greet Greetje Greg Gregoire
    Grégoire Gregor Gregory Greta Griet Grietje Griselda Grzegorz Gudrun Guido Guilherme Guilia Guillaume
    Guillermo Gül Gulay Gülay Gülcan Guled Gülşen Gülsüm Günter Günther Guntur Gürkan Gurpreet Gustaf
    Gustavo Guus Guusje Gwen Gwendolyn Györgyi Habiba Habtamu Habtom Haci Hadassa Hadewijch Hadewych Hadi
    Hadiza Hafid Hafida Hafsa Hagar Hagos Haidar Haifa Haiko Hailey Haitham Hajar Hajo Hakan Hakim Hala
    Haldun Halil Halima Halimo Halyna Hamad Hamed Hameed Hamid Hamza Hana Hanan Hanane Handan Hani Hanka
    Hanke Hanna Hannah Hanneke Hannes Hanno Hans Hansje Harald Haris Harma Harmen Harmke Harold Haroon
    Haroun Harpreet Harrie Harriet Harro Harrold Harry Hartger Harun Haruto Harvey Hasan Hashem Hashim
    Hasna Hasret Hassan Hassana Hatice Hauwa Havva Hayat Haydar Hayley Heba Hector Hedda Hedwig Hedy Heidi
    Heike Hein Heleen Helen Hèlen Helena Hélène Helga Helge Helma Helmer Helmut Hemant Hendrik Hendrika
    Hendrikje Hendrina Henk Hennes Hennie Henny Henok Henri Henrietta Henriëtte Henrik Henrique Henry
    Herbert Herma Herman Hermann Hermien Hermina Hermine Herre Hesam Hessel Hester Hettie Hetty Hiba Hibo
    Hicham Hidayet Hidde Hila Hilal Hilary Hilbert Hilda Hilde Hildegard Hilke Hilko Hillary Hille Hillie
    Hinda Hinke Hinrich Hiroshi Hirut Hisham Hiwot Hoa Hoang Hoàng Hoda Hodan Holly Homa Hong Hooman Hope
    Hosna Hossein Houda Houssain Houssam Hubert Huberta Hubertus Huda Hugh Hugo Hugues Huib Huibert Hulya
    Hülya Humaira Humayra Humberto Hümeyra Huong Hương Hüseyin Husna Hussein Huub Hye Iain Ian Ibolya
    Ibrahim İbrahim Ibrahima Ibtisam Ibtissam Ichelle Ida Idil Idris Idriss Ids Ieke Ieva Ifeoma Iffet
    Ifrah Igna Ignace Ignacio Ignas Igor Ihsan Iiris Ike Ikenna Iker Ikram Ikrame Ilan Ilaria Ilham Ilhan
    Ilias Iliass Ilija Ilja Ilker Ilknur Ilmari Ilo Ilona Ilse Ilyas Ilyass Imad Iman Imane Imani Imara
    Imen Imke Imogen Imran Imre Ina Inaya Inder Indira Indra Ine Ineke Ines Inès Inês Inez Inga Inge
    Ingeborg Inger Ingmar Ingrid Inigo Ioan Ioana Ioanna Ioannis Ionela Ionuț Ipek Iqra Iraida Irem Irena
    Irene Irfan Irina Iris Irma Irmgard Irving Iryna Isa Isaac Isabeau Isabel Isabella Isabelle Isaías
    Isaura Isayas Iselin Isis Iskander Isla Ismael Ismaël Ismail İsmail Ismay Ismene Issa Issam Itziar
    Iulia Iva Ivan Ivana Ivanka Ivar Ivette Ivo Iwan Iwona Iza Izaak Izabela Izzy Jaantje Jaap Jacco Jacek
    Jack Jackie Jaco Jacob Jacobien Jacolien Jacoline Jacomijn Jacquelien Jacqueline Jacques Jagoda Jaimie
    Jaimy Jakob Jakov Jakub Jalal Jaleesa Jalila Jamal James Jamie Jamila Jan Jana Jane Janek Janelle
    Janet Janette Janice Janick Janina Janine Janique Janna Janneke Jannes Jannetje Jannick Jannie
    Jannigje Jannik Janou Jantien Jantine Jantje Janusz Jaouad Jarek Jarne Jarno Jaromir Jarosław Jaroslav
    Jasmijn Jasmin Jasna Jason Jasper Jaspreet Javad Javed Javier Jawad Jaya Jayant Jayda Jayden Jeanet
    Jeanette Jeanine Jeanne Jeannet Jeannette Jeannie Jed Jeff Jeffrey Jeffry Jelena Jelle Jelmar Jelmer
    Jelte Jeniffer Jenna Jennefer Jenneke Jennie Jennifer Jenny Jens Jeppe Jerald Jeremiah Jeremias Jeremy
    Jerien Jerney Jeroen Jerome Jérôme Jerry Jerzy Jess Jessa Jesse Jessica Jessie Jessy Jesús Jet Jetske
    Jette Jetteke Jetty Jian Jiayi Jihane Jill Jim Jimena Jimmy Jin Jing Jinte Jip Jiří Jitka Jitse Jitske
    Jo Joachim Joan Joana Joann Joanna Joanne Joanneke João Joaquín Jocelyn Jochem Jochen Jodie Joe Joeke
    Joel Joël Joëlla Joelle Joëlle Joep Joery Joey Johan Johanna Johannes John Johnny Joji Joke Jolanda
    Jolanta Jolein Jolie Jolien Jolijn Joline Jolita Jolyn Jon Jonas Jonathan Jonna Jonne Jonneke Jools
    Joop Joos Joosje Joost Jop Jopie Joram Jord Jordan Jordana Jordi Jordy Joren Jorg Jörg Jorge Jorgen
    Jorie Jorien Jorik Jorina Jorine Joris Jorn Jornt Jorrit Jort Jos José Josef Josefien Josefina
    Joselien Joseph Josephine Josephus Joshua Josien Josiene Josine Josip Josje Joska Josta Jouke Joukje
    Jovan Jovana Joy Joya Joyce Jozef Józef Jozien Jørgen Juan Juana Juanita Jude Judit Judith Judy Juha
    Jule Jules Julia Julian Juliana Julianne Julie Julien Juliën Juliet Juliette Juliëtte Julio Julita
    Julius Juma Jun Junaid June Jung Jurgen Jürgen Jurgita Juri Jurjen Jurre Jurriaan Justin Justine
    Justus Justyna Jutka Jutta Juul Jyoti Jytte Kaan Kaatje Kacper Kadiatou Kadir Kadriye Kağan Kai Kaja
    Kalina Kalyani Kamal Kamau Kamila Kamile Kamran Kanwal Karan Karel Karen Karianne Karien Karim Karima
    Karin Karina Karl Karli Karlien Karlijn Karmen Karol Karola Karolina Karoline Karst Karsten Karthik
    Kartik Kashif Kasia Kasper Katalin Katarina Katarína Katarzyna Katelijn Katelijne Katerijn Katerina
    Kateřina Kateryna Kathalijne Katharina Kathelijn Katherine Kathinka Kathleen Kathrin Kathryn Kathy
    Katia Katie Katinka Katja Katrien Katrijn Katrin Katrina Kaveh Kavita Kavya Kay Kaya Kayla Kayleigh
    Kazuo Kea Keerthana Kees Kehinde Keiko Keimpe Keisha Keith Kelechi Kelly Kelsey Kemal Kendra Kenji
    Kenneth Kenny Kenza Kerem Kerry Kerstin Kestutis Ketevan Ketut Kevin Khadija Khadra Khady Khaled
    Khalid Khalil Khalisa Khanh Khaoula Khatera Khawla Kiana Kiara Kidane Kieran Kiki Kim Kimberley
    Kimberly Kinga Kioko Kiran Kirsten Kirstie Kirsty Kitty Kiyara Kjell Klaartje Klaas Klaasje Klara
    Klára Klaske Klaudia Klaus Klazien Klementina Knut Koba Kobus Koen Koenraad Kofi Kojo Komal Konrad
    Konstantin Konstantina Konstantinos Koray Korneel Kornelis Korrie Kostas Kris Krishna Krista Kristel
    Kristen Kristian Kristien Kristiina Kristijan Kristín Kristina Kristine Kristjan Kristof Kristoffer
    Kristy Krystian Krystyna Krzysztof Ksenia Kubra Kübra Kumar Kunal Kurt Kwabena Kwabla Kwadwo Kwaku
    Kwame Kwasi Kwesi Kyara Kyle Kyra Ladi Laetitia Lahcen Laila Laïla Laith Lakshmi Lale Laleh Lalita
    Lamberta Lambertus Lamia Lamin Lamyaa Lamyae Lana Lara Larissa Lars Laszlo László Latifa Latifah
    Latoya Laura Lauranne Laure Laurean Lauren Laurence Laurens Laurent Laurenz Laurie Laurien Laurina
    Laurine Lauritz Lavinia Lawrence Laxmi Layla Laziz Lea Léa Leah Leander Leandra Leann Leanne Lebo
    Leendert Leendertje Leila Leïla Lena Lennart Lennon Leo Léo Leon Léon Leonard Leonardo Leonid Leonie
    Leonoor Leonor Leonora Leontien Leontine Leopold Lerato Leroy Lesego Lesley Leslie Letícia Lev Levente
    Levi Levina Leyla Leyna Lia Liam Lian Liana Liane Lianne Liban Lidewij Lidia Lidija Lidwien Lidy Lieke
    Liene Lies Liesanne Liesbeth Liese Lieselot Lieselotte Liesje Lieve Lieven Liezel Lígia Lilia Lilian
    Liliana Lilianne Lilija Lilith Liliya Lillian Lilly Lilou Lina Lincy Linda Lindiwe Lindsay Lindsey
    Lineke Linette Linh Linnea Linnéa Lino Linsey Linus Lionel Lior Lisa Lisann Lisanne Lisbet Lisbeth
    Lise Liselot Liselotte Lisenka Lisette Lisje Liv Livia Livio Liza Lizabeth Lizan Lizanne Lizet Lizette
    Lizzy Ljiljana Ljubica Lloyd Lobke Lodewijk Loek Loes Loesje Lois Loïs Lokesh Lola Lonneke Lonny
    Loredana Loreen Loreine Lorena Lorenz Lorenzo Loretta Lori Lorna Lorraine Lotfi Lothar Lotje Lotta
    Lotte Lou Louay Loubna Louella Louis Louisa Louisanne Louise Louiza Lourens Lowie Loyd Luan Luana Luba
    Lubna Lubomir Luc Luca Lucas Lucia Lucía Luciana Luciano Lucie Lucien Lucienne Lucille Lucinda Lucy
    Ludivine Ludmila Ludo Ludovic Ludwig Ludwina Luigi Luis Luís Luisa Luise Luka Lukas Luke Luna Lusine
    Lutfi Lutz Luuc Luuk Luwam Lyanne Lydia Lydie Lyn Lynda Lynette Lynn Lynne Lyudmyla Maaike Maarten
    Maartje Mabel Macarena Machiel Machteld Maciej Madalena Maddalena Maddie Madeleine Madelon Madina Mads
    Mae Maël Maëlle Magali Magda Magdalena Magdi Magnus Małgorzata Magriet Maha Mahad Mahdi Maher Mahesh
    Mahir Mahlet Mahmoud Mahmut Mahnaz Mahsa Mai Maik Maika Maikel Maiken Maimuna Mairéad Maite Maja Majda
    Majid Makbule Makena Malaika Malak Malcolm Malee Malgorzata Malick Malika Malin Malina Malini Malou
    Malte Malu Mamadou Mamdouh Manal Manar Mandeep Mandla Mandy Manfred Mani Manish Manisha Manja Manju
    Manjula Manoë Manoj Manon Manou Mansour Manuel Manuela Mara Marah Marak Maram Marc Marcel Marcela
    Marcella Marcelo Marchien Marcia Marciano Marcin Marcjan Marco Marcos Marcus Mareike Mareille Marek
    Marga Margaret Margareta Margaretha Margarita Margaux Margherita Margherite Margje Margo Margot
    Margreet Margriet Marguerite Maria María Mariam Mariama Marian Mariana Marianne Mariano Marie Mariek
    Marieke Mariel Mariëla Mariella Marielle Mariëlle Marieta Mariette Mariëtte Marij Marije Marijke
    Marijn Marika Mariken Marila Marilène Marilou Marilyn Marin Marina Marinka Marinus Mario Marion Marisa
    Marise Mariska Marissa Marit Maritta Maritza Marius Mariusz Marja Marjan Marjanne Marjet Marjo Marjoke
    Marjolein Marjoleine Marjolijn Marjon Marjorie Mark Marko Markus Marleen Marlein Marlene Marlène
    Marlies Marlijn Marloe Marloes Marlon Marlou Marlous Marly Marna Marnie Maroeska Maroš Marouane Marre
    Marta Martha Martien Martijn Martijntje Martin Martina Martine Martinho Martinus Martje Martyna
    Martynas Marvin Marwa Marwan Mary Marya Maryam Maryse Marzena Masha Masja Masoud Massimo Masud Mateo
    Mateusz Mathea Matheus Mathew Mathias Mathieu Mathijn Mathijs Mathilde Mathis Matija Matilda Matt
    Matteo Matteüs Matthäus Matthea Mattheus Matthew Matthias Matthieu Matthijs Mattia Matty Matúš Maud
    Maureen Maurice Mauricio Maurits Maurizio Mauro Mawuli Max Maxim Maxime May Maya Mayke Mayra Mayte
    Mayumi Mechteld Medhanie Meera Meeri Mees Megan Meghan Mehdi Mehmet Mehran Mehrdad Mehtap Mei Meike
    Meikel Mein Meindert Meintje Meir Mekdes Melanie Mélanie Melchior Melek Melih Melika Melike Melina
    Melinda Meline Melis Melissa Melle Meltem Memet Meneka Menno Meral Mercedes Merche Merel Merhawi
    Meriem Mériem Merih Merijn Merlijn Merlijne Mert Merthe Merve Mervê Meryam Meryem Mesut Meta Metin
    Mette Mevlüt Meyrem Mia Miao Micha Michał Michael Michaël Michaela Michail Michalina Michel
    Michelangelo Michele Michelle Michiel Mick Micky Mieczysław Mieke Miekee Mieneke Mieszko Miguel
    Mihaela Mihai Mihail Mijke Mika Mikael Mikaela Mike Mikel Mikhail Mikko Miklos Miklós Mila Milad Milan
    Milana Milco Milena Miles Milica Milly Milo Miloš Milosz Milou Miloud Mimoun Mina Mineke Minh Minke
    Minna Minou Mira Mirabelle Mirac Miraç Miranda Mireille Mirela Mirella Miriam Mirjam Mirjana Mirka
    Mirko Mirna Miroslav Mirre Mirsad Mirte Mirthe Mirza Miša Misha Mitch Mitchell Mitra Moa Moana Modesta
    Modou Moese Moh Mohamed Mohammad Mohammed Mohamud Mohsen Mohsin Moira Mojca Mokhtar Molly Momodou Mona
    Moncef Monia Monica Mónica Moniek Monika Monique Morad Morgan Moritz Morris Morteza Mostafa Mostapha
    Mouad Mouhamed Mouloud Mouna Mounir Mourad Moussa Müge Muhammad Muhammed Muharrem Muhsin Mukesh
    Mulugeta Muna Munir Munira Muqtar Murat Muriel Muriël Murtaza Musa Musab Mustafa Mustapha Muzaffer
    Mwende Mykola Mylène Myriam Myrna Myron Myrthe Myrto Myung Nabil Nabila Nadège Nadia Nadim Nadine
    Nadira Nadiya Nadja Naeem Nafisa Nagihan Nahid Nahom Naima Naïma Najat Najib Najma Najoua Najwa Nam
    Namrata Nancy Nanda Nando Nanette Nanne Naomi Narges Nasiba Nasim Nasira Nasreen Nasrin Nasser Nassim
    Nassima Nasteexo Natacha Natalia Natalie Nataliia Natalya Nataša Natasha Nathalie Nathan Nathanael
    Nathaniel Natnael Naveed Naveen Navid Nawal Nawel Nazan Nazanin Nazim Nazlı Nazmiye Ndeye Nebahat Ned
    Neda Neeltje Neema Neha Nehir Neil Nejat Nejla Nel Nele Nelke Nelleke Nelly Nelson Nena Nenad Nergis
    Nermin Nermina Neslihan Nesrin Netanel Nevin Neža Ngoc Ngozi Nguyet Nhung Nia Niall Niamh Nicholas
    Nick Nicky Niclas Nico Nicol Nicola Nicolaas Nicolae Nicolas Nicole Nicoletta Nicolette Nicolina
    Nicoline Nidal Niek Niels Nienke Niki Nikita Nikki Niklas Nikola Nikolai Nikolaj Nikolaos Nikolas
    Nikos Nilay Nilgün Nils Nilüfer Nima Nimco Nimo Nina Ninette Ninke Nino Niobe Niraj Niranjan Niranjana
    Nisa Nisha Nisrine Nitin Nitish Nizar Njeri Njideka Nkechi Nneka Noa Noah Noam Noé Noël Noelle Noëlle
    Noemi Noémi Noëmi Noémie Nohelia Nolan Nolwenn Nomsa Noni Noor Noortje Nora Norah Noraly Norbert
    Nordin Nordine Noreen Norma Norman Nouhaila Nour Noura Noureddine Noureen Nuala Nuno Nura Nuran Nuray
    Nurcan Nurgül Nuria Nurten Nynke Oana Obbe Obi Obiageli Obinna Octavia Octavio Odette Odile Oguz Oğuz
    Oğuzcan Oğuzhan Okan Okke Oksana Oktay Olaf Ólafur Olav Ole Oleg Oleh Oleksandr Oleksandra Oleksii
    Olena Olesya Olga Olgierd Olha Olimpia Oliver Olivia Olivier Olof Oluchi Olumide Oluwadamilola
    Oluwaseun Oluwatobi Omar Omer Ömer Omid Ömür Onno Onur Ophelia Orhan Oriana Orla Ornella Osagie Osama
    Oscar Oskar Oskari Osman Oswald Otar Othman Otieno Otis Ottilie Otto Ottoline Ouafa Ouassim Ouassima
    Oumaima Oumar Oumayma Oumnia Oumou Ousmane Oussama Ove Ovidiu Owen Oya Ozan Özge Özgür Özkan Özlem
    Pablo Padma Pádraig Paige Pallavi Pam Pamela Paola Paolo Pär Parisa Parvez Parvin Parwez Pascal
    Pascale Pascalle Patrice Patricia Patricija Patricio Patrick Patrik Patrizia Patrycja Patryk Patty
    Paul Paula Paule Paulette Paulien Paulina Pauline Paulo Paulus Pauwel Pavel Paweł Pawel Payam Pedro
    Peggy Pelin Pelle Penelope Pepe Pepijn Pepita Per Perla Pernille Perpetua Perry Petar Peter Petra
    Petronella Petros Petru Petrus Petya Phebe Phil Philine Philip Philipp Philippa Philippe Phillip
    Philomena Phoebe Phuong Phương Pien Pierluigi Piero Pierre Piet Pieter Pieterjan Pieternel Pieternella
    Pietie Pietro Pilar Pim Pinar Piotr Pippa Pirjo Pjotr Pleun Pleunie Pınar Polina Polly Pooja Poornima
    Pouya Prabhu Pradeep Prakash Pramod Pranav Prashant Pravin Preeti Prem Primož Prisca Priscilla Priya
    Priyank Priyanka Przemysław Puja Punita Purvi Putri Qasim Qi Quentin Quincy Quinn Quinta Quinten
    Quirijn Quirine Quynh Raana Rabi Rabia Rachel Rachid Rachida Radha Radi Radim Radjesh Radka Radosław
    Radost Raed Rafał Rafael Rafaela Raffael Raffaele Raffi Rafi Rafik Rafiq Ragna Ragnar Ragnhild Raheem
    Rahel Rahima Rahma Rahmat Rahul Rahwa Raif Raimon Raimond Rainer Raisa Raïsa Raj Rajaa Rajae Rajan
    Rajendra Rajesh Rajiv Rakesh Ralf Ralph Rama Ramazan Ramesh Ramin Ramiro Ramla Ramon Ramón Ramona
    Ramsey Rana Randa Randy Rani Rania Raniya Ranjit Raphaël Raquel Rasheed Rashid Rashida Rashmi Rasmus
    Raul Raúl Ravi Raya Rayan Raymon Raymond Rayna Razan Razia Rebecca Rebekka Reda Redouan Redouane
    Reggie Regien Regina Reijer Reina Reinder Reineke Reinhard Reinhold Reinier Reinilde Reinold Reinoud
    Reinout Reint Reintje Rekha Remco Remi Rémi Remko Remon Rémon Remy Rémy Rena Renata Renate Renato
    Renaud Rene René Renee Renée Renilde Renske Renzo Reshma Reyes Reyhan Reyhaneh Reza Rezan Rhea
    Rhiannon Rhodé Rhonda Ria Riaan Riad Rian Rianna Rianne Ricardo Riccardo Richard Rick Rickard Riemer
    Rieneke Rienk Rifat Rifka Rik Rikie Rikke Rikkert Riley Rimas Rina Rinie Rinske Rinus Riny Rinze Risto
    Rita Ritsuko Ritu Ritva Rivka Riyad Riza Rob Robbert Robbie Robbin Robby Robel Robert Roberta Roberto
    Robin Rocco Rochelle Rocío Roderick Roderik Rodrigo Roel Roeland Roeli Roelie Roelien Roelinde Roelof
    Roemer Rogelio Roger Rogier Rohan Rohit Rojda Roksana Rokus Rola Roland Rolanda Rolf Romain Romaine
    Roman Romana Romano Romee Romeo Romuald Romy Ron Ronald Ronaldo Ronan Ronella Roni Ronja Ronnie Ronny
    Roos Roosmarijn Rory Rosa Rosalia Rosalie Rosalina Rosalinde Rosamund Rosan Rosana Rosanne Rosario
    Roseanne Roselie Roselinde Roseline Rosella Rosemarie Rosemarijn Rosie Rosina Rosita Rositsa Ross
    Roswitha Rowan Rowena Roxana Roxane Roxanne Roy Roya Royce Rozalia Ruard Ruba Ruben Rubén Rubina Ruchi
    Rudi Rüdiger Rudo Rudolf Rudy Rufus Rui Rukia Rukiye Rumeysa Rupa Rupert Ruslan Russel Russell Ruta
    Rūta Rutger Ruud Ruurd Ruxandra Ryan Ryszard Saad Saartje Saba Sabah Sabien Sabina Sabine Sabir Sabri
    Sabrina Sabriye Sadia Saeed Safa Safaa Safae Şafak Safia Safiya Safiyo Safouane Sahar Sahra Saïd Saida
    Saïda Saif Sajid Sajjad Sakina Sakura Saladin Salah Saliha Salim Salima Salimata Sally Salma Salomé
    Saloua Salvatore Salwa Sam Samah Saman Samantha Samar Sami Samia Samiha Samina Samir Samira Samiya
    Sammie Sammy Samo Samrawit Samson Samuel Samy Sana Sanae Sandeep Sander Sandhya Sándor Sandra Sandrine
    Sanela Sangeeta Sanja Sanjay Sanna Sannah Sanne Sanneke Santi Santino Santosh Saoirse Sapna Sara Sarah
    Sarai Saranda Sarika Sarina Sarita Saron Sarwar Saša Sascha Sasha Saskia Satish Satoshi Savas Savaş
    Sławomir Sayed Sayeh Scott Sean Seán Sebas Sebastiaan Sebastian Sébastien Sebnem Seda Sedat Sedef
    Seema Segun Seher Seif Sekou Selahattin Selam Selamawit Selassie Selcan Selçuk Selda Selen Selim Selin
    Selina Selma Selvi Semhar Semra Sena Senad Senait Sener Senna Senta Seo Seppe Septimus Serap Serdar
    Serena Serge Sergei Sergej Sergio Serhan Serhat Serhii Serkan Serpil Seth Seva Sevda Sevgi Sevil
    Sevinç Seyda Şeyda Seydou Seyed Seyit Seyma Şeyma Shabnam Shadi Shahram Shaima Shaimae Shakil Shakira
    Shakuntala Shamim Shana Shanaya Shane Shania Shanice Shanna Shannon Shantal Shanthi Shanti Sharan
    Sharda Shari Sharon Sharona Sharonda Shaukat Shaun Shauna Shawn Shazia Sheetal Sheila Sheldon Shelley
    Shen Sheri Sherida Sherif Sherin Sheryl Shilpa Shiraz Shireen Shirin Shirley Shiva Shivani Shoaib
    Shona Shreya Shu Shukri Shumaila Shurandy Shyam Sibel Sibongile Siddharth Sidney Sidonia Sidra Siebe
    Siebren Siegbert Siegfried Siem Siene Siert Sieta Sietse Sietske Siewert Sifra Sigmund Sigrid Sigrun
    Siham Siki Silja Silke Silvain Silvan Silvana Silvia Silvie Silvio Simen Simeon Simge Simin Simine
    Simon Simona Simone Simran Sina Sinan Sindre Sindy Sinéad Sinem Siobhan Siobhán Sipho Sipke Siri Sirpa
    Sisi Siska Siti Sixtine Siyabonga Sjaak Sjaan Sjanie Sjef Sjeng Sjoerd Sjoerdje Sjon Sjors Sjouke
    Sjoukje Sjuul Skander Skye Slavica Slawek Slawomir Slobodan Smita Snezana Snežana Snježana Sobhan
    Sofia Sofía Sofian Sofiane Sofie Sofieke Sofija Sofyan Sohail Soheil Sohrab Solange Soledad Solène
    Solomon Solveig Somaya Somto Sona Sonal Songül Sonia Sonja Sopheak Sophia Sophie Soraida Soraya Soren
    Sorin Sorina Souad Soufian Soufiane Soufyan Souhaila Soukaina Soukayna Souleymane Soumaya Spiros Søren
    Stacey Stacy Staf Stamatia Stan Stanisław Stavros Stavroula Steef Stefaan Stefan Ștefan Stefana
    Stefani Stefania Stefanie Stefanija Stefano Steffen Steffi Steffie Sten Stephan Stéphane Stephanie
    Stéphanie Stephanus Stephen Sterre Steve Steven Stien Stijn Stine Stuart Suad Subhash Sudhir Sueda
    Suha Suhail Suheyla Sukran Sulayman Şule Suleiman Suleyman Süleyman Sultana Suman Sumaya Sumeyra
    Sümeyra Sumeyye Sümeyye Suna Suniel Sunil Sunita Sunna Supriya Suraya Suresh Surinder Surya Susan
    Susana Susanna Susannah Susanne Suse Sushma Susi Susie Suzan Suzanne Suze Suzy Svea Svein Sven Svenja
    Sverre Sveta Svetlana Svitlana Swaan Swati Swen Syb Sybe Sybille Sybrand Sybren Sylke Sylvain Sylvana
    Sylvester Sylvia Sylvie Sylwia Syrta Sytse Sytske Sytze Szabolcs Szilvia Szymon Taco Tadesse Tadeusz
    Taeke Taha Tahir Tahira Tahmina Taina Taiwo Taj Takeshi Takis Talha Talia Talita Talla Talya Tamana
    Tamar Tamara Tamás Tamim Tammo Taner Tanguy Tania Tanisha Tanja Tanju Tanneke Tano Tanya Tapiwa Tara
    Tarek Tarik Tariku Tariq Tarkan Tashi Tasneem Tatiana Tatjana Tatyana Taybe Taylor Teddy Tedros Teije
    Tekle Temitope Tendai Teodor Teodora Tererai Teresa Teresia Terezie Terje Terry Tesfalem Tesfay
    Tesfaye Tessa Tessel Tessy Tetiana Teun Teunis Teuntje Teus Tewolde Thabo Thalia Thandeka Thandi
    Thandiwe Thanh Thanos Thara Thea Themba Theo Théo Theodoor Theodor Theodora Theodoros Theodorus
    Theofiel Theresa Therese Thérèse Theresia Theun Thiago Thibault Thibaut Thierry Thijmen Thijs Thilo
    Thirsa Thirza Thom Thomas Thomasz Thorben Thorsten Thu Thuur Thuy Thủy Tia Tiago Tiana Tieme Tiemen
    Tiemo Tiffanie Tiffany Tigist Tijl Tijmen Tijn Tijs Tilda Tilly Tim Timo Timon Timotheus Timothy Timur
    Tina Tineke Tino Tinus Tirsa Tirza Tirzah Titia Titilayo Titus Tiuri Tiziana Tjaard Tjakko Tjalf
    Tjalie Tjalling Tjarda Tjark Tjeerd Tjerk Tjibbe Tjitse Tjitske Tjitze Tobi Tobias Toby Todd Tolga
    Tolulope Tolunay Tom Tomas Tomás Tomáš Tomasz Tomek Tomislav Tommaso Tommy Toni Tonia Tonja Tonke
    Tonko Tonnie Tonny Toon Toos Toprak Torben Torsten Tosca Toshiko Touria Tove Toye Tracy Traude Trea
    Treesje Trevor Trijn Trijntje Trina Trinette Tristan Trudie Trudy Trui Truida Truus Truusje Tsegay
    Tsion Tsjerk Tuan Tugba Tuğba Tuğçe Tuğrul Tulay Tülay Tülin Tunde Tünde Turan Turgut Tuur Twan Twana
    Tycho Tyler Tymen Tymofiy Tyra Tyrone Ubbo Uche Uchenna Łucja Udo Ufuk Ugo Ugur Uğur Uilke Łukasz Ulf
    Ülkü Ulla Ulrich Ulrike Umair Umar Umberto Umit Ümit Ümmü Ümran Ursula Urszula Usha Ute Utku Uwe Uzma
    Uzoma Václav Vahid Vaida Valdemar Valentijn Valentin Valentina Valeria Valerie Valérie Valeriia
    Valerio Valery Vanessa Vangelis Vania Vasile Vasiliki Vasilis Vassilis Vasyl Vedat Veerle Velda Veli
    Vendela Venkat Venkatesh Vera Verena Vernon Veronica Verónica Veronika Veronique Véronique Vesna
    Vicente Vicky Victoria Viet Vigdis Viggo Vijay Vikas Vikram Viktor Viktoria Viktoriia Viktoriya Vilma
    Vilmar Vimal Vinay Vince Vincent Vincenzo Vinod Viola Violeta Virág Virgil Virgilio Virginie Vishal
    Vishnu Vitaliy Vito Vitor Vittoria Vittorio Vivek Vivian Viviana Vivianne Vivien Vivienne Vlad
    Vladimir Vladimira Vladislav Vlatko Vojta Vojtěch Volkan Volkert Volodymyr Vroni Vuk Vusi Vytautas
    Wael Wafa Wafae Waheed Wahid Wahida Wajid Walaa Waldemar Waleed Walid Wallace Walt Walter Walther
    Wambui Wanda Wanjiru Waqas Warda Warner Warre Warsame Wassila Wassim Wayan Wegdan Wei Weijia Welmoed
    Wenche Wencke Wendel Wendela Wendeline Wendy Werner Weronika Wesam Wessel Wiam Wibe Wibo Wiebe Wiebke
    Wiebren Wiecher Wieger Wieke Wiepke Wiesław Wiet Wieteke Wietse Wietske Wijbe Wijnand Wiktor Wiktoria
    Wil Wilbert Wilco Wilfred Wilfried Wilhelm Wilhelmina Wilhelmus Wiljan Will Willeke Willem Willemien
    Willemijn Willemijntje William Willie Willy Wilma Wilmar Wilson Wim Winand Winfried Winnie Winny
    Winston Winta Wioletta Wissam Witold Włodzimierz Wojciech Wojtek Wolfgang Wolter Worku Wouke Wout
    Wouter Wubbe Wubbo Wya Wytse Wytske Wytze Xander Xandra Xavi Xavier Xenia Xiao Xiaoling Xiaoming
    Xiaowei Ximena Xin Xinyi Xiomara Xiuying Xochitl Yaa Yacine Yael Yaël Yafet Yahya Yair Yaman Yana
    Yanick Yann Yanna Yannick Yannik Yannis Yara Yarah Yared Yaren Yarno Yaron Yaroslav Yasemin Yash
    Yashar Yasin Yasmeen Yasmin Yasmina Yasmine Yasser Yassin Yassine Yassir Yasuko Yaw Yehuda Yekta
    Yelena Yeliz Yemi Yente Yentl Yesim Yeşim Yetunde Yevgeny Yevheniia Yigit Yiğit Yildiz Yinka Yılmaz
    Ynte Yoeri Yohanna Yohannes Yoko Yolanda Yolande Yonas Yonatan Yoo Yoram Yordanos Yorick Yosef Yoshi
    Yosra Younes Youness Younous Youri Yousef Yousra Youssef Youssra Ypie Ysbrand Ytsje Ytzen Yuka Yuki
    Yulia Yuliia Yuliya Yumi Yunus Yuri Yusra Yusuf Yvan Yves Yvette Øyvind Yvo Yvon Yvonne Zac Zach Zahra
    Zaid Zaida Zainab Zainabu Zakaria Zakia Zamira Zamzam Zandra Zane Zanele Zara Zarah Zarina Zbigniew
    Zdeněk Zdravko Zeeshan Zehra Zeinab Zekeriya Zeki Zelda Zeliha Željko Zenaida Zenon Zerin Zeynab
    Zeyneb Zeynep Zhanna Zhen Zhi Zia Ziad Zineb Zinédine Zita Živa Ziya Zlata Zlatan Zoe Zoé Zoë Zofia
    Zohra Zohre Zoltan Zoltán Zora Zoran Zorica Zouhair Zoya Zsófia Zsolt Zsuzsanna Zubair Zuberi Zuzana
    Zuzanna Zwanet Zwannie Zygmunt"""
)
