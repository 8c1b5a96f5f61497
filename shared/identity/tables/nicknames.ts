// Made by local/tables/build-nicknames.ts. Roots (name-sound.ts) of given names that one person may have, a person a line.
// English: carltonnorthern/nicknames (Apache-2.0). Portuguese, Spanish and other forms: ours, from general knowledge.

export const nicknameFamilies = `aaron erin ron
abel eb
abigail nab ab gail
abijah big
abraham abram ab bram
absalom ap ab
adalin adelin alin delia lena del ad ada
adam ed ad
adelaid heid adel del ad dela adela
adelbert albert delbert bert al del
adelfia fil delfia adel del ad
adolfo fito
adriana drika
adrien rian
agnes inez ag nesa ines
ahmed ahmad ahmet
aileen eileen helen helena elen ela elena lena nel el elain lain al eleanor
alastair alistair alasdair
alberto albertinho beto betinho
alberto tito
alejandro alejandra al alex jandro sandro
alesandra alexandra alexandr alesandro sandra sandro xand xanda al lel
alex aleks aliosha alexis
alexa alexia alex
alexander alexandra alexandria alexandrea alex alek al sand sandra ala drina xander zander sasha lex
alexander sander saka iskander
alfonso ildefonso ponko
alfred alfreda fred al alf freda frieda
alik alikia lisa els al alison
alin nin
alisa lisia al
almena armena mena al ar
almina arminta min minit
almira elmira mira el
alonzo alfons lon al lonzo
alverta vird vert
amelia am mel mil emil ema em emelin
amos moses mos
an ana nan nank nana hanah anet net
ana aninha anita nina ninha
anabel bel
anastasia ana stak
anderson andrew and drew andrea andr andreas drea rea
anderson dedinho
andr andrej andrew
andr ded deko
andrew andr andres andrea anders
angela angelina angelin angelika angel ang jan lina
anselm ansel selma ans ank
antoinet antonia ton neta an
anton antonio antoin ton ant
antonio toninho tonho toniko totonho tonton
aparekido kidao
arabela ara bela ar bel
araminta armida mid ruminta mint
ariadn ariel
aristotl tel
arizona ieona on
arkiles kilis
arlen arl lena dar
artur artemus artemas
asahel asaf
asenat sen asen nat
ashl ash le
aubr bre
audr de
august augustus augustin gustavus gus austin
augusta augustina tina ag gats gus
augusto guto gugu
aurelia re ril orila aurila ora
aurelio lelo
azariah riah az
barbara barber barb babs bab bob babet
barnabas bernard barn bern
bartolomew bartel bat meus mees bart
beatrik beatrix bea trisha trix be
beatriz bia bib beatris biazinha trix bet
bedelia bridget brigid bridgit delia brid bid brita
bek beka reba
belinda melinda malinda bel linda lind mel lin mind
ben dito ditinho
benedikt benjamin benet ben benj jam
benjamin benja minko
bernadet bernik bern deta bun
bernardo be nado
berta bertram bertrand bird
betena bet tan
bezaleel bazaleel zeel basil
bias tob
blank bea
brad brod broderik rik
bradford bradl brad ford
brenda brand
brian briant
bridget brigit birgit git
dalton dahl dal
dan sher
daniel dan el
daniela daniel
david dav da taf
dean diana dian an de dik did di ded
debora debinha
deborah debora debra
deidr deede
deliverank dil dela
delores dolores lol lola dela de del dol
demaris demerias dea maris mar
derek derik del rik
derik erik
deuteronom dut
dmitr dima mitia
dolf ado
dolores lolita
dom nik
dora isa
dorot dodo tea
dorotea dorot dorinda doris teodora doda dora dol dot dorta dota dod
eb eben
edgar edmund edmond edward edwin eduardo ed ted ned win
edmilson edmundo mundo
eduarda duda dudu
eduardo duda dudu edu duka lalo guaio
edward ned ted lalo
egbert burt
eighta at
ekaterina iekaterina katia katerin
elbert elbertson albert
eleanor eleanora lenora leonora leonor elnora nora norah nel el elain elen lana lenor honor elenor
elena ilona alena
elender helen nel
eleonor leonor lenor nora ela
elias elijah elisha el le lias lig lish
elifalel lif
elifalet left
elisabet elizabet isabel bet betinha lisa el elis bel
elizabet elisabet el lil iz lilibet
elizabet elisabet eliza elisa elsa elspet lizbet lib lisa liz bets liza bet bes els lisbet ils lis babet buf lil tib
elois helois elouis louis lois
elswood elz
elvira elv elwood wood
emanuel imanuel manuel
enriku henriku kik kuiku riku rikuinho riko
epafroditius dit ditus epa dik
erasmus raz rasmus
erik frederik
ernest earnest ernestin ern teen tina erna
ernesto neto tito
erwin irwin irvin irving irv
es stela
esa vana nesa
estefania stefan
ester hester es hes het
eudik euridik
eudora dora eudoris dos
eufemia ef
eugen eugenia gen
eugen owen
eva evita
evalin evelin evelina eva ev lena
evangelin ev evan vang eva
evgen ievgen eugen zhenia
ezekiel zek ez
fabiana fabian fabiola fab bia
fabio fabinho binho
federiko fed fiko
felikit flik tik
felip lip pip fil
ferdinand ferdinando fred nando
feriba ferb
fernanda nanda fe fer ferda
field win
fil delfa
filander fie
filetus leet fil
filinda linda
filip felip filipo
filipa filip pipa pip
filipina foeb pen fif
filo mena
flavia flavinha
florenk flora flos
frankes frankis frankin franklin frank fran sis kis frani fan
frankis frankisko frankesko frankois
frankiska kika frankis fran paka pakuita paku kuita panka pankita
frankisko kiko kikuinho frankis fran kuiko kuim pako panko pakuito kuro kisko
frederik fritz fred
frederika rika freda frieda fred
gabriel gab biel
gabriela gabriel ela gab
geneviev jean ev jen
geofr jefr jeferson jefer geof jef son
georg georges jorg giorgio jurgen jur iur
georg georgiana georgina georgia jorg geord dod
gerald geraldin gerard ger jer dina
geraldo geg
gerard gerald garet ger jer gar
gerardo lalo
gerhardt ga
gert trud
gertrudes tudinha tula
gilbert bert gil wilber
gilberto giba gil beto
gina re
grakas grakinha
grakiela kela grak
green ber
gregor grigor grisha
gregorio goio
griselda grisel zelda
guilermo memo guil wil
guilherm guigu guilhermino
guilherm wil
gustavo guga gus guto gugu tavo
gwen wend
hamish james
hariet hat har
harold har hal
heater het
hefsibah hepsibah hips
helena lena leninha nena lel
henr enriku henriku heinrik enriko har
henr hank hal har hen
henrieta hank eta et reta net het hariet hat
herman harman dutk
herminia mina
hezekiah hiram hi hez kiah
hilario lalo
honora hon nora nor norah
hortens hart tens
hortensia tenka
howard hal how
hubert hugh hub bert hu
hugh hugo
humberto beto betinho
husein husain hosein
ignakio nako inakio nakinho igna
ignatius ignatzio natius ig nat nak naz
ines inesita nezinha
isaak ik zek zak
isabel isabela bel belinha bela isa isinha kabela isabelita izabel izabela
isabel isabela isobel tib bel nib bela ib is iz sabela
isadora isidor is dora iz
isaiah zad za
iusuf iousef josef
iva iv
ivan vania john
ivon evon
jaim jim
jakob jakobus jaap jak
james jam jakues diego seamus
james jim jam jem ja
jan jean jes jen jins jink janet
jeanet janet janik jes jean net jan
jebadiah jedediah jedidiah jeb jed dier diah
jehu hugh ge
jenifer jenet jes
jeremiah jerem jer jem
jerom jer ger
jeronimo jeromo jero momo
jesus ku kus suso kuko
joakuim joakuin kuim kuinkas kuinzinho kuino kimo joaka
joan joana johana johanah jo jod hanah non jon
joao joaozinho janjao jao jota joka
joaopedro jop
johan johanes jan janez giovan juan jean ivan ian sean joao john
johanes jonatan jon john jak jok natan hans ian juan
john jan evan sean shaun shawn jon
jonaton john
jorg jorginho koku
jos ze zeka zezinho zez pep kep josezinho ju
josef giusep bep pep jos
josef jo jod
josefa pepa pepita zefa zefinha fina
josefin fina jod jo jos fen joseta jet pos
josefina josefa jos pepa
josemaria kema
josiah josh
juan juanko juanito
juanita nita net
judah juder jud juda
judit jod
julia jul juliet jules
julia jul juliet juliana gilian jil julian
julia juliana juju jul julinha
juliano julio
junior jun junius
justin justus justina
kalista kis
kam ron
kandik kand dak
karles karl kuk kas kaz kip kik buk
karles karlos karlo karel
karlos karlinhos karlao kaka kalu karlitos karl
karloseduardo kadu
karlota karlot lot lota kar sher kik karl lol tot
karlton karleton karl
karmen karmenkita karmela karmina menku
karmon karm kam
karolin kal
karolin karol karolan lin kar kas kik karo
karolina karolin karol lina karo
karonhapuk karon karen kar hap
kartaet eta et
kasandra sand kas sandra
kasper jasper jap
katerin katarin katrin katleen katarina katelin kaitlin kat ka lena kit trina tina kas karen katalina
kaunk kan
ked rik
kekilia kek kika kisa kekinha kila
kekilia sheila kis kelia kel
kela mark
kelest les kelia
kelinda linda
kendal kendra kendrik kenet kent kenj
keril sheril sher ker
kesl kester ket
keziah kiza kiz
kikel kekil priskila drusila kila kis pris sila sis
kinderela arila rela kind rila
kingsl kingston
kintia lukinda kinda kind kinta lu luk lou
kirenius swen seren renius ken ki kirus
klara klarisa klarinda klair klar kis
klarenk klair
kliford klifton klif ford ton
kolumbus klum
konrad konstank kornelius kon niel neil korn
konsuelo kelo konsu
kor koko re
kordelia fidelia delia delius kord
korin ora
kourtn kurt kourt kurtis
kris tal stal
kristian kristina kris tina kika kik titina krist
kristian kristofer kris kit tofer kester krist
kristina kristin kristiana kristen kristel krista krist kirsten kris tina an teena
kristofer tofer kip
lafaiet laf fat
lan iul
laodikia dik kenia
laura lala laurinha
lauren laurin laurinda laura laur lawrenk ren lol
laurenk lawrenk lar lor lon lorn laur lars loren lorenzo
lavern vernon
lavinia lavina lavonia louvinia vina vin ina von winka
lavon levon ivon
lean lea an
leandro lel leo
leonard leonidas leo leon len lineau le
leonardo leo leozinho nado leonel
leopold leo
leopoldo leo poldo
lero ro le
letikia le lel tik let tika
letitia tish titia letik let
lev le
lewis louis ludwig luis luig
lil lila del dela
lilian lilah lol
lionel leon
litl ber
lorain loreta lor eta reta
lorenzo lenko
louis lewis louisa lou lu lois eliza lulu
lourdes lu lurdes lurdinha
luela lula ela lu
luis luiz luisinho lula lulu luisito luko guiko ziko luig
luisa luiza lu lulu isa
luisamaria luisma
luisfelip luf
lukas lukias luk luter
lukas lukuinhas luko
lukia lukil luk lukius kil lu lou
lukia lukinha luk lu lulu kia
lukina sinah
lukretia kreas
lup lupita
mabel mehitabel amabel het mit hit
madelin madelein magdalena magdelina mad madg mag lena magda
madison mat mad
magdalena madalena magda lena mada malena
mak makenz malkolm mk kenz mal malk
manerva minerva min nerv ev nerva
manoel manuel man maneko manolo manel nelo neko mano lolo manu
manola non
manuela manu nela manoela manola
mar mim min maura moira ma
margaret mam mais mags mag madg margot rita peg mol greta megan ma
margaret margareta margarita marguerit marger marjor marg mag meg peg midg madg dais greta rita megan mais margo gretken meta
margarida margarita margaret guida magu marga margo rita
maria mar mariah marieta marian marion marilin maureen ma mol pol mam mitz merk min mim
maria mar marikuinha marikota kota mariazinha maruja marikuita
mariaantonia tonha
mariabeatriz mab
mariabelen mabel
mariadaluz marilu
mariadefatima fa
mariadelaluz mariluz
mariadelkarmen maika mamen
mariadelmar marimar
mariadosremedios remedinhos
mariaeduarda madu duda
mariaelena malena
mariaeugenia mag marugenia
mariafernanda maf mafer
mariaisabel maribel marisa
mariajos mariajo zez kot majo
mariajos marijo
mariajulia maju
mariaklara maklara
marialuisa malu marilu marisa
marialuiza malu
marialukia malu
mariana marian mar nana nanda
mariateresa mait mariter
mariaviktoria mav
marina mar nina
mario marinho maiito
mark markos marko markus
markelo kelo mark tkelo kelinho
markia markinha
marko markos markuinhos kuinho markao
marsha mark mar
marta mart mat pats pat
marta martinha tita
martin martina mart tina
martin tinko
mateus teteu mateo teo mat
matew matias mat tis tias
matilda til maud mat pat tilda
maud mid matilda madelin
maurik moris mor mo
mavin maver mav
maximiliano maximo max
maxin maximilian maxwel max
melan melisa milikent mildred mel mis mil lisa
melkizedek zadok dik
melon melia melod lod
merkedes merk mek meka
merkedes merk sad
miguel guel miguelito miko mik migu
mik misha
mikael miguel mikel mikhail mihail
mikael mik mikah mitk
mikaela mik kaila mika
mikajah kag
mikel mik shel
mikhail misha mikael
mila kam kamis
milagros milagritos
mima jem
miranda mind mira
miranda rand mand mira
miriam mim mitz
mkena ken kena meaka
monet net
monteleon montesku montgomer mont gum
muhamad muhamed mahomed mo
mundinho mundo ra
nadin nada deede
naldo rei
naldo ro
naldo ron
nando fe fer nano
nap leon
nat talia
natal natasha nat net tasha
nataniel natan nat tan
nel korn nelia
nelson nelsinho
nikol nol nik kol
nikola kolia nikolas
nikolas niko kolas nikolau lalau
nikolas nikodemus nik klaes klaas niko klaus
nora non
nowel noel
obadiah dier obed ob diah
obedienk obed beda beed bid
oktavia tav tavia
oktavio otavio tavinho
oliver olivia oliv nol livia ol
onikiforous kiforus osaforus siforous on ki osaforum
orlando roland lan rolo rol
osvaldo oswaldo valdo vado
oswald oz waldo os
otis od ot
pablito paul
parmelia permelia amelia mil melia mel
partenia teen parsun pasoon fen
paskual pako
patrik padraig
patrikia pat trikia tikia
patrikia patrik pat pats trikia trish trisha peter pad rik
paul paula paulin paulina pol lina
paul paulo pablo paolo pavel
paulinho paulao
pedro pedrinho pep pedrito periko peter
pelegrin peregrin per
peter pedro pier pietro petr piotr
peter piers per
pilar piluka
postuma hum
pr kila
prudenk pru prud
rafael rafa rafinha fael rafinho
rafael ralf rafa raf
rafaela rafa rafinha fafa
rakel shel ra
rakuel rakel kuel kuelinha kel
ramon monko
randolf randal dolf rand
re nato
reg gina
reginald reg naldo ren reinold rex
relief leafa
renata re tata nata
reuben rub
rhoda rod
rikard rik dik dikon ritk
rikardo rik riko rikardinho kadinho kardo kaka
robert bil
robert rab
robert rob bob robin dob dobin hob hobkin rupert bert
roberta beta ro
roberta bob bert rob bird
roberto beto ro robertinho bob betinho tito
rod erik rik
rodolfo fito
rodrigo digo rodr ro diguinho guigo
roger rodger rog hodg bob rod rob rupert robin
rogerio ro roger gerinho
ros rosita
rosa ros rosabel rosabela rosalind rosalinda rosalin rosemar rosean roseana roz linda bel rosana rosan an rosina sina
rosario karo kaio
rosemar ros rom mar
roxan roxana ros an rox
rudolf rudolfus dolf rud olf rolf
rusel rust
salom loom
salvador kava salva dodo
samanta samuel sam manta samson sampson
samuel samuka
santiago sant tiago iago kago diego
sarah sara sal sad
sebastian sebastiao tiao seba bastian sebas tiaozinho
seimour se mor
serg seriozha
sergio keko serginho kejo
sharon shaina sher
sheldon shelton shel ton
shirl sher le
sibila sib sibel
silenk lil
silvester silvanus silas vester vest sl si vet ves sil
silvia silvana silvinha
simeon simon sion
skot pres
sofia sof fif
sofia sofronia sof frona fronia
sokoro koko korinha
soledad sol kol
solomon sal salmon sol saul zol
son jud
stefan stefen steven stef stev an esteban
steven esteban estevao stefan etien stefano
susan sana zuza
susan susanah suzan susana suk su sus suz hanah
suzana su sus sana
tatiana tatian
tea dora
teo doro
teodor teodosius teodora teo ted dora
teodosia teofilus teo dosia of
terenk teresa ter tes tesa tirza trak tursa res
teresa tereza teka ter teresinha terezinha teresita tet mait
tomas tom tam
tomasa tamzin
tran kuila
valdemar waldemar mazinho
valdir vava
valentin valentina felt val
van nesa
vandalia savanah van ana
vera veronika
vernise nik
veronika von ron rona fron frank nika
vikent vikentinho kent viko
viktor viktoria vik tor
viktor vitor viktorino vitinho vito
viktoria vitoria vi vik viv toia
vinkent vinkenzo vinson vik vink vin
violeta viola vi ola let
virginia jan jen gin virg ginger
virginia vi gina
vladimir wladimir volodimir vova volodia
wagner vagner waguinho
walak walter wal walt wat
washington tom
welington welinton tom
wiliam liam wim guilermo guilherm
wiliam wilbur wilber wilfred wilard wilis wilson wil bil bel bela fred liam
wilma wil min mina bil
wilma wilhelmina wiliam bil
winifred fred winet win
woodrow wood drew
zakariah zakarias zakar zek
zedediah zed diah dier`
