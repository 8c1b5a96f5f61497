// Words that go with one kind of field and say nothing about others: "how many" goes with employees, "product" with
// interest. Beside the noun of their field they are understood; beside another they make the label somebody else's
// ("Product name" is no person's name, "Do you have a website?" is no website).

import type { CanonicalField } from './canonical-fields.ts'

/** Fields, and the words that may stand with them in a longer name or label. Ours; folded on loading. */
export const companionWords: readonly (readonly [readonly (CanonicalField | 'emailOrPhone')[], string])[] = [
  [['phone', 'companySize', 'emailOrPhone'], 'number, num, nr, nro, nbr, número, nummer, numéro, numero'],
  [
    ['email', 'phone', 'emailOrPhone'],
    'can, we, podemos, usar, use, utilizar, podamos, pouvons, nous, joindre, te, localizar',
  ],
  [
    ['company'],
    `represent, representa, representas, represents, work, works, trabalha, trabajas, travaillez, arbeiten, atua, actúas, trading, registered,
    educativa, educacional, ensino, enseñanza, educational`,
  ],
  [['email', 'website'], 'address, dirección, adresse, endereço'],
  [['postalCode'], 'code, código, postal, postale'],
  [['phone', 'emailOrPhone'], 'ddd, ddi'],
  [
    ['email', 'phone', 'emailOrPhone', 'fullName'],
    'contact, contato, contacto, kontakt, customer, client, cliente, kunde, responsável, responsable',
  ],
  [
    ['companySize'],
    `how, many, are, have, has, does, total, count, range, amount, quantity, quantos, quantas, quantidade, qtd, qtde, qte, total, tem, possui, faixa,
    existem, hay, cuántos, cuántas, cantidad, tiene, cuenta, rango, cuentan, combien, nombre, avez, compte, tranche, anzahl, wie, viele, hat, haben, zahl, beschäftigte, people, pessoas, personas, personnes, personen, travaillent, arbeiten, work, works,
    aproximado, approximate, size, range, trabalham, trabajan, there`,
  ],
  [
    ['interest'],
    `product, products, estás, service, services, solution, solutions, topic, am, are, i, produto, produtos, serviço, serviços, solução,
    soluções, área, áreas, area, areas, curso, plano, cursos, planos, planes, programa, programas, program, programs, carrera, carreras, está, esta, estou, tem, te, assunto, tema, me, producto, productos, servicio, servicios, solución, soluciones, estoy, más,
    tienes, por, je, suis, produit, produits, solution, par, ich, mich, main, nosso, nossos, nuestros, our, plan, course`,
  ],
  [
    ['message'],
    `how, what, wobei, womit, details, detalhes, detalles, can, may, we, us, today, help, additional, further, other, any, leave, write, type, questions, question, or, como, podemos, lhe, te, le, nos,
    vos, hoje, ajudar, deixe, escreva, digite, adicionais, adicional, envie, sua, dúvidas, ou, cómo, hoy, ayudar, ayudarte, ayudarle, déjanos, deja, dejanos,
    escribe, escríbenos, envíanos, preguntas, perguntas, team, equipe, equipo, assist, asistir, aquí, aqui, adicionales, dudas, comment, pouvons, vous, nous, aider, aujourd, hui, laissez, écrivez, questions, wie, können, wir, ihnen, dir,
    helfen, heute, mitteilung, hinterlassen, sie, uns, share, send, espacio, campo`,
  ],
  [
    ['country', 'state', 'city', 'postalCode'],
    `residence, eres, resides, está, estás, êtes, localizada, localizado, ubicada, localisée, origem, origen, origin, origine, only, usa, eua, us, te, where, are, located, live, lives, based, region, residência, reside, mora, moram, vive, onde, fica, região, residencia, vives, donde, se, encuentra, encuentras,
    ubicación, región, région, résidence, habitez, headquarters, hq, sede, located, território, territory, localização`,
  ],
  [
    ['phone', 'emailOrPhone'],
    `fixo, fijo, fixe, landline, direct, office, reach, daytime, móvel, movel, móvil, portátil, lada, telefónico, telefônico, contactar, contactarte,
    call, preferred, wa, mobile, portable, oficina, residencial, escritório, celular, bureau, domicile, prefixo, prefijo, preferencial, lijn, durchwahl, dienstlich, geschäftlich, privat, perso, mobil, área, area`,
  ],
  [
    ['email'],
    `reach, official, oficial, office, id, institucional, empresa, geschäftlich, dienstliche, dienstlich, berufliche, pro, preferred, preferencial, laboral, privado, perso, particular`,
  ],
  [
    ['jobTitle'],
    `are, exercido, exercida, occupied, held, título, title, titre, titel, intitulé, ocupa, ocupas, occupe, occupé, occupée, occupez, desempenha, desempeñas, desempeña, exerce, tienes, laboral, bezeichnung,
    im, dans, within, at, profissional, actuel, actuelle, aktuelle, level, nível, nivel`,
  ],
  [
    ['industry'],
    `are, tätig, activity, activities, actividad, atividade, activité, atuação, atua, mercado, market, type, tipo, pertence, pertenece, opera, econômico, económico, económica, area, área,
    vertical, sector, negócio, belong, operate, operates, principal, industrial, tätigkeitsfeld, sub`,
  ],
  [
    ['website'],
    'url, endereço, dirección, address, link, página, page, internet, web, www, online, domain, oficial, official, adresse',
  ],
  [['fullName', 'company'], 'legal, oficial, official, social, completa, vollständiger, exact'],
  [
    ['fullName'],
    'persona, person, pessoa, solicitante, interessado, requester, representante, representative, apellido, apellidos',
  ],
]

