// Subdivisions of the countries our users sell in, by their ISO 3166-2 code: Brazil, USA, Portugal, Mexico, Argentina.
// Written by hand from the standard's names (facts) and the abbreviations of each country's post and press.
// A line: code, then names separated by `|`; accents, case, spaces and dots do not count.

/** By alpha-2 of the country. The code's own letters are a name too. */
export const subdivisions: Readonly<Record<string, string>> = {
  BR: `AC Acre
AL Alagoas
AP Amapá
AM Amazonas
BA Bahia
CE Ceará
DF Distrito Federal|Brasília
ES Espírito Santo
GO Goiás
MA Maranhão
MT Mato Grosso
MS Mato Grosso do Sul
MG Minas Gerais|Minas
PA Pará
PB Paraíba
PR Paraná
PE Pernambuco
PI Piauí
RJ Rio de Janeiro|Rio
RN Rio Grande do Norte
RS Rio Grande do Sul
RO Rondônia
RR Roraima
SC Santa Catarina
SP São Paulo|S Paulo
SE Sergipe
TO Tocantins`,
  US: `AL Alabama|Ala
AK Alaska
AZ Arizona|Ariz
AR Arkansas|Ark
CA California|Calif|Cal|Cali
CO Colorado|Colo
CT Connecticut|Conn
DE Delaware|Del
DC District of Columbia|Washington DC|Washington D C
FL Florida|Fla
GA Georgia
HI Hawaii
ID Idaho
IL Illinois|Ill
IN Indiana|Ind
IA Iowa
KS Kansas|Kan
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts|Mass
MI Michigan|Mich
MN Minnesota|Minn
MS Mississippi|Miss
MO Missouri
MT Montana|Mont
NE Nebraska|Neb|Nebr
NV Nevada|Nev
NH New Hampshire
NJ New Jersey|Nova Jersey|Nueva Jersey
NM New Mexico|Novo México|Nuevo México|N Mex
NY New York|Nova York|Nova Iorque|Nueva York
NC North Carolina|Carolina do Norte|Carolina del Norte|N Carolina
ND North Dakota|Dakota do Norte|Dakota del Norte|N Dakota|N Dak
OH Ohio
OK Oklahoma|Okla
OR Oregon|Ore
PA Pennsylvania|Pensilvânia|Penn|Penna
RI Rhode Island
SC South Carolina|Carolina do Sul|Carolina del Sur|S Carolina
SD South Dakota|Dakota do Sul|Dakota del Sur|S Dakota|S Dak
TN Tennessee|Tenn
TX Texas|Tex|Tejas
UT Utah
VT Vermont
VA Virginia
WA Washington|Washington State|Wash
WV West Virginia|Virgínia Ocidental|Virginia Occidental|W Virginia|W Va
WI Wisconsin|Wis|Wisc
WY Wyoming|Wyo
AS American Samoa
GU Guam
MP Northern Mariana Islands
PR Puerto Rico|Porto Rico
VI Virgin Islands|US Virgin Islands`,
  PT: `01 Aveiro
02 Beja
03 Braga
04 Bragança
05 Castelo Branco
06 Coimbra
07 Évora
08 Faro|Algarve
09 Guarda
10 Leiria
11 Lisboa|Lisbon|Lisbonne|Lissabon|Grande Lisboa
12 Portalegre
13 Porto|Oporto|Grande Porto
14 Santarém
15 Setúbal
16 Viana do Castelo
17 Vila Real
18 Viseu
20 Açores|Azores|Região Autónoma dos Açores
30 Madeira|Região Autónoma da Madeira|Ilha da Madeira`,
  MX: `AGU Aguascalientes|Ags
BCN Baja California|BC|Baja California Norte
BCS Baja California Sur
CAM Campeche|Camp
CHP Chiapas|Chis
CHH Chihuahua|Chih
CMX Ciudad de México|CDMX|Distrito Federal|DF|México DF|Cd de México|Mexico City
COA Coahuila|Coahuila de Zaragoza|Coah
COL Colima
DUR Durango|Dgo
GRO Guerrero
GUA Guanajuato|Gto
HID Hidalgo|Hgo
JAL Jalisco
MEX Estado de México|Edo de México|Edomex|Edo Mex|State of Mexico
MIC Michoacán|Michoacán de Ocampo|Mich
MOR Morelos
NAY Nayarit
NLE Nuevo León|NL
OAX Oaxaca
PUE Puebla
QUE Querétaro|Querétaro de Arteaga|Qro
ROO Quintana Roo|QRoo|QR
SIN Sinaloa
SLP San Luis Potosí
SON Sonora
TAB Tabasco
TAM Tamaulipas|Tamps
TLA Tlaxcala|Tlax
VER Veracruz|Veracruz de Ignacio de la Llave|Veracruz Llave
YUC Yucatán
ZAC Zacatecas`,
  AR: `A Salta
B Buenos Aires|Provincia de Buenos Aires|Prov de Buenos Aires|PBA|Bs As|GBA|Bs As Provincia
C Ciudad Autónoma de Buenos Aires|CABA|Capital Federal|Cap Fed|Ciudad de Buenos Aires|Ciudad Autónoma Buenos Aires|Buenos Aires City
D San Luis
E Entre Ríos
F La Rioja
G Santiago del Estero|Sgo del Estero
H Chaco
J San Juan
K Catamarca
L La Pampa
M Mendoza|Mza
N Misiones
P Formosa
Q Neuquén
R Río Negro
S Santa Fe
T Tucumán
U Chubut
V Tierra del Fuego|Tierra del Fuego Antártida e Islas del Atlántico Sur
W Corrientes
X Córdoba|Cba
Y Jujuy
Z Santa Cruz`,
}
