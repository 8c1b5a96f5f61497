// The dictionary: how forms name the fields we know, in English, Portuguese and Spanish, with German and French basics.
// Phrases are separated by commas and folded on loading, so accents, spaces and separators do not matter.
// A phrase is here only if it can mean nothing else on a lead form: an unmapped field is better than a wrong one.

import type { CanonicalField } from './canonical-fields.ts'

/** Whole names and labels. */
export const fieldAliases: Readonly<Record<CanonicalField, string>> = {
  email: `email, emails, mail, email address, email addr, emailid, correo, correo electrónico, correo-e, dirección de correo,
    correio eletrônico, endereço de email, courriel, adresse électronique, adresse mail, adresse email,
    email adresse, mailadresse, email corporativo, email profissional, correo corporativo, work email, business email, dirección de correo electrónico, adresse de courriel, e mail id`,
  phone: `phone, phones, phone number, phone no, telephone, telephone number, tel, telefone, telefones, fone, celular, telemóvel,
    mobile, mobile phone, mobile number, cell, cell phone, cellphone, whatsapp, whats, wpp, zap, contact number, teléfono, telefono,
    número de telefone, número de teléfono, móvil, número de celular, telefon, telefonnummer, handy, handynummer,
    mobilnummer, rufnummer, téléphone, tél, portable, numéro de téléphone, mobilephone, telefone celular, fone celular, daytime phone, téléphone portable, mobil, numéro de portable, tél fixe, téléphone fixe, numéro de mobile, festnetz, rückrufnummer, contacto telefónico, contato telefônico, tel nr, fone fixo, número de móvil, mobiltelefon, número telefónico, número telefônico, numéro de tél, número de contacto, número de contato, número para contato, cel, direct dial, direct line, linha direta, línea directa`,
  firstName: `first name, first, fname, given name, forename, primeiro nome, primer nombre, nombre de pila, nombres,
    nome próprio, prénom, vorname, fst name`,
  lastName: `last name, last, lname, surname, family name, sobrenome, último nome, apellido, apellidos, primer apellido,
    nome de família, apellido paterno, nachname, zuname, familienname, nom de famille`,
  fullName: `full name, fullname, name, your name, nome, nome completo, seu nome, nombre, nombre completo, tu nombre,
    nombre y apellido, nombre y apellidos, first last name, nome e sobrenome, name and surname, first and last name, contact name, contact person,
    nom, nom complet, nom et prénom, prénom et nom, votre nom, ihr name, vor und nachname, vollständiger name, ansprechpartner, como você se chama, qual seu nome, como podemos te chamar, como prefere ser chamado, cómo te llamas, cuál es tu nombre, nombres y apellidos, apellidos y nombre, apellido y nombre, persona de contacto, pessoa de contato, nombre de contacto, nom du contact, kontaktperson, comment vous appelez vous, wie heißen sie, name und vorname, vorname und nachname, vor und zuname, vor und familienname, name vorname, nome do solicitante`,
  company: `company, company name, organization, organisation, organization name, organisation name, business name, employer,
    org, org name, account name, empresa, empresas, nome da empresa, nome empresa, razão social, nome fantasia, organização,
    companhia, nombre de la empresa, nombre empresa, compañía, organización, razón social, firma, firmenname, unternehmen,
    unternehmensname, entreprise, société, nom de l'entreprise, nom de la société, raison sociale, company or organization, instituição, institución, institution, organisme, business, firm, negocio, empresa ou instituição, where do you work, em que empresa trabalha, em qual empresa você trabalha, onde você trabalha, en qué empresa trabajas, dónde trabajas, empresa u organización, établissement, arbeitgeber, betrieb, empregador, nom de la structure, denominación social, name der firma, cómo se llama tu empresa, como se chama sua empresa, cómo se llama la empresa, qual o nome do seu negócio, nombre comercial, nome comercial, nombre de fantasía, trade name, trading name, nome do estabelecimento, nombre del establecimiento, what company are you with, what company are you from, de qual empresa você é, de qué empresa eres`,
  jobTitle: `job title, job, position, role, job role, job function, designation, occupation, cargo, cargo na empresa, função, función,
    profissão, ocupação, puesto, puesto de trabajo, posición, profesión, ocupación, berufsbezeichnung, stellenbezeichnung,
    jobtitel, poste, fonction, intitulé du poste, organization title, your role, funktion, stelle, profession, titre du poste, título del puesto, título profissional, title role, role title, title position, position title, what do you do, qual a sua função, a qué te dedicas, métier, beruf, tätigkeit, jobbezeichnung, posição, berufsbezeichnung, rolle, job position, posición laboral, position title, professional title, título profesional`,
  country: `country, country name, country region, country of residence, país, país de residência, país de residencia, pays,
    land, nação, land region, país região, país región, pays région, country or region, nation`,
  state: `state, province, state province, state region, region, estado, uf, estado uf, provincia, província, región, região,
    bundesland, address level 1, kanton, canton, departamento estado, estado província, comunidad autónoma, state name, nome estado, nome do estado, entidad federativa`,
  city: `city, town, city town, cidade, município, ciudad, localidad, localidade, municipio, stadt, ort, wohnort, ville,
    address level 2, town or city, commune, comuna, ciudad localidad, cidade município, nome cidade, nome da cidade, city name, nombre de la ciudad, nombre ciudad, nom de la ville`,
  postalCode: `postal code, postcode, post code, zip, zip code, zipcode, zip postal code, cep, código postal, plz, postleitzahl,
    code postal, cp, c p, código postal cp, npa, eircode, pin code, pincode`,
  website: `website, web site, company website, website url, company url, company site, company domain, site da empresa, site,
    página web, sitio web, webseite, homepage, site web, site internet, web page, webpage, web, url site, url do site, site url, internetseite, internetauftritt, página na internet, domínio do site, webpräsenz`,
  industry: `industry, industry sector, company industry, sector, setor, setor de atuação, segmento, segmento de atuação,
    ramo, ramo de atividade, business type, type of business, tipo de negócio, ramo de atuação, área de atuação, industria, rubro, giro, sector de actividad, branche,
    secteur, secteur d'activité, vertical, industrie, industry vertical, industry type, line of business, wirtschaftszweig, geschäftsfeld, tipo de industria, domaine d activité, sector económico, setor econômico, nicho de mercado, nicho de atuação, a qué se dedica tu empresa, a qué se dedica su empresa, a qué se dedica la empresa, o que sua empresa faz, o que a sua empresa faz, o que faz sua empresa, what does your company do`,
  companySize: `company size, number of employees, num employees, no of employees, employees, employee count, team size,
    headcount, size of company, organization size, business size, tamanho da empresa, porte, porte da empresa,
    número de funcionários, nº de funcionários, qtd de funcionários, quantidade de funcionários, número de colaboradores,
    quantidade de colaboradores, funcionários, colaboradores, tamaño de la empresa, tamaño de empresa, número de empleados,
    cantidad de empleados, empleados, unternehmensgröße, firmengröße, mitarbeiterzahl, anzahl mitarbeiter,
    taille de l'entreprise, nombre d'employés, effectif, mitarbeiteranzahl, anzahl der mitarbeiter, anzahl der mitarbeitenden, anzahl mitarbeitende, betriebsgröße, nombre de salariés, nombre de collaborateurs, nombre de salariés dans l entreprise, número de trabajadores, número de trabalhadores, tamanho da equipe, tamaño del equipo, tamaño empresa, tamanho empresa, company employees, total employees, how big is your company, how large is your company, how big is your team, how large is your team, employee range, employee size, quantos vocês são, mitarbeiteranzahl im unternehmen, company employee count, employee headcount, nº empleados, staff size, staff count, number of staff, número de empregados, quantidade de empregados, quadro de funcionários`,
  interest: `interest, interests, product interest, area of interest, areas of interest, interested in, i am interested in,
    interesse, interesses, área de interesse, produto de interesse, serviço de interesse, tenho interesse em, interés,
    intereses, área de interés, producto de interés, servicio de interés, interessen, centres d'intérêt, me interesa, me interessa, estou interessado em, estoy interesado en, je suis intéressé par, je m intéresse à, produktinteresse, ich interessiere mich für, interesse an, what are you interested in, en qué estás interesado, qué te interesa, interested products, productos de interés, produtos de interesse, vous êtes intéressé par, qual seu interesse, produit souhaité`,
  message: `message, messages, msg, comment, comments, your comment, enquiry, inquiry, how can we help, how can we help you,
    what can we help with, tell us more, additional information, details, description, questions, notes, additional notes,
    project details, mensagem, comentário, comentários, observação, observações, obs, como podemos ajudar,
    como podemos te ajudar, como podemos lhe ajudar, dúvida, dúvidas, descrição, detalhes, mensaje, comentario, comentarios,
    consulta, cómo podemos ayudarte, cómo podemos ayudar, observaciones, descripción, detalles, nachricht, kommentar, anfrage,
    bemerkung, mitteilung, commentaire, commentaires, demande, votre demande, remarques, additional comments, tell us about your project, tell us about your needs, tell us a bit about your project, anything else, anything else we should know, conte nos mais, conte mais, conte nos mais sobre seu projeto, conte sobre seu projeto, conte nos sobre seu projeto, fale sobre seu projeto, descreva sua necessidade, descreva seu projeto, descreva sua dúvida, sua necessidade, cuéntanos más, cuéntanos, cuéntanos sobre tu proyecto, describe tu proyecto, describe tu necesidad, précisez votre besoin, votre besoin, votre projet, décrivez votre projet, décrivez votre besoin, parlez nous de votre projet, anmerkungen, anmerkung, ihr anliegen, anliegen, beschreiben sie ihr anliegen, ihre fragen, bemerkungen, question, how may we help you, what can we do for you, en qué podemos ayudarte, en qué podemos ayudar, em que podemos ajudar, no que podemos ajudar, comment pouvons nous vous aider, comment pouvons nous aider, wie können wir ihnen helfen, wie können wir helfen, observations, informations complémentaires, informações adicionais, información adicional, what would you like to discuss, what would you like to know, what do you need, o que você precisa, do que você precisa, qué necesitas, que souhaitez vous, was können wir für sie tun, how can we assist you, reason for contact details, ihre frage, wie können wir ihnen weiterhelfen, deixe um comentário, sua pergunta, su pregunta, votre question, tell us more, tell us more about your needs, how can our team help you`,
}

