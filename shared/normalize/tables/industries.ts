// Built by local/tables/build-industries.ts from local/tables/industry-phrases.ts; change those.
// HubSpot's values of the company property `industry`, and the stems that name them, `+` between the stems of one name.

export const industryTable = `ACCOUNTING audito bokepi contab contab+escritorio contad cpa+firm
AIRLINES_AVIATION aere aere+line aere+linh aere+transpor aeroli aerona airlin aviaca aviaca+civil aviaci aviati
ALTERNATIVE_DISPUTE_RESOLUTION altern+confli+resolu arbitr confli+part+resolu+tercer confli+resolu mediac mediat
ALTERNATIVE_MEDICINE acupun altern+terapi healt+holist holist+terapi homeop
ANIMATION animac animac+estudi animac+pos+produc animat+post+production
APPAREL_FASHION aparel aparel+fashio+retail calcad calzad clotin confec fashio fotwea indume loj+roup mod rop roup sho vestua
ARCHITECTURE_PLANNING archit arquit arquit+planej arquit+planif design+interi disen+interi interi landsc paisag paisaj planin+urban urbani
ARTS_AND_CRAFTS art+artesa art+ofici art+retail+supli artesa artesa+manual craft handic
AUTOMOTIVE aut+part aut+repair automo+taler autopa autope car car+dealer car+rental conces locado+veicul mecani+oficin mecani+taler montad motor+vehicl revend+veicul veicul
AVIATION_AEROSPACE aeroes aeroes+aerona aeroes+aviaca aeroes+aviaci aerosp aerosp+aviati+compon
BANKING ahor+caj banc bancar bancar+instit bank
BIOTECHNOLOGY biotec+pesqui biotec+resear
BROADCAST_MEDIA audiov+medio broadc broadc+distri+medi+production difusa+midi difusi difusi+medio emisor+radi+televi radi radiod teledi televi tv
BUILDING_MATERIALS buildi+materi+wholes cement ciment constru+loj+materi constru+materi ferete hardwa+stor
BUSINESS_SUPPLIES_AND_EQUIPMENT equip+materi equip+sumini equipa+escritorio equipa+sumini equipa+suprim equipm+ofic equipm+ofic+retail equipm+supli escritorio+materi materi+oficin ofic+supli oficin+sumini papela papele
CAPITAL_MARKETS bols+valor capita coreto+valor exchan+stock securities
CHEMICALS fertil petroc petroq product+quimic produt+quimic quimic tint tint+verniz
CIVIC_SOCIAL_ORGANIZATION asocia asocia+trad camar civic+organi+sociai organi+social sindic
CIVIL_ENGINEERING civil+engenh civil+ingeni engenh engine ingeni
COMMERCIAL_REAL_ESTATE bien+comerci+inmobi bien+comerci+raic center+shopin centr comerci+imobil+mercad comerci+imovei comerci+inmobi+sector comerci+inmueb corpor+imovei estat+leasin+non+real+reside propie
COMPUTER_NETWORK_SECURITY ciber+securit cibern+seguran cibers computa+red+seguran computa+red+segurid digita+seguran informac+seguran informac+segurid informat+securit informatic+segurid infose it+securit ordena+red+segurid red+seguran red+segurid
COMPUTER_GAMES computa+jog desenv+jog develo+gam digita+jog eletronic+jog gam gam+vide gaming jog jueg+ordena jueg+vide videog videoj
COMPUTER_HARDWARE comput computa computac+equip equip+informatic equipa+informatic hardwa
COMPUTER_NETWORKING comput+networ+product computa+red computac+red informatic+red infrae+red interc+red networ red
COMPUTER_SOFTWARE ap+develo aplica aplica+desar aplica+desenv aps aps+mobil automac+comerci b2b+sas com+softwa computa+progra custom+softwa desar+softwa desar+web desenv+sistem desenv+softwa desenv+web develo+softwa engine+softwa factor+softwa hous+softwa informatic+progra product+softwa progra sas sistem softwa
CONSTRUCTION buildi civi+obr civil+constru constructor construtor construtor+incorp contra emprei obr reform
CONSUMER_ELECTRONICS aplian+hom articu+consum+electronic comput+electronic consum+eletronic electr electronic eletro eletronic
CONSUMER_GOODS articu+consum artig+consum ben+consum bien+consum consum+god+packag consum+masiv consum+product consum+produt cpg fmcg
CONSUMER_SERVICES barbea barber beauti+salon belez+sala belez+salo consum laundr lavand peluqu person pesoai
COSMETICS beauti belez belez+higien car+person car+person+product cuidad+person cuidad+pesoai esteti higien+pesoal perfum skinca
DAIRY dairi+product deriva+leit lacte lacte+product lactic latici lech leit
DEFENSE_SPACE aerosp+defens defenc defenc+spac defens defens+depart+espaci+exteri defens+espaci defes defes+espac defes+espaci
DESIGN desenh design+estudi design+product design+produt design+ux disen disen+estudi
E_LEARNING aprend+electronic aprend+line cours+onlin curs+onlin distan+educac distan+ensin ead edtech educac+line educac+onlin educat+onlin elearn formac+onlin
EDUCATION_MANAGEMENT admini+educat admini+educat+progra admini+escola centr+educat colegi educac educac+gestao educac+gestion educat educat+gestion ensin ensin+instit escol escuel schol
ELECTRICAL_ELECTRONIC_MANUFACTURING aplian+electric+electronic compon+eletric+eletronic electric+electronic electric+equip electric+equipm electric+materi electronic+manufa eletric+equipa eletric+indust eletric+materi eletro+fabric eletro+manufa eletronic+indust
ENTERTAINMENT divers entret entret+lazer entret+oci
ENVIRONMENTAL_SERVICES ambien ambien+consult ambien+gestao ambien+gestion ambien+medio ambien+mei ambien+saneam enviro gestao+residu gestion+residu manage+wast medio+servic recicl residu+tratam sosten sustai susten
EVENTS_SERVICES bufet+event cas+event corpor+event event event+feir event+feri event+manage event+organi event+planin event+produc
EXECUTIVE_OFFICE ejecut+oficin ejecut+poder escritorio+execut execut+gabine execut+poder
FACILITIES_SERVICES admini+predia buildi+mainte cleani conser+limpez facili facili+gestao facili+manage genera+servic gestao+instal infrae instal janito limpez limpez+tercei limpie manten manute+predia zelado
FARMING agr agribu agrico agrico+copera agrico+insum agricu agricu+pecuar agrite agroin agrone agrope agtech farm fazend hortic produt+rural
FINANCIAL_SERVICES cobran consor consult+financ copera+credit credit cripto factorin financ financ+instit financ+insura finanz fintec medio+pag mei+pagame microf paimen
FINE_ART art art+bel art+galeri art+obr art+plasti art+visuai art+visual artist+writer
FISHERY acuicu aquacu aquicu fishin pesc pesque piscic salmon
FOOD_BEVERAGES alimen+bebid alimentac alimentac+bebid bebid+comid cateri drink+fod fod fodser
FOOD_PRODUCTION acucar+alcol+usin acucar+usin alimen alimen+proces alimen+produc alimen+product alimen+produt azucar+ingeni bevera+fod+manufa fod+indust fod+manufa fod+proces frigor panifi
FUND_RAISING arecad+fund captac+fond captac+recurs filant+fund+raisin fond+obtenc fond+recaud fundra
FURNITURE carpin decor+hom decora+movei decora+muebl furnis+furnit+hom furnis+hom marcen mobilia movei movei+planej movele muebl
GAMBLING_CASINOS apost apost+esport apuest apuest+deport azar+casin+jog azar+casin+jueg azar+jog azar+jueg bet beting casin casin+facili+gambli gambli igamin loteri
GLASS_CERAMICS_CONCRETE cerami cerami+crista+hormig concre gla hormig vidr vidrac vidri
GOVERNMENT_ADMINISTRATION admini+gubern admini+public aiunta estadu+govern federa+govern gobier gobier+local govern govern+local govern+munici munici+orga+public orga+public poder+public prefei public
GOVERNMENT_RELATIONS gobier+relac govern+instit+relac govern+relac gubern+relac instit+relac lobi lobing
GRAPHIC_DESIGN disen+grafic
HEALTH_WELLNESS_AND_FITNESS academ academ+ginast bem+estar bem+estar+fitn bem+estar+fitn+saud bem+estar+saud bienes bienes+buen+condic+fisic+sanida bienes+condic+fisic bienes+condic+fisic+salud bienes+ejerci+salud bienes+ejerci+sanida bienes+fisic bienes+fitn+salud bienes+salud condic+fisic fitn fitn+healt gim gimnas healt+weln nutric pilat suplem weln
HIGHER_EDUCATION coleg educac+superi educac+univer ensena+superi ensin+superi faculd univer
HOSPITAL_HEALTH_CARE analis+clinic+labora asiste+medic atenca+saud atenci+hospital+medic atenci+hospital+salud atenci+medic atenci+sanita car+healt clinic+hospit clinic+hospital cuidad+salud cuidad+saud healt healtc healte hospit hospital medica plan+saud salud sanida saud
HOSPITALITY alojam hosped hostel hotei hotel hotel+motel hotela hotela+turism hotele hotele+turism pousad resort
HUMAN_RESOURCES consult+human+recurs consult+rh gestao+human+recurs gestao+peso gestion+person hr hr+tech hrtech human+recurs human+talent rh
IMPORT_AND_EXPORT aduana+agenci aduana+agent aduane+despac comex export export+import+produt export+import+wholes exteri import tradin
INDIVIDUAL_FAMILY_SERVICES asiste+social car+child car+elderl car+hom cuidad+idos famili famili+indivi famili+person social
INDUSTRIAL_AUTOMATION automac automat automat+machin roboti
INFORMATION_SERVICES analis+dad analit+dat dat informac informat
INFORMATION_TECHNOLOGY_AND_SERVICES ai artifi+inteli cloud+comput consult+it consult+tecnol consult+ti ia ict informac+tecnol informat+techno informatic inovac+tecnol it outsou+ti startu+tech startu+tecnol suport+ti tech techno tecnol ti tic
INSURANCE agenci+insura asegur broker+insura coredu+seguro coreta+seguro coreto+seguro insurt previd segurad seguro
INTERNATIONAL_AFFAIRS asunt+internac internac+relac internat+relati
INTERNATIONAL_TRADE_AND_DEVELOPMENT desar+internac desenv+internac develo+internat internac internat+trad
INTERNET comercio+electronic comercio+eletronic dotcom ecomer informat+internet+techno informat+medi+techno internet+portal internet+publis internet+tecnol line line+tiend loj+onlin loj+virtua marketp onlin+retail onlin+tiend tiend+virtua
INVESTMENT_BANKING banc+inversi banc+investim bank+investm
INVESTMENT_MANAGEMENT activ+gestion admini+inversi admini+investim asesor+inversi asesor+investim aset+manage ativ+gestao fond+inversi fund+investim gestao+investim gestao+patrim gestion+inversi gestor+investim gestor+recurs inversi investim investm manage+wealt
JUDICIARY admini+justic court court+law judici+poder judici+sistem justic tribun
LAW_ENFORCEMENT aplica+lei cuerp+segurid cumpli+lei forc+polici forc+seguran fuerz+orden fuerz+polici polic polici
LAW_PRACTICE abogac abogac+ejerci abogad abogad+bufet abogad+despac advoca advoca+consult+juridi advoca+escritorio advoga advoga+socied atorne derech derech+practi direit direit+pratic estudi+juridi firm+law juridi+pratic law lawier
LEGAL_SERVICES asesor+juridi cartor consult+juridi juridi legai legal legalt notari
LEGISLATIVE_OFFICE camar+deputa camar+diputa camar+munici depart+legisl escritorio+legisl gabine+legisl instit+legisl legisl legisl+oficin legisl+poder parlia
LEISURE_TRAVEL_TOURISM agenci+travel agenci+turism agenci+viagem agenci+viagen agenci+viaj arange+travel esparc+turism+viaj lazer oci operad+turism operat+tour touris travel turism viagen viaj
LIBRARIES biblio
LOGISTICS_AND_SUPPLY_CHAIN cadei+logist+suprim cadei+suprim caden+logist+sumini caden+sumini chain+logist+storag+supli+transpor chain+supli distri+logist logist logist+operad logist+transpor logtec
LUXURY_GOODS_JEWELRY articu+joi+luj articu+joieri+luj articu+luj artig+joi+lux artig+lux ben+joi+lux bien+joi+luj bijute bisute god+jewelr+luxuri+retail god+luxuri jewele jewelr joalhe joi joieri lux luxuri reloje relojo semijo
MACHINERY agrico+maquin ben+capita bien+equip equip equipa equipm maquin maquin+pesad
MANAGEMENT_CONSULTING adviso asesor consult consult+estrat consult+estrat+operac consult+gestion gestao manage+strate
MARITIME aquavi+transpor mariti+transpor nautic naval navega navier port portua puert shipin
MARKET_RESEARCH estud estudi investiga+mercad mercad+pesqui
MARKETING_AND_ADVERTISING adtech advert agenci agenci+comunic agenci+digita agenci+digita+marketin comunic+marketin comunic+visual digita+marketin marketin marketin+vend martec mercadot propag publicid
MECHANICAL_OR_INDUSTRIAL_ENGINEERING engenh+indust engenh+mecani engine+indust engine+mechan fabric factor indust indust+ingeni ingeni+mecani manufa mecani mecani+metal metalm metalurgic transf usinag
MEDIA_PRODUCTION audiov audiov+produc comunic comunic+medio+produc comunic+mei comunic+mei+produc comunic+veicul conteu+produt medi medio medio+produc midi midi+produc multim+produc product production+vide produt produt+vide
MEDICAL_DEVICES aparat+medic dispos+hospital+medic dispos+medic equip+hospital equip+medic equipa+hospital equipa+hospital+medic equipa+medic equipm+medica hospital+materi hospital+produt materi+medic medic+product medic+produt medtec
MEDICAL_PRACTICE clinic clinic+esteti consult+medic consultorio dental dentis fisici fisiot medic medic+practi medic+pratic medic+profes medici odonto
MENTAL_HEALTH_CARE atenca+mental+saud atenci+mental+salud atenci+psicol clinic+psicol cuidad+mental+salud cuidad+mental+saud healt+mental mental+salud mental+saud psichi psicho psicol psiqui terapi
MILITARY armad+forc armad+fuerz armed+forc armi ejerci exerci
MINING_METALS acer aco metai metal metalurgi miner minera mineri mining sideru stel
MOTION_PICTURES_AND_FILM cin cin+vide cinem cinem+vide cinema cinema+produc film film+production movi movi+record+sound movi+sound+vide pelicu
MUSEUMS_AND_INSTITUTIONS histor+museum+sit+zos instit+muse instit+museu muse museu museum
MUSIC discog gravad instru+musica musica musici record+sound
NANOTECHNOLOGY nanote+resear
NEWSPAPERS diari escrit+prens imprens jornai jornal journa new newspa+publis notici period pre prens
NON_PROFIT_ORGANIZATION_MANAGEMENT admini+fin+lucr+organi+sin anim+gestion+lucr+organi+sin anim+lucr+organi+sin anim+lucr+sin asocia+fin+lucrat+sem charit entida+fin+lucr+sin entida+fin+lucrat+sem fin+gestao+lucrat+organi+sem fin+gestion+lucr+organi+sin fin+instit+lucrat+sem fin+lucr+organi+sin fin+lucr+sin fin+lucrat+organi+sem fin+lucrat+sem gestion+lucr+organi+sin govern+non+organi ngo non+organi+profit non+profit nonpro nonpro+organi not+profit ong sector+tercer setor+tercei
OIL_ENERGY combus combus+post energe energi energi+gas+ole gas gas+ole gas+statio oil petrol
ONLINE_MEDIA audi+medi+onlin+vide blog comunic+line+medio comunic+medio+onlin comunic+mei+onlin conten+creado difusi+line+medio digita+medi digita+medio digita+midi edica+onlin edicio+line line+medio line+publicac medi+social medio+onlin mei+onlin midi+onlin midi+sociai networ+social notici+portal onlin+publis podcas red+sociai red+social stream
OUTSOURCING_OFFSHORING atenci+centr+lamad bpo cal+center center+contac centr+contac centr+lamad consult+ofshor+outsou desloc extern ofshor outsou outsou+proc subcon telema tercei tercer
PACKAGE_FREIGHT_DELIVERY agent+carg carg+encome+transpor carg+entreg+pacot carg+entreg+paquet carg+envi+paquet carg+paquet carg+paquet+repart corei courie delive delive+parcel encome encome+transpor entreg envi flet forwar+freigh freigh freigh+packag+transpor fret last+mil mensaj mensaj+transpor mercan+transpor mil+ultim motobo paquet postai postal
PACKAGING_AND_CONTAINERS contai contei+embala conten+embala conten+empaqu conten+envas conten+envasa embala embala+recipi empaqu envas packag
PAPER_FOREST_PRODUCTS celulo flores flores+papel+produt flores+produt forest forest+papel+product forest+product loging madeir mader madere papel paper paper+pulp reflor silvic timber wod
PERFORMING_ARTS art+cenic art+dramat art+esceni artist+perfor bail danc danz teater teatr
PHARMACEUTICALS drogar farma+labora farma+manipu farma+product farma+produt medicament
PHILANTHROPY filant+fundra founda fundac
PHOTOGRAPHY estudi+fotogr
PLASTICS borach gom+plasti plasti+ruber plasti+transf
POLITICAL_ORGANIZATION parti+politi partid+politi politi
PRIMARY_SECONDARY_EDUCATION 12+k basic+educac basic+ensin educac+infant educac+primar educac+primar+secund educac+secund educat+primar educat+second elemen+schol ensena+primar+secund ensin+fundam ensin+fundam+medio ensin+medio ensin+primar+secund high+schol k12 kinder presch
PRINTING art+grafic art+grafic+imprent grafic grafic+rapid imprent impres
PROFESSIONAL_TRAINING_COACHING capaci capaci+coachi+profes capaci+formac+profes capaci+profes coachi coachi+formac+profes coachi+formac+profis coachi+profis+treina corpor+educac corpor+treina cours curs curs+idiom curs+profis desar+profes desenv+treina escol+idiom formac formac+profes formac+profis langua+schol mentor profes+traini traini treina
PROGRAM_DEVELOPMENT desar+progra desenv+progra
PUBLIC_POLICY ofic+polici+public oficin+politi+public politi+public
PUBLIC_RELATIONS_AND_COMMUNICATIONS agenci+pr agenci+public+relac agenci+public+relati asesor+comunic asesor+imprens comunic+corpor comunic+empres comunic+public+relac pr public+relac public+relati
PUBLIC_SAFETY bombei bomber ciudad+segurid civil+defes civil+protec depart+fir emerge public+seguran public+segurid puebl+segurid
PUBLISHING bok bok+period+publis boksto edica edicio editor libr librer livr livrar magazi publicac revist
RAILROAD_MANUFACTURE constru+ferovi equipa+ferovi equipm+railro fere+via feroca ferovi rail railro railwa
RANCHING avicol avicol+granj avicul bovino catl cort+gad cri+ganade criaca+gad gad ganad ganade livest pecuar ranch suinoc
REAL_ESTATE admini+condom agenci+estat+real bien+inmobi bien+inmueb bien+raic condom coreta+imovei coreto+imovei imobil imovei incorp inmobi inmobi+promot inmueb lotead loteam manage+proper proper propte realti realto
RECREATIONAL_FACILITIES_AND_SERVICES amusem+park club divers+parqu facili+recrea instal+recrea parqu parqu+temati recrea
RELIGIOUS_INSTITUTIONS church iglesi igrej minist organi+religi religi
RENEWABLES_ENVIRONMENT ambien+energi+medio+renova ambien+energi+mei+renova ambien+font+mei+renova ambien+medio+recurs+renova ambien+medio+renova ambien+mei+renova biocom biog clean+energi cleant energi+eolic energi+fotovo energi+gren energi+limp energi+limpi energi+power+renewa energi+renewa energi+renewa+semico energi+renova energi+solar energi+wind fotovo renewa solar sucroa sucroe
RESEARCH centr+investiga centr+pesqui cienti+investiga cienti+pesqui desar+investiga desenv+pesqui develo+resear i inovac+pesqui investiga p pesqui r resear+scient
RESTAURANTS bakeri bar caf cafete churas cof+shop comid+delive comid+rapid fast+fod fod+truck gastro hambur lancho padari panade pizari
RETAIL comercio detal+vent detali fisic+loj franqu loj lojist menor menor+vent minori minori+vent optic otic pet+shop petsho retalh shop stor tiend varej vareji
SECURITY_AND_INVESTIGATIONS detect electronic+securit electronic+segurid eletronic+seguran guard+securit investiga+seguran investiga+segurid limpez+portar monito patrim+seguran patrim+vigila portar privad+seguran privad+segurid privat+securit securit seguran segurid vigila
SEMICONDUCTORS chip
SHIPBUILDING astile barc+constru boat+buildi buildi+ship buqu+constru constru+naval estale indust+naval shipia
SPORTING_GOODS articu+deport artig+despor artig+esport artig+esport+loj bicicl deport+equip deport+equipa deport+materi deport+product equipa+esport equipm+sport esport+materi esport+mod sports
SPORTS club+deport club+esport club+futebo deport despor esport fotbal futbol futebo specta+sport
STAFFING_AND_RECRUITING agenci+emple agenci+emploi agenci+empreg agenci+recrui consult+recruta contra+person+seleci contra+seleci dotaci+person+reclut dotaci+person+seleci execut+search headhu mao+obr+tempor person+reclut person+reclut+seleci person+seleci pesoal+recruta pesoal+recruta+seleca reclut reclut+seleci recrui recruta recruta+seleca stafin stafin+tempor tempor+trabaj tempor+trabal
SUPERMARKETS abarot abarot+tiend atacar autose conven+stor conven+tiend grocer grocer+retail grocer+stor hiperm hortif mercea minime
TELECOMMUNICATIONS internet+proved internet+provid+servic isp operad+teleco operad+telefo proved telc telefo voip
TEXTILES confec+textil fiaca+tecela malhar product+textil tecela tecid tejid textei
THINK_TANKS centr+estudi centr+pensam comit+expert estrat+gabine grup+reflex ide+labora instit+pesqui+politi
TOBACCO cigar cigare fum tabac tabaca
TRANSLATION_AND_LOCALIZATION adapta+traduc interp locali traduc tradut transl
TRANSPORTATION_TRUCKING_RAILROAD autotr camion camion+feroca+transpor carete+feroca+transpor carete+ferovi+transpor carete+transpor carg+rodovi+transpor carg+transpor ferovi+rodovi+transpor ferovi+transpor fretam ground+transpor mobilid onibu pasage+transpor pasaje+transpor public+transpor rail+transpor rodovi+transpor terest+transpor transpor transpor+truck transpor+urban trucki
UTILITIES agu+electric+gas agu+esgot agu+saneam basic conces+energi conces+public distri+eletric+energi distri+energi electric electric+energi eletric eletric+energi empres+public+servic energi+geraca power public+servic public+sumini public+utilid public+utilit saneam utilit+water
VENTURE_CAPITAL_PRIVATE_EQUITY aceler buildi+ventur capita+empren capita+equiti+princi+privat+ventur capita+equiti+privat+riesg capita+equiti+privat+risc capita+fond+privad+riesg capita+inversi capita+privad capita+privad+riesg capita+privad+risc capita+riesg capita+risc capita+ventur equiti+privat vc
VETERINARY animal+healt animal+salud animal+saud car+pet clinic+veteri hospital+veteri medici+veteri pet vet
WAREHOUSING almace almace+bodeg almace+distri armaze armaze+distri centr+distri deposi galpo self+storag storag
WHOLESALE atacad distri gros grosis maior maior+vent maiori maiori+vent repres trad+wholes
WINE_AND_SPIRITS alcoho+bebid alcoho+bebid+vin alcoho+bevera alcoli+bebid alcoli+bebid+vinh bebid ber bevera bodeg brewer cervec cervej cervez destil distil licor spirit vin vinh vinico vinicu viticu vitivi win wineri
WIRELESS celula+telefo comunic+inalam fio+red+sem fio+sem fio+sem+tecnol fon+mobil inalam inalam+red inalam+tecnol movel+telefo movil+telefo tecnol+wirel
WRITING_AND_EDITING conten+creaci conten+creati conten+writin conteu+criaca conteu+produc copiwr coreci+escrit coreci+redaci edica+escrit edica+redaca edicio+escrit edicio+redaci editin escrit redaca redaca+revisa redaci redaci+revisi redact redato revisa+text writer writin
MOBILE_GAMES celula+jog jog+mobil jueg+movil`
