// Writes country-names.ts: every ISO 3166-1 country with its codes and the names people type, folded to keys.
// Names are CLDR's, as the ICU of Node has them (Unicode-3.0 licence); codes and further names are written here.
// Run with Node 24 after a change: node shared/normalize/tables/build-country-names.mjs

import { writeFileSync } from 'node:fs'
import { countryKey } from '../country-key.ts'

const languages = ['en', 'pt', 'pt-PT', 'es', 'es-MX', 'de', 'fr', 'it', 'nl']

/** Alpha-2, alpha-3 and numeric codes of ISO 3166-1; XK is the code that is in use for Kosovo. */
const codes = `AD AND 020,AE ARE 784,AF AFG 004,AG ATG 028,AI AIA 660,AL ALB 008,AM ARM 051,AO AGO 024,AQ ATA 010,AR ARG 032,AS ASM 016,
AT AUT 040,AU AUS 036,AW ABW 533,AX ALA 248,AZ AZE 031,BA BIH 070,BB BRB 052,BD BGD 050,BE BEL 056,BF BFA 854,BG BGR 100,BH BHR 048,
BI BDI 108,BJ BEN 204,BL BLM 652,BM BMU 060,BN BRN 096,BO BOL 068,BQ BES 535,BR BRA 076,BS BHS 044,BT BTN 064,BV BVT 074,BW BWA 072,
BY BLR 112,BZ BLZ 084,CA CAN 124,CC CCK 166,CD COD 180,CF CAF 140,CG COG 178,CH CHE 756,CI CIV 384,CK COK 184,CL CHL 152,CM CMR 120,
CN CHN 156,CO COL 170,CR CRI 188,CU CUB 192,CV CPV 132,CW CUW 531,CX CXR 162,CY CYP 196,CZ CZE 203,DE DEU 276,DJ DJI 262,DK DNK 208,
DM DMA 212,DO DOM 214,DZ DZA 012,EC ECU 218,EE EST 233,EG EGY 818,EH ESH 732,ER ERI 232,ES ESP 724,ET ETH 231,FI FIN 246,FJ FJI 242,
FK FLK 238,FM FSM 583,FO FRO 234,FR FRA 250,GA GAB 266,GB GBR 826,GD GRD 308,GE GEO 268,GF GUF 254,GG GGY 831,GH GHA 288,GI GIB 292,
GL GRL 304,GM GMB 270,GN GIN 324,GP GLP 312,GQ GNQ 226,GR GRC 300,GS SGS 239,GT GTM 320,GU GUM 316,GW GNB 624,GY GUY 328,HK HKG 344,
HM HMD 334,HN HND 340,HR HRV 191,HT HTI 332,HU HUN 348,ID IDN 360,IE IRL 372,IL ISR 376,IM IMN 833,IN IND 356,IO IOT 086,IQ IRQ 368,
IR IRN 364,IS ISL 352,IT ITA 380,JE JEY 832,JM JAM 388,JO JOR 400,JP JPN 392,KE KEN 404,KG KGZ 417,KH KHM 116,KI KIR 296,KM COM 174,
KN KNA 659,KP PRK 408,KR KOR 410,KW KWT 414,KY CYM 136,KZ KAZ 398,LA LAO 418,LB LBN 422,LC LCA 662,LI LIE 438,LK LKA 144,LR LBR 430,
LS LSO 426,LT LTU 440,LU LUX 442,LV LVA 428,LY LBY 434,MA MAR 504,MC MCO 492,MD MDA 498,ME MNE 499,MF MAF 663,MG MDG 450,MH MHL 584,
MK MKD 807,ML MLI 466,MM MMR 104,MN MNG 496,MO MAC 446,MP MNP 580,MQ MTQ 474,MR MRT 478,MS MSR 500,MT MLT 470,MU MUS 480,MV MDV 462,
MW MWI 454,MX MEX 484,MY MYS 458,MZ MOZ 508,NA NAM 516,NC NCL 540,NE NER 562,NF NFK 574,NG NGA 566,NI NIC 558,NL NLD 528,NO NOR 578,
NP NPL 524,NR NRU 520,NU NIU 570,NZ NZL 554,OM OMN 512,PA PAN 591,PE PER 604,PF PYF 258,PG PNG 598,PH PHL 608,PK PAK 586,PL POL 616,
PM SPM 666,PN PCN 612,PR PRI 630,PS PSE 275,PT PRT 620,PW PLW 585,PY PRY 600,QA QAT 634,RE REU 638,RO ROU 642,RS SRB 688,RU RUS 643,
RW RWA 646,SA SAU 682,SB SLB 090,SC SYC 690,SD SDN 729,SE SWE 752,SG SGP 702,SH SHN 654,SI SVN 705,SJ SJM 744,SK SVK 703,SL SLE 694,
SM SMR 674,SN SEN 686,SO SOM 706,SR SUR 740,SS SSD 728,ST STP 678,SV SLV 222,SX SXM 534,SY SYR 760,SZ SWZ 748,TC TCA 796,TD TCD 148,
TF ATF 260,TG TGO 768,TH THA 764,TJ TJK 762,TK TKL 772,TL TLS 626,TM TKM 795,TN TUN 788,TO TON 776,TR TUR 792,TT TTO 780,TV TUV 798,
TW TWN 158,TZ TZA 834,UA UKR 804,UG UGA 800,UM UMI 581,US USA 840,UY URY 858,UZ UZB 860,VA VAT 336,VC VCT 670,VE VEN 862,VG VGB 092,
VI VIR 850,VN VNM 704,VU VUT 548,WF WLF 876,WS WSM 882,YE YEM 887,YT MYT 175,ZA ZAF 710,ZM ZMB 894,ZW ZWE 716,XK XKX 983`