/** The same word is the full name on a form with one name field, and a part of it on a form with two. */
export const bareNamePhrases = 'name, nome, nombre, nom, your name, seu nome, tu nombre, votre nom'

/** Look like a field of ours and are none, whatever rule would take them by name. */
export const notOurs = `state your business, state your reason, state your company, username, user name, user role, nickname, form name, form title, form id, file name, page name, page title, site name,
  event name, product name, campaign name, campaign, field name, list name, estado civil, marital status, title, titulo, título,
  status, subject, assunto, asunto, country code, área code, area code, ddd, ddi, apelido, contact, contato, contacto, lead source,
  email type, phone type, phone code, phone country code, código do telefone, middle name, segundo nombre, nome do meio, maiden name, page url, url, mobile app`

/** Single words that decide a longer name when every other word is known to mean nothing more. */
export const headWords: Readonly<Partial<Record<CanonicalField, string>>> = {
  email: 'email, mail, correo, courriel',
  phone: `phone, telephone, telefone, fone, celular, mobile, cell, whatsapp, teléfono, móvil, telefon, téléphone, telemóvel, tel, whats, cel, fone, telefonnummer, handynummer, rufnummer, mobilnummer, handy, teléfonos, telefónico, mobiltelefon, phones, celulares`,
  firstName: 'firstname, vorname, prénom',
  lastName: 'lastname, surname, sobrenome, apellido, apellidos, nachname',
  fullName: `name, nome, nombre, nom, nombres`,
  company: `company, organization, organisation, empresa, business, companhia, compañía, organização, organización, firma,
    unternehmen, entreprise, société, startup, negócio, negocio, instituição, institución, institution, organisme, unternehmens, firm, compania, employer, employeur, arbeitgeber, empregador, structure, structures`,
  jobTitle: `cargo, puesto, jobtitle, função, role, position, poste, fonction, funktion, posición, profissão, profesión, puestos, posição, rolle, rol`,
  country: 'country, país, pays',
  state: `state, estado, uf, province, provincia, province, bundesland, kanton`,
  city: `city, cidade, ciudad, ville, town, comuna, município, municipio, localidad, localidade, stadt, ort`,
  postalCode: 'zip, postcode, cep, plz',
  website: `website, site, homepage, domain, domínio, dominio, webseite, web`,
  industry: `industry, segmento, setor, sector, industria, rubro, ramo, giro, branche, secteur, atuação`,
  companySize: `size, tamanho, porte, tamaño, employees, funcionários, colaboradores, empleados, mitarbeiter, headcount, salariés, collaborateurs, effectif, taille, trabajadores, trabalhadores, mitarbeitende, mitarbeitenden, größe, employés, headcount, beschäftigten, beschäftigte, empregados`,
  interest: `interest, interests, interested, interesse, interesses, interessa, interés, interessam, interesan, procura, procuras, procurando, buscas, buscando, looking, intereses, interesa, interesado, interessado,
    interessada, interesada, intéressé`,
  message: `message, mensagem, mensaje, comments, comentários, comentarios, nachricht, comment, commentaire, commentaires, kommentar, consulta, help, ajudar, ayudar, ayudarte, ayudarle, aider, helfen, observações, comentário, comentario, pergunta, pregunta, frage, question, enquiry, inquiry, observação`,
}

