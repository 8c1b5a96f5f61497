// Legal forms of companies, written from the registers' own names for them (ISO 20275 calls them entity legal forms).
// Each is folded to its letters: lower case, without accents, dots, slashes, spaces and `&` ("S. de R.L. de C.V." is
// sderldecv, "GmbH & Co. KG" is gmbhcokg), so that a form is found however it is spelled. Facts, no source copied.

/** Mean a legal form wherever they end a name, in any case. */
export const plainForms = `ltda limitada ltdame ltdaepp ltdaei eireli eirelime eireliepp epp mei slu sociedadelimitada sociedadeanonima
companhialimitada sociedadelimitadaunipessoal sociedadesimples cia ecia ycia cialtda ecialtda ycialtda companhia
ecompanhia ycompania compania sociedadanonima sociedadlimitada sociedadanonimadecapitalvariable
sociedadderesponsabilidadlimitada sociedadporacciones sociedadporaccionessimplificada sociedadanonimacerrada sociedadanonimaabierta
sociedadlimitadaunipersonal sociedadlimitadaprofesional sociedadlimitadalaboral sociedadanonimaunipersonal srltda sadecv srldecv sderl sderldecv sderlmi srlmi sapi
sapidecv sapib sapibdecv sab sabdecv sofom sofomenr sofomer sasdecv scldecv scdecv scderl scderldecv sprderl
sprderldecv sprderi spr sencs sencdecv sencsdecv sencpora sencporadecv senc sdeca lda unipessoal unipessoallda
sociedadeunipessoallda unipessoallimitada sociedadeunipessoallimitada sociedadedeadvogados
sociedadeindividualdeadvocacia sociedadeunipessoaldeadvocacia sociedadeanonimadofutebol comanditaporacoes
sociedadeemcomanditaporacoes empresarioindividual uniplda sociedadeunipessoal sgps sgpssa crl unipersonal sau sll slne scoop soccoop scoopltda scoopandaluza scoopmad
scoopgalega scoopand srll srlp slp sat aie aeie srl srls sarl sarlau sasu eurl selarl selas selafa selasu
selarlu selca sci scm earl gaec scea scop scic gie geie societeanonyme societearesponsabilitelimitee
societeparactionssimplifiee etcie cie gmbh ggmbh gesmbh mbh ughaftungsbeschrankt ughb ohg kgaa gbr egbr partg
partgmbb partgesmbb partges vvag ewiv aktiengesellschaft gesellschaftmitbeschrankterhaftung gesellschaftmbh
kommanditgesellschaft eingetragenergenossenschaft eingetragenegenossenschaft eingetragenerverein
eingetragenerkaufmann eingetragenekauffrau unternehmergesellschaft unternehmergesellschafthaftungsbeschrankt
offenehandelsgesellschaft inc incorporated incorporation corp corporation co company andco andcompany undco coinc
coltd companylimited companyltd ltd limited ltdco ltdcompany limitedcompany llc lllp llp pllc pllp rllp rlllp pbllc
spbllc pbc plc publiclimitedcompany limitedliabilitycompany limitedliabilityco limitedpartnership ltdpartnership
limitedliabilitypartnership limitedliabilitylimitedpartnership professionalcorporation profcorp
publicbenefitcorporation ltdliabilityco ltdliabilitycompany pty ptyltd ptylimited proprietary proprietarylimited
proprietaryltd propltd pteltd ptelimited pte pvtltd pvtlimited pvt privatelimited privateltd pltd opcpvtltd
opcprivatelimited smcpvtltd sdnbhd bhd tbk cyf cyfyngedig cic cio scio dac clg ulc unltd unlimited teo teoranta ltee
limitee incorporee sencrl sendirianberhad berhad bvba sprl cvba scrl commv vof vzw asbl aisbl ivzw besloten
beslotenvennootschap naamlozevennootschap oy oyj oyab aboy osakeyhtio julkinenosakeyhtio ky osk abp abpubl
aktiebolag aktiebolaget kommanditbolag handelsbolag ekfor ekonomiskforening aps aktieselskab anpartsselskab ivs amba
smba asa aksjeselskap allmennaksjeselskap ans enk nuf ehf ohf slf spzoo spzoospk spzooska spk spj
spolkazograniczonaodpowiedzialnoscia spolkaakcyjna spolkakomandytowa spolkajawna spolkazoo ska sro spolsro spoluro
akciovaspolecnost spolecnostsrucenimomezenym akciovaspolocnost spolocnostsrucenimobmedzenym vos kft zrt nyrt kkt doo
jdoo ood eood sia uab ooo oao zao pao ип ооо оао зао пао тов тоо фоп пат прат чп еоод оод еад επε ικε αε ltdsti
limitedsirketi anonimsirketi sanvetic sanayiveticaret ticltdsti sanveticltdsti sanvetica sanveticas ticas fze fzco
fzllc fzc dmcc wll saoc saog kscc kabushikikaisha kabushikigaisha godokaisha yugengaisha kk scpa sapa scarl scarlpa
scrlpa soccooparl sccoop lbs snc societaperazioni societaaresponsabilitalimitata societacooperativa sagl klg
einzelfirma einzelunternehmen societecooperative sociedadcooperativa cooperativalimitada 株式会社 有限会社 合同会社 合資会社 合名会社
一般社団法人 一般財団法人 有限公司 股份有限公司 有限责任公司 有限責任公司 주식회사 유한회사 בעמ จำกัด จำกัดมหาชน`