/** Names in use that CLDR does not have: short forms, former names, inverted and official ones. Separated by `|`. */
const furtherNames = {
  AE: 'UAE|EAU|Emirados|Emiratos|Emirats|Dubai',
  AF: 'Afghanistão',
  AL: 'Shqiperi',
  AR: 'Argentine Republic|República Argentina|Nação Argentina|Argentinien',
  AT: 'Republik Österreich',
  AZ: 'Azerbaidjão',
  BA: 'Bosnia|Bósnia|Bosnie',
  BN: 'Brunei Darussalam',
  BO: 'Bolivia, Plurinational State of',
  BQ: 'Bonaire, Sint Eustatius and Saba|Caribbean Netherlands|Bonaire',
  BR: 'Brésil|Brazil',
  BY: 'Bielorrusia|Byelorussia|Belorussia|Bielorrússia|Belarus',
  CD: 'DRC|DR Congo|Congo DR|Zaire|Democratic Republic of the Congo|Congo, the Democratic Republic of the|Congo, Democratic Republic|República Democrática do Congo|República Democrática del Congo|RDC|RD Congo|République démocratique du Congo|Demokratische Republik Kongo|Repubblica Democratica del Congo',
  CF: 'RCA|República Centro-Africana|Central African Rep',
  CG: 'Congo|Republic of the Congo|Congo Republic|República do Congo|República del Congo|République du Congo|Republik Kongo|Congo Brazzaville',
  CH: 'Swiss|Swiss Confederation|Confederação Suíça|Confédération suisse|Helvetia',
  CI: 'Ivory Coast|Costa do Marfim|Costa de Marfil|Elfenbeinküste|Cote d Ivoire|Costa d’Avorio|Ivoorkust',
  CN: 'PRC|PR China|Mainland China|RPC|China PRC|Zhongguo|Zhonghua',
  CV: 'Cape Verde|Cabo Verde|Kap Verde|Cap Vert',
  CY: 'Kypros|Kibris',
  CZ: 'Czech Republic|República Tcheca|República Checa|Tcheca|Checa|République tchèque|Tschechische Republik|Repubblica Ceca|Chéquia|Česko',
  DE: 'Germany|Federal Republic of Germany|BRD|RFA|Deutschland|Alemanha|Alemania|Allemagne',
  DK: 'Danmark',
  DO: 'República Dominicana|Dominican Rep|Rep Dominicana|Dominican Republic|Santo Domingo',
  EE: 'Eesti',
  EG: 'Arab Republic of Egypt|Misr|Egito|Egipto',
  EH: 'Sahrawi Arab Democratic Republic|Sahara',
  ES: 'Espanha|Spain|España|Kingdom of Spain|Reino de España',
  FI: 'Suomi',
  FK: 'Malvinas|Falklands|Islas Malvinas|Falkland Islands (Malvinas)',
  FM: 'Micronesia, Federated States of|Federated States of Micronesia',
  FO: 'Faroes',
  FR: 'French Republic|République française|República Francesa',
  GB: 'UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Inglaterra|Escócia|Escocia|País de Gales|Irlanda do Norte|Irlanda del Norte|Grã-Bretanha|Gran Bretaña|Grande-Bretagne|Angleterre|Großbritannien|U.K.|United Kingdom of Great Britain and Northern Ireland|Reino Unido de Gran Bretaña e Irlanda del Norte',
  GN: 'Guinea Conakry|Guiné Conacri|Guiné-Conacri',
  GR: 'Hellas|Hellenic Republic|Ellada|República Helénica|República Helênica',
  GW: 'Guinea-Bissau|Guiné-Bissau|Guinea Bissau',
  HK: 'Hong Kong|Hong Kong SAR|Hongkong|Hong Kong, China',
  HM: 'Heard Island and McDonald Islands|Ilha Heard e Ilhas McDonald',
  HR: 'Hrvatska',
  HU: 'Magyarorszag|Magyarország',
  IE: 'Eire|Republic of Ireland|Irish Republic',
  IL: 'Yisrael',
  IM: 'Ilha de Man|Isla de Man',
  IR: 'Iran, Islamic Republic of|Persia',
  IS: 'Island',
  IT: 'Italian Republic|República Italiana|Repubblica Italiana',
  JP: 'Nippon|Nihon Koku|Nippon Koku',
  KG: 'Kirguizistán|Quirguizistão',
  KN: 'St Kitts|Saint Kitts',
  KP: 'North Korea|DPRK|Korea, Democratic People’s Republic of|Democratic People’s Republic of Korea|República Popular Democrática da Coreia|República Popular Democrática de Corea|Coreia Norte|Corea Norte|Korea North',
  KR: 'South Korea|Republic of Korea|Korea, Republic of|Korea Republic|ROK|República da Coreia|República de Corea|Coreia Sul|Corea Sur|Korea South|S Korea|Hanguk|Coreia do Sul',
  LA: 'Lao|Lao PDR|Lao People’s Democratic Republic',
  LK: 'Ceylon|Ceilão|Ceilán',
  LT: 'Lietuva',
  LV: 'Latvija',
  LY: 'Libyan Arab Jamahiriya',
  MD: 'Moldova, Republic of|Moldavia|Moldávia|Moldova',
  MF: 'Saint Martin (French part)',
  MK: 'Macedonia|Macedônia|Macedónia|FYROM|Mazedonien',
  MM: 'Burma|Birmânia|Birmania|Birmanie',
  MO: 'Macao|Macau|Macao SAR|Macau SAR',
  MX: 'Méjico|United Mexican States|Estados Unidos Mexicanos',
  NG: 'Nigéria',
  NL: 'Holland|Holanda|The Netherlands|Hollande|Olanda|Kingdom of the Netherlands|Países Bajos',
  NO: 'Norge',
  NZ: 'Aotearoa|Nova Zelândia|Aotearoa New Zealand',
  PF: 'Tahiti',
  PL: 'Polska',
  PR: 'Porto Rico',
  PS: 'Palestine|Palestina|State of Palestine|Palestine, State of|Palestinian Territory, Occupied|Gaza',
  PT: 'Portuguese Republic|República Portuguesa',
  RE: 'Reunion Island|Ilha Reunião',
  RO: 'Rumania',
  RS: 'Srbija',
  RU: 'Russian Federation|Federação Russa|Federación Rusa|Fédération de Russie|Russische Föderation|Federazione Russa|Россия|Российская Федерация',
  SA: 'KSA|Saudi|Arabia Saudita',
  SE: 'Sverige',
  SH: 'St Helena|Saint Helena, Ascension and Tristan da Cunha|Santa Helena',
  SI: 'Slovenija',
  SK: 'Slovak Republic|República Eslovaca|Slovensko',
  ST: 'Sao Tome|São Tomé',
  SV: 'Salvador, El|Salvador República',
  SX: 'Sint Maarten (Dutch part)|Sint Maarten',
  SY: 'Syrian Arab Republic|República Árabe Siria',
  SZ: 'Swaziland|Suazilândia|Suazilandia',
  TC: 'Turks e Caicos|Turks y Caicos',
  TG: 'République togolaise',
  TL: 'East Timor|Timor Leste|Timor Oriental',
  TN: 'République tunisienne',
  TR: 'Turkey|Turkiye',
  TT: 'Trinidad',
  TW: 'Republic of China|Chinese Taipei|Taiwan, Province of China|ROC|Republik China|Formosa|Taiwan ROC',
  TZ: 'Tanzania, United Republic of|United Republic of Tanzania',
  UA: 'Ukraina|Ukraine',
  UM: 'United States Minor Outlying Islands',
  US: 'USA|U.S.A.|U.S.|United States of America|America|EUA|E.U.A.|EEUU|EE. UU.|EE UU|E.E.U.U.|Estados Unidos da América|Estados Unidos de América|Estados Unidos de Norteamérica|États-Unis d’Amérique|Vereinigte Staaten von Amerika|Stati Uniti d’America|US of A|América',
  VA: 'Holy See|Santa Sé|Santa Sede|Vaticano|Vatican|Vatikan|Vatican City State',
  VC: 'St Vincent|Saint Vincent and the Grenadines',
  VE: 'Venezuela, Bolivarian Republic of',
  VG: 'Virgin Islands, British|Ilhas Virgens Britânicas|Islas Vírgenes Británicas|BVI',
  VI: 'Virgin Islands, U.S.|US Virgin Islands|Ilhas Virgens Americanas|Islas Vírgenes Americanas|Virgin Islands of the United States|United States Virgin Islands|USVI',
  VN: 'Viet Nam|Vietname|Vietnã',
  WS: 'Western Samoa',
  XK: 'Kosova',
  ZA: 'RSA|Republic of South Africa|África do Sul',
}