/** Words that change nothing about whose field it is and what is in it. */
export const fillerWords = `
  optionnel, optionnelle, opcionalmente,
  facultatif, facultative, facultativo, facultativa, freiwillig, obligatoria, mandatory, auswählen, wählen, gostaria, would, like, quisiera, algum, alguma, some, any, indicar,
  informar, preencher, inserir, adicionar, agregar,
  somente, apenas, só, solo, solamente, únicamente,
  m, p, cadastre, registre, coloque, adicione, inclua, forneça, confirmado, êtes, time,
  which, who, u, quel, quelle, quels, est, sont, welche, welcher, welchem, welches, ist, sind, sie, at, lo, al, ao, à,your, you, my, me, the, a, an, of, for, in, is, what, whats, which, please, enter, here, best, valid, full,
  complete, work, business, personal, private, primary, main, corporate, professional, current, no, required,
  optional, field, fields, form, input, text, lead, and, with, or, do, seu, sua, teu, tua, meu,
  minha, o, os, as, um, uma, e, de, da, dos, das, em, na, com, ou, para, por, favor, qual, quais, digite, informe,
  insira, preencha, aqui, melhor, válido, completo, completa, corporativo, corporativa, profissional, comercial,
  pessoal, principal, obrigatório, obrigatória, opcional, atual, empresarial, trabalha, você, selecione,
  selecciona, seleccione, select, choose, escolha, elige, elija, choisissez, sélectionnez, wählen, bitte, indique,
  indica, indiquez, write, introduce, introduzca, entrez, saisissez, eingeben, provide, add, tell, diga, deixe, deja,
  déjanos, escreva, escribe, l, d, n, to, that, at, on, if, any, s, dans, im, ihres, ihrer, ihrem, ihren, deinem,
  deiner, dem, den, für, unos, que, nos, tus, sus, seus, suas, vos, pour, professionnelle, trabalho, geschäftlich,
  geschäftlicher, aktuelle, tu, su, mi, el, la, los, las, un, una, y, del, en, con, cuál, cual, es, ingresa, ingrese,
  mejor, trabajo, electrónico, profesional, obligatorio, obligatoria, actual, trabajas, oder, ihr, ihre, dein, deine,
  der, die, und, mit, geschäftliche, pflichtfeld, votre, le, les, du, des, et, ma, mon, une, professionnel,
  obligatoire`

