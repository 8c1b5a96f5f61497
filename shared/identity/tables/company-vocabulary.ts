// Words that companies' names are made of, folded: what says the kind or part of a company, and what many begin with.
// Facts of the languages, written by hand. Where a table has lines, the words of a line mean the same, in English,
// Portuguese, Spanish, Dutch, German and French, or abbreviate it.

/** Kinds of companies, as forms and as the words that stand for them. They tell no company from another. */
export const formWords = `company companhia compania compagnie maatschappij mij gesellschaft cia co cie corp corporation
  incorporated ag sa ltd limited inc gmbh kg bv nv spa ab oy plc llc ltda srl sl sas eireli mei naamloze vennootschap
  besloten aktiengesellschaft aktiebolag jsc ojsc cjsc pjsc oao ooo zao pao pt tbk`

/** What a company of a group is called besides. */
export const partWords = `
  group grupo gruppe groupe groep
  holding holdings
  international intl internacional internationale
  global
  associados asociados associates
  koninklijke kon royal`

export const placeWords = `
  brasil brazil
  mexico
  argentina
  chile
  colombia
  peru
  portugal
  spain espana
  usa us america americas
  latam
  europe europa
  uk
  germany deutschland
  france
  italy italia
  netherlands nederland holland
  belgium belgie
  switzerland schweiz suisse
  china
  japan
  india`

/** Trades and kinds of houses: Univ., Universidade, University. */
export const tradeWords = `
  university univ universidad universidade universiteit universitat
  institute inst instituto
  technology tech technologies tecnologia tecnologias
  research pesquisa pesquisas onderzoek forschung
  laboratory lab labs laboratorio laboratorios
  industries ind inds industria industrias industry industrial
  manufacturing mfg
  factory fabrica fabriek fabrik
  chemical chem chemicals quimica chemie
  pharmaceuticals pharma farmaceutica
  electronics eletronica electronica
  electric eletrica electrica
  engineering eng engenharia ingenieria
  construction construcao construcoes construccion construcciones
  services svcs service servicos servicios
  systems sistemas
  solutions solucoes soluciones
  products produtos productos
  foods alimentos
  agro agropecuaria
  association assn assoc associacao asociacion
  foundation fundacao fundacion stichting stiftung
  bank banco banque
  insurance seguros
  transport transportes
  communications telecom telecomunicacoes telecommunications
  school escola escuela
  trading comercio comercial
  energy energia
  investments investimentos inversiones investment
  consulting consultoria
  hospital hosp
  doutor doctor dr
  doutora doctora dra
  santa sta
  santo sto
  medical medica
  brothers bros irmaos hermanos
  center centre centro ctr
  national natl nacional
  government governo gobierno
  distribution distribuidora
  metals metalurgica metal
  software
  logistics logistica`

/** Others that so many names begin with that beginning alike says nothing. */
export const openingWords = `academia academy advanced agencia american applied atlantic atlas auto best british capital casa
  central children city clinica club colegio commercial community continental construtora constructora credit delta deutsche
  development digital early east editora editorial european farmacia finance financial first general global golden grand great
  green grupo hotel imobiliaria inmobiliaria loja management master mercado ministry modern nederlandse new north nova
  novo nueva pacific padaria premier premium prime restaurant restaurante royal sant santa santo savings smart south standard
  star super superior supermercado supermercados total trans transportadora trust united universal water west western
  white world`