const owners = new Map()
const weak = new Set()
const rows = codes.split(/,\s*/).map(row => row.split(' '))

function claim(key, alpha2, strength) {
  if (key.length < 2 || weak.has(key)) return
  const owner = owners.get(key)
  if (!owner) owners.set(key, { alpha2, strength })
  else if (owner.alpha2 === alpha2) owner.strength = Math.max(owner.strength, strength)
  else if (strength > owner.strength) owners.set(key, { alpha2, strength })
  else if (strength === owner.strength) {
    console.warn(`${key}: ${owner.alpha2} or ${alpha2}, left out`)
    owners.delete(key)
    weak.add(key)
  }
}

// Codes are read as codes: no two-letter name, and no name that is another country's three-letter code.
const reserved = new Set(rows.flatMap(([alpha2, alpha3]) => [alpha2.toLowerCase(), alpha3.toLowerCase()]))
const claimName = (name, alpha2, strength) => {
  const key = countryKey(name)
  if (!reserved.has(key)) claim(key, alpha2, strength)
}

for (const [alpha2] of rows) {
  const own = new Intl.Locale(`und-${alpha2}`).maximize().language
  for (const language of [...languages, own]) {
    for (const style of ['long', 'short']) {
      const name = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }).of(alpha2)
      if (!name) continue
      claimName(name, alpha2, 2)
      const [, outside, inside] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? []
      if (outside && !/china/i.test(inside)) for (const part of [outside, inside]) claimName(part, alpha2, 1)
    }
  }
  for (const name of (furtherNames[alpha2] ?? '').split('|')) if (name) claimName(name, alpha2, 3)
}

const keysOf = alpha2 =>
  [...owners]
    .filter(([, owner]) => owner.alpha2 === alpha2)
    .map(([key]) => key)
    .sort()
const lines = rows.map(([alpha2, alpha3, numeric]) => [alpha2, alpha3, numeric, ...keysOf(alpha2)].join(' '))
const file = new URL('./country-names.ts', import.meta.url)
writeFileSync(
  file,
  `// Generated by build-country-names.mjs from CLDR (Unicode-3.0) and ISO 3166-1: change that file, not this one.
// One country a line: alpha-2, alpha-3, numeric code, then its names as keys of country-key.ts.

/** Every country's codes and names. */
export const countryNames = \`
${lines.join('\n')}
\`
`,
)
