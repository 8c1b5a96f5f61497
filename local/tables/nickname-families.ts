// Given names and the short forms people sign with: the names of one person a line. A name may stand in many lines.
// English: carltonnorthern/nicknames (Apache-2.0), forms of one name joined. Portuguese, Spanish and other forms: ours, from
// general knowledge. build-nicknames.ts makes the table that ships.

export const nicknameFamilies = `aaron erin ron
abel ebbie eb
abraham abram abe bram
abijah bige
absalom app abbie
adelaide heidi adele dell addy della adela
adaline adeline aline delia lena dell addy ada
adelbert albert delbert bert bertie al del
adam edie ade
adelphia philly delphia adele dell addy
adolphus adolph adolf dolph ado
adrian adrienne rian
adrian adriano
adriana drica dri
agnes inez aggy nessa ines
agatha aggy
aileen eileen helen helena helene ellen ella elena lena nell nellie nelly ellie elaine lainie allie eleanor
alan allan allen al
alastair alistair alasdair al aly
alexander alexandra alexandria alexandrea alex alec al sandy sandra alla drina xander zander sasha lexi
alexis alexa alexia lexi alex
alfred alfreda fred freddy al alfy freda frieda
algernon algy
alice alicia lisa elsie allie ali alison allison allyson
alyssa alissa lissia al ally
almena armena mena allie arry
almina arminta minnie minite
almira elmira myra mira ellie
alonzo alfonse alphonse lon al lonzo lonnie
alverta virdie vert
amanda mandy manda
amelia amy mel millie emily emma emmy em emeline milly
amos moses moss mose
anastasia ana stacy stacey
anderson andrew andy drew andrea andre andreas drea rea
angela angelina angeline angelica angel angie jane lina
ann anne anna annie nan nancy nanny nana hannah annette nettie ana
anselm ansel selma anse ance
anthony antony anton antonio antoine tony ant
antoinette antonia tony netta ann toni
appoline appy appie
aquilla quil quillie
arabella arabelle ara bella arry belle
araminta armida middie ruminta minty
archilles kill killis
ariadne arielle arie
aristotle telly
arizona yeona onie ona
arlene darlene arly lena darry
arnold arnie
arthur artemus artemas art artie
asahel asaph asa
asenath sene assene natty senie
aubrey bree
audrey dee
augusta augustina tina aggy gatsy gussie
august augustus augustine gustavus gus austin gussie
aurelia ree rilly orilla aurilla ora
azariah riah aze
barbara barbery barby babs bab bobbie barb babette
barnabas bernard barney bernie berney
bartholomew bartel bat meus mees bart barth
beatrice beatrix bea trisha trixie trix bee
bedelia bridget brigid bridgit delia bridie biddy biddie britta bridey
belinda melinda malinda belle linda lindy mel lynn mindy
benedict benjamin bennett ben bennie benny benjy jamie
bernadette bernice bernie berny detta bunny
bertha bertram bertrand bert bertie birdie
bethena beth thaney
bezaleel bazaleel zeely basil
blanche bea
boetius bo
bradford bradley brad ford
brady brody broderick ricky rick
brenda brandy
brian bryan bryant
caldonia calliedona
calista kissy
cameron cam ron ronny
candace candice candy dacey
carlotta charlotte lottie lotta char sherry chick carly charlie lolly totty
carmon carm charm cammie
caroline carolyn carol carole carolann lynn carrie cassie chick caro
carthaette etta etty
casey kasey kc
casper jasper jap
cassandra sandy cassie sandra cass
catherine catharine kathryn katherine katharine kathleen cathleen katarina catarina katelyn kaitlyn katelin caitlin kate kath cathy kathy katy katie kay kaye lena kit kittie kitty kat trina tina cassie karen kaye kati catalina
cecilia sheila cissy celia cis cele
cedric ced rick ricky
celeste lessie celia
celinda linda lynn lindy
charles charley chuck carl chas chaz chip chick buck
chauncey chan
cheryl sheryl sher cher
chesley chester chet
christian christopher kristopher chris kris kit chrissy topher kester christy
christina christine christiana kristina kristine kristin kristen kristel christa christy kirsten kris kristy chris chrissy tina crissy ann teena
cicely cecily priscilla drusilla cilla cissy prissy silla sissy
cinderella arilla rella cindy rilla
cynthia lucinda cinda cindy cintha lu lucy lou
clara clarissa clarinda claire clair clare cissy
clarence clare clair
clifford clifton cliff ford tony
cole colie nicole
columbus clum
conrad constance cornelius connie conny con niel neil corny
cordelia fidelia delia delius cordy
corey cory coco ree
corinne cora ora
cornelia nelly cornie nelia corny nelle nell
courtney curt court curtis
crystal chris tal stal crys
cyrenius swene serene renius cene cy cyrus
daisy margaret
dalton dahl dal
daniel danielle dan danny dani ellie
david dave day davey davie taffy
deanne diana diane ann dee dicey didi di dicie dede
deborah debora debra deb debbie debby
deidre deedee
delilah lil lila dell della
deliverance delly dilly della
delores dolores lolly lola della dee dell dolly
delphine delphi delf del
demaris demerias dea maris mary
democrates mock
denise dennis denny
derrick ricky eric rick
deuteronomy duty
domenic dominic dom nick
donald donny don
dorothea dorothy dorinda doris theodora doda dora dolly dot dotty dortha dotha dodie dolley
douglas doug
duncan dunk
ebenezer ebbie eben eb
edgar edmund edmond edward edwin eduardo ed eddie ted teddy ned win
edith edyth edythe edie edye
edwina edwin
egbert bert burt
eighta athy
elbert elbertson albert bert
eleanor eleanora lenora leonora leonore elnora nora norah nelly ellie elaine ellen lanna lenore nell honor elenor
elias elijah elisha eli lee lias lige lish
eliphalet left
eliphalel life
elizabeth elisabeth eliza elisa elsa elspeth lizbeth libby lisa lib lizzie betsy liza betty bessie bess beth liz bettie elsie lisbeth bette betsey ilse lise babette buffy lillie tibby
eloise heloise elouise louise lois
elsie elsey elswood ellswood elze
elvira elvie elwood woody
emanuel immanuel emmanuel manuel manny
emil emily
epaphroditius dite ditus eppa dyche dyce
erasmus raze rasmus
eric erik frederick rick ricky
ernest earnest ernestine ernie teeny tina erna
erwin irwin irvin irving irv
estella estelle essy stella
esther hester essie hessy hetty
eudicy dicey eurydice
eudora dora eudoris dossie dosie
eugene eugenia gene genie
eunice unice nicie
euphemia effie effy
eustacia stacia stacy
evangeline ev evan vangie eva eve
evaline evelyn evelina eva ev eve lena
experience exie
ezekiel zeke ez
faith fay
felicity flick tick
ferdinand ferdinando freddie fred nando
florence flora flo flossy flossie floss
floyd lloyd
frances francis francine franklin frank fran frankie sis cissy franniey frannie fanny francie france frances
frederica fredericka ricka freda frieda freddy fred rica
frederick fritz fred freddie
gabriella gabrielle ella gabby
gabriel gabe gabby
genevieve jean eve jenny
geoffrey jeffrey jefferson jefferey geoff jeff sonny
george georgiana georgina georgia jorge geordie dod
gerald geraldine gerard gerry gerrie jerry dina
gerhardt gay
gertrude gertie gert trudy
gilbert bert gil wilber
governor govie
greenberry green berry
gregory greg gregg
griselda grissel zelda
gwendolyn gwen wendy
hannah anna nan nanny
harold harry hal
harriet harriette hattie hatty
haseltine hassie
heather hetty
henrietta hank etta etty retta nettie hetty harriet hattie
henry hank hal harry hen
hephsibah hepsibah hipsie
herman harman dutch
hezekiah hiram hy hez kiah
honora honey nora norry norah
hortense harty tensey
hosea hosey hosie
howard hal howie
hubert hugh hub bert huey hughie
ian ivan john
ignatius ignatzio natius iggy nate nace naz
irene rena rene
isaac ike zeke zak
isabel isabella isabelle isobel tibbie bell nib belle bella nibby ib issy izzy sabella tib
isadora isidore issy dora izzy
isaiah zadie zay
iva ivy
jacob jacobus jaap jake jay jack
jacqueline jackie jack
jahoda hody hodie hoda
james jim jimmy jimmie jamie jem jay
jane jean jeanne janie jessie jenny jennie jeannie jinsy jincy jan janet janette
jeanette janet janice jannett jessie jean nettie jan
jebadiah jedediah jedidiah jeb jed dyer diah
jehu hugh gee
jemima mima jem
jennifer jennet jenny jessie jen
jeremiah jeremy jereme jerry jem
jessica jess jessie
joan joanna joanne johanna johannah joann jo jody hannah nonie joni
johannes jonathan jon john johnny jack jock nathan hans ian juan
joseph joe joey jos jody josef jo
josephine fina jody jo josey joey josie pheney josetta jettie posy
joshua josiah jos josh
joyce joy
juanita nita nettie
judah juder jude juda
judith judie judy judi jude
judson sonny jud
julia julie juliet juliana gillian jill jule julian
junior june junius junie
justin justus justina
karonhappuck karon karen carrie happy
kayla kay
kendall kendra kendrick kenneth kent ken kenny kenji
keziah kizza kizzie
kingsley kingston king
lafayette laffie fate
lamont monty
laodicia dicy cenia
laurence lawrence larry lorry lon lonny lorne laurie lars loren lorenzo
lauren lauryn laurinda laura laurie lawrence ren lolly
laveda veda
laverne vernon verna
lavinia lavina lavonia louvinia vina viney ina vonnie wyncha
lavonne levone yvonne von vonna
lecurgus curg
leanne lea annie
leonard leonidas leo leon len lenny lineau lee
leroy roy lee
letitia tish titia lettice lettie letty
levicy vicy
levi lee
lillian lillah lily lilly lil lolly
lincoln link
lionel leon
littleberry little berry
louis lewis louise louisa lou louie lu lois eliza lulu
lorraine loretta lorrie etta retta
lucas lucias luke luther
lucia lucille lucy lucius cille lu lou
lucina sinah
lucretia creasey
luella lula ella lu
lunetta nettie
lurana lura
lydia lidia lyddy
lyndon lindy lynn
mabel mehitabel amabel hetty mitty hitty
mack mackenzie malcolm mac mc kenzy mal malc
madeline madelyn madeleine magdalena magdelina maddy madge maggie lena magda
madison mattie maddy
mahala hallie
malachi mally
manerva minerva minnie nervie eve nerva
manola nonnie
marcus mark marc
margaret margaretta margarita marguerite margery marjorie margie maggie meg peg peggy midge madge marge daisy gretta greta rita megan maisie margo gretchen metta meta
maria marie mary mariah marietta marian marion marilyn maureen maryann may mae molly mollie polly mamie mitzi mercy minnie moll mimi mame
marissa rissa
marsha marcie mary
martha marty mattie mat patsy patty matty
martin martina martine marty tina
mathilda matilda tillie tilly maud matty patty tilda
matthew mathew matthias matt thys thias mattie mat
maurice morris morey moe mo
mavine mavery mave
maxine maximilian maxwell max
mckenna ken kenna meaka
melanie melissa millicent mildred mel mellie missy milly lissa lisa
melchizedek zadock dick
mellony mellia melody lodi
melvina vina
mercedes merci sadie mercy
micajah cage
michael mike micky mick mickey micah mitch
michelle mickey shelly
miranda randy mandy mira
miriam mimi mitzi mitzie
monet nettie
monica monna monnie
monteleon montesque montgomery monty gum monte
nadine nada deedee
napoleon nap nappy leon
natalie nathalie natasha natty nettie tasha nat
nathaniel nathan nate than nat natty
nicholas nicodemus nick claes claas nik nico klaus
nicole nole nikki cole nicky
nowell noel
obadiah dyer obed obie diah
obedience obed beda beedy biddie
octavia tave tavia
odell odo
oliver olivia olive nollie livia ollie noll
onicyphorous cyphorus osaforus syphorous one cy osaforum
orlando roland lanny rollo rolly
orphelia phelia
oswald ozzy waldo ossy
otis ode ote
pamela pam
parmelia permelia amelia milly melia melly
parthenia teeny parsuny pasoonie phenie
patience pat patty
patricia patrick patrice pat patsy patty tricia trish trisha pate peter paddy rick
paul paula pauline paulina polly lina
pelegrine peregrine perry
penelope penny
percival percy
persephone seph sephy
peter pete pate
petronella nellie
pheriba pherbia ferbie
phineas finney
philadelphia delphia philly delpha
philander fie
philetus leet phil
philipina phoebe penie fifi
philomena mena
pinckney pink
pocahontas pokey
posthuma humey
prescott scotty scott pres
providence provy
rachel shelly rae
randolph randall dolph randy
raphael rafael ralph rafa rafe
rebecca beck becca reba becky
regina reggie gina
reginald reggie naldo reg renny reynold rex
relief leafa
reuben rube
rhoda rodie
richard rich dick dickon dickie rick ricky ritchie
robert rob bob bobby robin dob dobbin hob hobkin rupert bert bobbie
roberta bobbie bert robbie birdie bertie
roderick rod erick rickie roddy
roger rodger roge hodge bobby rod robby rupert robin
ronald naldo ron ronny
rosa rose rosabel rosabella rosalind rosalinda rosalyn rosemary roseann roseanna roseanne rosie roz linda belle rosanna rosanne ann rosina sina
rudolph rudolphus dolph rudy olph rolf
russell rusty
salome loomie
samantha samuel sammy sam mantha samson sampson
sarah sara sally sadie sal
seymour see morey
sharon shaina sha shay sherry
sheldon shelton shelly tony shel
sheridan dan danny sher
shirley sherry lee shirl
sibbilla sybill sibbie sibbell
sidney sydney sid syd
silence liley
simeon simon si sion
socrates crate
solomon sal salmon sol solly saul zolly
sophia sophronia sophie frona fronia
stephanie stephen steven stephan steph steve stevie annie esteban stefan
susan susannah suzanne susanna sukey suki sue susie suzie hannah suzy
sylvester silvester sylvanus silas vester vest sly si sy vet vessie syl
tabitha tabby
tamarra tamara tamar tammy
terence theresa teresa terry tess tessie tessa thirza tracy thursa tracey resi
temperance tempy
theodore theodosius theodora theo ted teddy dora
theodosia theophilus theo dosia ophi
theotha otha
thomasa tamzine
thomas thom tom tommy tam
timothy tim timmy
tobias bias toby
tranquilla trannie quilla
ursula sulie sula
valentine valentina felty vallie val
vanburen buren
vandalia savannah vannie anna
vanessa essa vanna nessa
vernisee nicey
veronica vonnie ron ronna frony franky ronnie nica
victor victoria vic vick vicki vicky torie tory tori
vincent vincenzo vinson vic vince vinnie vin
violetta viola vi ola lettie
virginia jane jennie ginny virgy ginger
vivian vi viv
wallace walter wally walt wat
webster webb
wilhelmina wilma willie minnie mina billie
william wilbur wilber wilfred willard willis wilson will bill billy willie bell bela willy fred liam
winfield field winny win
winifred winnifred freddie fred winnet winnie
woodrow woody drew
yulan lan yul
yvonne evonne vonna
zachariah zacharias zachary zach zachy zeke zak
zebedee zeb
zedediah zed diah dyer
adriana dri drica
alberto albertinho beto betinho
alejandro alejandra ale alex jandro sandro
alessandra alexandra alexandre alessandro sandra sandro xande xanda ale lele
aline nine
amelia melia
ana aninha anita nina ninha
ana nana
anderson dedinho
andre dede deco
angelica gel
antonio toninho tonho tonico toni tono toño totonho tonton
antonia tonia toninha tona
aparecida cida cidinha
aparecido cido cidao
arnaldo naldo
augusto guto gugu
aurelio lelo
beatriz bia bibi beatris biazinha trix betty
benedito bene dito ditinho
benjamin benja mincho
bernardo be nado
caetano cae
camila mila cami camis
carlos carlinhos carlao cacá caca calu carlitos charly
carloseduardo cadu
carmen carmencita carmela carmina menchu
carolina caroline carol lina caro
catarina cata cate kata cat
cecilia ceci ciça cissa cica cecinha chila
celestina tina
concepcion concha conchita conchi
consuelo chelo consu
cristiane cristina cris tina kika kiki titina cristi
cristiano cris
cristobal tobal
daniela dani danny daniele
daniel dani
danilo dani
debora deb debinha
diana didi
dolores lola lolita
domingos mingo mingos domingo
edmilson edmundo mundo
eduarda duda dudu
eduardo duda dudu edu duca lalo guayo
elisabete elizabete elizabeth isabel bete beth betinha lisa eli elis bel beti
elena lena
encarnacion encarna encarni
enrique henrique kike quique rique riquinho rico
ernesto neto tito
eugenia gena
eugenio geno
eva evita
fabiana fabiane fabiola fabi bia
fabio fabinho binho
federico fede fico
felipe filipe lipe pipe phil
fernanda nanda fe fer ferda
fernando nando fe fer nano
filomena filo mena
flavia fla flavinha
flavio fla
florencia flor
francisca chica francis fran paca paquita paqui quita kika pancha panchita
francisco chico chiquinho francis fran kiko quico quim paco pancho paquito curro kico cisco pacho
gabriela gabi gaby
gabriel gabi biel gaby
geraldo gege
gerardo gera
gertrudes tudinha tula
gilberto giba gil beto
giovana giovanna gio
gregorio goyo
graciela chela grace
gracas graça gracinha
guadalupe lupe lupita
guilherme gui guigui guilhermino
guillermo memo guille willy
gustavo guga gus guto gugu tavo
helena lena leninha nena lele
henrique rique kike
herminia mina
hilario lalo
gerardo lalo
martin tincho
rodolfo fito
adolfo fito
alfonso ildefonso poncho
alberto tito
mariajose marijo
estefania stephanie
hortensia tencha
humberto beto betinho
ignacio nacho inacio nacinho igna
ines inesita nezinha
inmaculada inma
isabel isabela isabella isabelle bel belinha bela isa isinha chabela isabelita izabel izabela
isadora dora isa
jacinto chinto
jaime jimmy
jeronimo jeromo jero momo
jesus chuy chus suso chucho
jesusa susa
jessica je jess
joao joaozinho janjao jão jota joca
joaopedro jope
joaquim joaquin quim quincas quinzinho quino chimo joaca
joaquina quina
jonatas jonathan jon
jorge jorginho coque
jose ze zeca zezinho zezé zeze pepe chepe josezinho ju
josefa pepa pepita zefa zefinha fina
josefina josefa fina jose pepa
josemaria chema
josemaria chema
juan juancho juanito juani
juanjose juanjo
juancarlos juanca
juanmanuel juanma
julia juliana juju ju juli julinha
juliano julio ju juli
laura lala laurinha
leandro le lele leo
leonardo leo leozinho nado leonel
leticia le lele tici leti ticha
lorena lore
lorenzo lencho
lourdes lu lurdes lurdinha
lucas luquinhas luca lu lucho
lucia lucinha luci lu lulu chia
luciana lu luci
luis luiz luisinho lula lulu luisito lucho güicho guicho zico luigi
luisfelipe lufe
luisa luiza lu lulu isa
luisamaria luisma
luismiguel luismi
magdalena madalena magda lena mada malena
manoel manuel mane maneco manolo manel nelo neco mano lolo manu manny
manuela manu nela manoela manola
marcela cela marce
marcelo celo marce tchelo celinho
marcia marcinha
marcio marcinho
marco marcos marquinhos quinho marcao
margarida margarita margaret guida magui marga margo rita mague
maria mari mariquinha maricota cota mariazinha marie mary maruja mariquita
mariaantonia tonha
mariadefatima fa
mariaaparecida cida
mariabeatriz mabi
mariabelen mabel
mariaclara maclara
mariadaconceicao conceicao ceicao
mariadaluz marilu
mariadelaluz mariluz
mariadelcarmen maica mamen
mariadelmar marimar
mariadosremedios remedinhos
mariaeduarda madu duda
mariaelena malena
mariaeugenia mage marugenia
mariafernanda mafe mafer
mariaisabel maribel marisa
mariajose mariajo zeze coté cote majo
mariajulia maju
marialuisa malu marilu marisa
marialuiza malu
marialucia malu
mariateresa maite mayte maritere
mariavictoria mavi
mariana marianne mari nana mariane nanda
marina mari nina
mario marinho mayito
marta martinha tita
mateus matheus teteu mateo teo matt
matias mati
mauricio mau mauri
maximiliano maximo max maxi
mercedes merche meche mecha
miguel guel miguelito micho mike migue
milagros mila mili milagritos
monica moni mo
natalia nathalia nati nat naty talia
nelson nelsinho
nicolas nico colas nicolau lalau
octavio otavio tavo tavinho
olivia liv
osvaldo oswaldo valdo vado
pablo pablito paul
pascual pasqual paco
patricia pati paty tricia patty ticia pat
patricio pato
paulo paulinho paulao
paula pauli paulinha
pedro pedrinho pepe pedrito perico peter
pilar pili piluca
priscila pri pris cila
rafael rafa rafinha fael rafinho
rafaela rafa rafinha fafa
raimundo mundinho mundo raymundo ray
ramon moncho mon
raquel rachel quel quelinha kel
regina gina re
reinaldo reynaldo naldo rei
renata re tata nata
renato re nato
ricardo rick rico ricardinho cadinho cardo ricky kaká kaka
roberta beta ro
roberto beto ro robertinho bob betinho tito
rodrigo digo rodri ro diguinho guigo
rogerio ro roger gerinho
romulo romulinho
ronaldo naldo ronaldinho ro
rosa rosinha rosita rosi
rosalia lia
rosario charo chayo
salvador chava salva dodo
samuel samu samuca sam
sandra sandrinha
santiago santi tiago yago chago diego thiago
sebastian sebastiao tiao seba bastian sebas tiaozinho
sergio checo serginho chejo
silvia silvana sil silvinha
simone si
socorro coco corrinha
soledad sole chole
sofia sofi fifi
suely sueli su
susana suzana su susi sanna
tatiana tati tatiane taty
teodoro teo doro
teresa tereza teca tere teresinha terezinha teresita tete maite
tomas tom tomasito
ulisses uli
valdemar waldemar mazinho
valdir vava
valeria vale val valerie
vanessa van nessa vane
vera verinha veronica
veronica vero
vicente vicentinho chente vicho cente
victor vitor victorino vi vitinho vito
victoria vitoria vi vick vicky vivi toya
virginia vi gina
viviane viviana vivian vivi
wagner vagner waguinho
washington tom
wellington welinton tom
william wiliam guilherme guillermo will
yolanda yoli iolanda
margaret mamie maisie mags maggie madge margot rita peggy molly greta megan may
mary mimi minnie maura moira may
helen nell nelly lena
edward ned teddy lalo
michael mickey misha mikey
james jamie jacques diego seamus
hugh hugo
peter piers per
susan sanna zuza
patrick padraig
william liam wim guillermo guilherme
eleanor eleonore leonor lenore nora ella
anthony toni tonio
eugene owen
joseph giuseppe beppe pepe jose
rose rosetta rosita
lewis louis ludwig luis luigi
gregory grigori grisha
bridget brigitte birgit gitte
elena ilona alena
carlton carleton carl
corey cordy
ellender ellen helen nellie
leonard leo leonardo
nora nonie
philinda linda lynn lindy
prudence prue prudy
roxanne roxanna roxane rose ann roxy
wilma wilhelmina william billie
maud middy matilda madeline
michael miguel michel mikhail mihail michele
johann johan johannes jan janez giovanni juan jean ivan ian sean joao john
george georges jorge giorgio jurgen juri yuri georg
peter pedro pierre pietro petr piotr
paul paulo pablo paolo pavel
henry henri enrique henrique heinrich enrico harry
charles carlos carlo karl karel
luke lucas luca lukas luc
mark marcos marco marc markus
philip felipe philippe filippo filip
andrew andre andres andrea andrei anders andreas
francis francisco francesco francois franz
steven esteban estevao stefan etienne stefano
abigail nabby abby gail
derrick eric rick ricky
frederica frederick
john jan evan sean shaun shawn jon
dorothy dodo thea
alexander sander sacha iskander
dennison denny
leopoldo leo poldo
nicholas nicolas nico nick claas claes
robert bill billy
alexei alexey aleksey alyosha alexis
andrei andrey andrej andre andrew
dmitri dmitry dima mitya
ekaterina yekaterina katya katia catherine
evgeny yevgeny eugene zhenya
ivan vanya john
mikhail misha michael
nikolai nikolay kolya nicholas
sergei sergey serge seryozha
vladimir wladimir volodymyr vova volodya
mohammed mohammad muhammad mohamed mohamad muhammed mahomed mo
ahmed ahmad ahmet
hussein hussain husayn hossein
hassan hasan
yusuf youssef yousef joseph
abdullah abdallah abdulla
philippa philip pippa pip
jerome jerry gerry
julia julie juliet jules
rosemary rosie rose romy mary
leopold leo
elizabeth elisabeth ellie elle lily izzy lilibet
caroline callie
judith jody judy
jonathon jonathan jon jonny john
gerard gerald garrett gerry jerry gary
ashley ash lee
derek derrick del rick
christopher topher chip
rachel rae ray
raymond ray rae
robert rab rabbie
michaela mickey kayla mica
charlotte charlie
penelope nell nelly
harriet hattie harry
nicola nicky nic
stephanie stevie
annabel bella belle
clementine clemmie
dominic nic
barnaby barney
hamish james
montague monty
theodora thea dora
miranda mindy mira
`