/** Too short or too common to count in lower case where the country is not known: a form when in capitals or with dots. */
export const shortForms = `sa sas sl ag se nv bv kg ug ab as ad ks kb hb dd me ei ep ss sc scp ca lp pc pa na gp lc pll psc ec ek eg ev eu og
oeg keg ke sal sap sad sgr ute cb scr sce sca scs scom is cv ba ua nl ay hf sf rt bt pt sh coop sae saa sac eirl eas
saf spe esp saesp sasesp eice ese bic ac iap rl cc npc soc da sj spp psa ao ou ipp ik mb tu ae epe ike oe ee pf dba
assoc assn fcu fsb iks bf brf sica sicav sicar sccv scpi eeig icav ind smc pcl mtu psu ptbk cpt cti spa saeca`

/** Count at the end of a name where the country is known, besides the ones above. Public bodies where the register has them. */
export const formsByCountry = `AR soccol scei sapem ace saci sacif sacifi sacifia saic saicf sacifyf sacei sacyf cooperativa asociacioncivil
fundacion saicya fideicomiso
AU noliability ilp cooplimited coopltd cooperative cooperativelimited rntbc aboriginalcorporation association
torresstraitislandercorporation icn
AT gen genmbh egen reggenmbh reggenmub gesbr gesnbr flexco flexkapg stiftung privatstiftung sparkasse erwerbsges
kommeg verein
BE so fs pr dpu cp msz msv commva scomm scommva scagr cva kgaamsz cvoa scri esv ebvba sprlu eesv egmbh pgmbh pgmbhmsz
pmbhsz guhsz gmuh gmbhmsz gemgmbh gen genmbh genmubh genmuh gmubh geno ekg eohg ivog vog izw isbl eog unp ms sm si
thv tmv am ig gg zg sdc lv lg sagr lagg lf oi pi ong orgen orgmbh orgenmbh orgmuh orvohgza orv orkgaa oraog oreg
gvorp vvzrl gcw etspubli etspub ets fondpriv fup son sou ps ofp pfo ops oiv gpm agoff agor koop stv vsog fp ass
asr agmsz kgmsz ohgmsz ekgmsz genmsz gmbhsz pgmbhsz gmuhsz egmbhsz wiv wivmsz kommgmsz genmbhmsz genmuhmsz on
BR inovasimples inovasimplesis cs cooperativa fundacao associacao condominio oscip ong emrecuperacaojudicial emliquidacao massafalida
sociedadeemnomecoletivo sociedadeemcontadeparticipacao empresapublica consorcio sem
CA sarf cer sic cp cooperative cooperation cooperatif poolltd pool coopinc coopltd cooperativeltd cooperativelimited
cooplimited loancorp trustcorp trustco loanco trust society societe association enr enrg scc secs sec ccc cu
creditunion caissepopulaire trustcompany loancompany loancorporation trustcorporation partnership npo
CL cpa sadp sagr sociedadcolectiva
CO encs eat cooperativa fundacion zomac esal
DK ps gs fba fmba emv eofg ktas forening fond pmv dsi ifs afmba enkeltmandsvirksomhed kommanditselskab
interessentskab partnerselskab
FI anl rs ry rf tmi ok etey etyy asoy bab koy koyoy kkoy voy vky saatio osuuskunta kommandiittiyhtio avoinyhtio
bostadsab sp andelslag
FR sel sem saem gip gfa fcp spfpl scev sef epic epa association fondation asso fcpi fcpr fpci sicavas saspi sapo
scoparl sarlscop scopsa scoparlcv scicsa micro autoentrepreneur gfr spl sempl semop scl scaa
DE ekfm ekfr aor kdor stiftung sdor invag reitag gen partgmbbh ggag gug kdo eigenbetrieb
IN opc nidhi producercompanylimited producercompanyltd prodcoltd ultd huf society trust
IE uc puc pulc pulcuc pucuc ctr cga cgp cui cuideachta ips ilp dc cuideachtaphoibliteoranta dacclg ucits
IT sdf di stp srlstp ssdarl ssd onlus asd srlu srlcr srlunipersonale unipersonale consorzio cooperativa scooparl
sccarl sctarl saccoop soccoopscpa soccoopspa soccoopsociale coopsociale societasemplice dittaindividuale
impresaindividuale aziendaspeciale asp ente fondazione associazione
JP 株 有 合 資 名 同 相 社 財 医 学 福 宗 独 弁 税 行 gk yk 相互会社 医療法人 学校法人 社会福祉法人 宗教法人 特定非営利活動法人 npo法人 公益社団法人 公益財団法人 goshikaisha
gomeikaisha
MX src sderlart pi scl scv sss mpo uaim ejido ari ue sen sennc scdeapderl scdecderl sofol siefore itf aenp ar
asociacioncivil sociedadcivil iasp fid fideicomiso
NL mts maatschap cooperatie coopua coopba coopwa wa eesv owm owmua owmba owmwa stichting st vereniging ver ez
eenmanszaak bvio kerkgenootschap
NO bbl kf fkf sti brl esek eofg fli fylk gfs ikjp kbo kirk komm ktrf opmv orgl pers pk pre sam saer ser stat tvam
utla vpfo aafy ados anna bedr bo borettslag samvirkeforetak stiftelse
PL sp ezig tuw pp fundacja spoldzielnia zoo tfi ps spzoospj spzoosk eei
PT sucursalemportugal ace em eim emsa ipss cooperativa suq herdeiros hd cipr comandita fundacao associacao
ES sucursalenespana sii scompa scomp scompo scra src erl srcl fi fim fii fiamm fp fcr fcrpyme scrpyme scrp fcre scre scoope
scooppequena scoopv scoopclm scoopex scoopast scoopcanaria scoopeuskadi koopelk kooplt socimi sicc siicav siccp
mps eps eap fondo fundacion fundacio sil fil fic comunidaddebienes sociedadcivil sgiic sgoic sgecr sff fta fth fpe
esfl srlu sadu sicaf sgeic edav
SE i e bab fab ofb fof ffo fl bfl brfl khf eek eb ekforening bostadsrattsforening stiftelse ideellforening uf sb
trossamfund mbfl obp
CH kmg kmag scma kgk kmgk gen sicaf genossenschaft stiftung verein bund kanton canton cantone commune comune gemeinde
bezirk district distretto confederation prokura procuration procura fedpublco cantpublco ctpublco distpublco
locpublco kig inst fondation fondazione association associazione kommg kommag cooperative zweigniederlassung
raisonindividuelle ditta
GB ccc cbc pac cbccyf ukse uks ukeig ips icvc oeic bencom cbs anghyfyngedig pcc society sp royalcharter rc
US bc dst spc emc ra pl trust partnership society association cooperative chartered chtd pcorp l3c bank cu
creditunion union ssb nt ntsa statutorytrust businesstrust realestateinvestmenttrust reit fund foundation
generalpartnership servicecorporation svccorp club inclimited professionalassociation
professionallimitedliabilitycompany soleproprietorship estate professionalco profco profassoc profllc
limitedliabilitypartners syndicate sp bancorp benefitcorporation benefitcorp closecorporation closecorp nonprofit
nfp pfc generalcoop electricmembershipcorporation cemc plcoop
VE firmapersonal
EC cltda cl
LU sarls scsp seca sepcav
LI anstalt est establ trustreg treuunternehmen reg
TR koop sti
RO pfa ii if srld
HR obrt zadruga
ZA rf
RU ао нко ано гуп муп пк нп
BG ад ет кд сд
RS ад пр од кд
ID firma persero`

/** Unmistakable even inside a name: what stands after them is a branch, a city or a note. */
export const innerForms =
  'ltda eireli gmbh ptyltd pvtltd pteltd sdnbhd oy oyab spzoo sarl sadecv sderldecv llc ggmbh bvba'

/** Stand before the name, by country; `*` anywhere. */
export const leadingForms = `* ooo oao zao pao ооо оао зао пао ип тов тоо oy aboy oyab uab sia 株式会社 有限会社 合同会社 주식회사 บริษัท
ID pt cv ud
EE as ou fie mtu
LV as
LT ab mb
RO sc
VN congtytnhh congtycp congtycophan ctytnhh ctycp congty
UA pat prat пат прат фоп
SE ab
FI ab
FR sarl sas sci ste societe ets
NL stichting
BR cia
ES cia`