/** Leading words of form builders and of politeness, taken off one by one. */
export const prefixWords = `please, por, favor, bitte, qual, quais, o, a, e, é, que, what, is, whats, cuál, es, el, la, le, l, los, las, quel, quelle, est, wie, ist,
  die, der, das, enter, digite, informe, insira, escreva, escribe, ingresa, ingrese, introduce, saisissez, entrez, indique, indiquez, selecione, selecciona,
  seleccione, select, choose, escolha, provide, sua, vos, ihren, dein, deine, fld, campo, ctl00, textarea, your, seu, sua, tu, su, ihr, ihre, votre, my, meu, form, forms, field, fields, input, contact, contato,
  contacto, lead, leads, data, user, customer, cliente, client, person, wpforms, wpcf7, fld, mauticform, elementor, et, pb, nf, gform, hs,
  mc, mce, cf, cf7, rd, ninja, fluent, acf, txt, text, inputs, values, submission, signup, newsletter, register, main, billing,
  shipping, work, business, the, ff, frm, quote, demo, 0, nm, ds, tx, nu`

/** A second typing of the same thing: kept as custom, never as a second value. */
export const repeatWords = `confirm, confirmation, confirmar, confirme, confirma, confirmação, confirmación, confirmez, confirmer,
  repeat, repita, repetir, repite, retype, reenter, verify, verification, verificar, wiederholen, bestätigen, again, novamente`

/** Somebody else's address or number, or one that is not for talking to people. */
export const otherPersonWords = `friend, friends, amigo, amiga, amigos, referral, referred, indicado, indicação, indicacao, guest, convidado,
  spouse, cônjuge, emergency, emergência, emergencia, manager, gestor, boss, chefe, jefe, colleague, colega, accountant, contador,
  assistant, assistente, supplier, fornecedor, fax, parent, partner, parceiro, sócio, invite, invitado, second, secondary, secundário,
  secundario, alternative, alternativo`
