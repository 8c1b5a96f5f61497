// What people of a country are called: some forms ask for a nationality under the name of the country, and states are
// called by it ("Gabonese Republic"). English for all; Portuguese and Spanish for the Americas, Iberia, and where most other people come from. Written here
// from general knowledge. Left out where two countries share the word: Congolese, Korean, Guinean, Dominican, Samoan.

export const countryAdjectives = `
AD Andorran|andorrano
AE Emirati
AF Afghan
AL Albanian|albanês|albanés
AM Armenian
AO Angolan|angolano
AR Argentine|Argentinian|argentino
AT Austrian|austríaco
AU Australian|australiano
AZ Azerbaijani
BA Bosnian
BB Barbadian
BD Bangladeshi
BE Belgian|belga
BG Bulgarian|búlgaro
BH Bahraini
BI Burundian
BJ Beninese
BN Bruneian
BO Bolivian|boliviano
BR Brazilian|brasileiro|brasileño|brasilero
BS Bahamian
BT Bhutanese
BY Belarusian
BZ Belizean
CA Canadian|canadense|canadiense
CF Central African
CH Swiss|suíço|suizo
CL Chilean|chileno
CM Cameroonian
CN Chinese|chinês|chino
CO Colombian|colombiano
CR Costa Rican|costarricense|costarriquenho
CU Cuban|cubano
CV Cape Verdean|cabo-verdiano|caboverdiano
CY Cypriot|cipriota
CZ Czech|tcheco|checo
DE German|alemão|alemán
DJ Djiboutian
DK Danish|dinamarquês|danés
DZ Algerian|argelino
EC Ecuadorian|Ecuadorean|ecuatoriano|equatoriano
EE Estonian|estoniano|estonio
EG Egyptian|egípcio|egipcio
ER Eritrean
ES Spanish|Spaniard|español|española|espanhol|espanhola
ET Ethiopian|etíope
FI Finnish|finlandês|finlandés
FJ Fijian
FR French|francês|francés
GA Gabonese
GB British|britânico|inglês|inglés|escocês|escocés
GE Georgian
GH Ghanaian|ganês|ghanés
GM Gambian
GR Greek|Hellenic|grego|griego
GT Guatemalan|guatemalteco
GY Guyanese
HN Honduran|hondureño|hondurenho
HR Croatian|croata
HT Haitian|haitiano
HU Hungarian|húngaro
ID Indonesian|indonésio|indonesio
IE Irish|irlandês|irlandés
IL Israeli|israelense|israelí
IN Indian
IQ Iraqi|iraquiano|iraquí
IR Iranian|iraniano|iraní
IS Icelandic|islandês|islandés
IT Italian|italiano
JM Jamaican|jamaicano
JO Jordanian|jordaniano|jordano
JP Japanese|japonês|japonés
KE Kenyan|queniano|keniano
KG Kyrgyz
KH Cambodian
KP norte-coreano|norcoreano|North Korean
KR sul-coreano|surcoreano|South Korean
KW Kuwaiti
KZ Kazakh
LA Laotian
LB Lebanese|libanês|libanés
LI Liechtensteiner
LK Sri Lankan
LR Liberian
LS Basotho
LT Lithuanian|lituano
LU Luxembourgish|luxemburguês|luxemburgués
LV Latvian|letão|letón
LY Libyan
MA Moroccan|marroquino|marroquí
MC Monegasque
MD Moldovan
ME Montenegrin
MG Malagasy
MK Macedonian
ML Malian
MM Burmese
MN Mongolian
MR Mauritanian
MT Maltese
MU Mauritian
MV Maldivian
MW Malawian
MX Mexican|mexicano
MY Malaysian|malaio|malasio
MZ Mozambican|moçambicano
NA Namibian
NE Nigerien
NG Nigerian|nigeriano
NI Nicaraguan|nicaragüense|nicaraguense
NL Dutch|holandês|holandés|neerlandês|neerlandés
NO Norwegian|norueguês|noruego
NP Nepalese|Nepali
NZ New Zealander|neozelandês|neozelandés
OM Omani
PA Panamanian|panameño|panamenho
PE Peruvian|peruano
PH Filipino|Philippine|filipino
PK Pakistani|paquistanês|paquistaní
PL Polish|polonês|polaco
PR Puerto Rican|puertorriqueño|porto-riquenho
PS Palestinian
PT Portuguese|português|portugués|portuguesa
PY Paraguayan|paraguayo|paraguaio
QA Qatari
RO Romanian|romeno|rumano
RS Serbian|sérvio|serbio
RU Russian|russo|ruso
RW Rwandan
SA Saudi Arabian|saudita
SC Seychellois
SD Sudanese
SE Swedish|sueco
SG Singaporean
SI Slovenian|esloveno
SK Slovak|eslovaco
SL Sierra Leonean
SN Senegalese|senegalês|senegalés
SO Somali
SR Surinamese
SS South Sudanese
ST são-tomense
SV Salvadoran|Salvadorian|salvadoreño|salvadorenho
SY Syrian|sírio|sirio
SZ Swazi
TD Chadian
TG Togolese
TH Thai|tailandês|tailandés
TJ Tajik
TL Timorese|timorense
TM Turkmen
TN Tunisian|tunisiano|tunecino
TO Tongan
TR Turkish|turco
TT Trinidadian
TW Taiwanese|taiwanês|taiwanés
TZ Tanzanian
UA Ukrainian|ucraniano
UG Ugandan
US American|americano|estadunidense|estadounidense|norte-americano|norteamericano
UY Uruguayan|uruguayo|uruguaio
UZ Uzbek
VA Vatican
VE Venezuelan|venezolano|venezuelano
VN Vietnamese|vietnamita
YE Yemeni|Yemenite
ZA South African|sul-africano|sudafricano
ZM Zambian
ZW Zimbabwean
`