/** Words that many labels write apart, and that decide only together. */
export const compounds: readonly (readonly [string, string])[] = [
  ['first name', 'firstname'],
  ['given name', 'firstname'],
  ['primeiro nome', 'firstname'],
  ['primer nombre', 'firstname'],
  ['last name', 'lastname'],
  ['family name', 'lastname'],
  ['ultimo nome', 'lastname'],
  ['nom de famille', 'lastname'],
  ['job title', 'jobtitle'],
  ['zip code', 'zip'],
  ['post code', 'zip'],
  ['postal code', 'zip'],
  ['code postal', 'zip'],
  ['codigo postal', 'zip'],
  ['where do you work', 'work'],
  ['where you work', 'work'],
  ['onde trabalha', 'trabalha'],
  ['onde voce trabalha', 'trabalha'],
  ['donde trabajas', 'trabajas'],
  ['onde atua', 'atua'],
  ['onde voce atua', 'atua'],
  ['donde actuas', 'actuas'],
  // How databases of Brazilian systems begin a column with a name in it.
  ['nm', 'nome'],
  ['how many people', 'employees people'],
  ['quantas pessoas', 'funcionarios pessoas'],
  ['cuantas personas', 'empleados personas'],
  ['combien de personnes', 'salaries personnes'],
  ['wie viele personen', 'mitarbeiter personen'],
  ['contact number', 'phone'],
  ['employee count', 'headcount'],
  ['nom et prenom', 'nom'],
  ['prenom et nom', 'nom'],
  ['nome e sobrenome', 'nome'],
  ['nombre y apellido', 'nombre'],
  ['nombre y apellidos', 'nombre'],
  ['first and last name', 'name'],
  ['name and surname', 'name'],
  ['vor und nachname', 'name'],
  ['codigo de area', 'ddd'],
  ['area code', 'ddd'],
  ['country code', 'ddi'],
  ['codigo do pais', 'ddi'],
  ['codigo de pais', 'ddi'],
  ['web site', 'website'],
  ['pagina web', 'website'],
  ['sitio web', 'website'],
  ['site web', 'website'],
  ['site internet', 'website'],
  ['team size', 'headcount'],
  ['nombre de salaries', 'headcount'],
  ['nombre de collaborateurs', 'headcount'],
  ['nombre d employes', 'headcount'],
  ['nombre employes', 'headcount'],
  ['phone number', 'phone'],
  ['head count', 'headcount'],
  ['state province', 'state'],
  ['state or province', 'state'],
  ['estado provincia', 'state'],
  ['estado o provincia', 'state'],
]

/** A size is the company's only where the company is named: a shop asks for yours. */
export const sizeWords = 'size, tamanho, tamaño, größe, taille, porte, people, pessoas, personas, personnes, personen'

/** Verbs that ask for a text, and what the text is about: together they are a message, apart they say nothing. */
export const describeWords = `describe, tell, explain, share, descreva, conte, fale, explique, detalhe, escreva, describa, cuéntanos, cuéntenos, explícanos, detalla,
  háblanos, décrivez, expliquez, parlez, détaillez, précisez, beschreiben, schildern, erzählen`
export const topicWords = `project, projects, needs, need, requirements, requirement, challenge, challenges, goals, situation, projeto, projetos, necessidade,
  necessidades, desafio, desafios, demanda, caso, proyecto, proyectos, necesidad, necesidades, desafío, reto, projet, projets, besoin, besoins, projekt, anliegen, vorhaben, bedarf`
/** Between the two. */
export const aboutWords =
  'about, more, bit, little, us, briefly, sobre, mais, um, pouco, brevemente, nos, más, poco, brevemente, de, nous, en, plus, uns, mehr, über, kurz, sie, bitte'
