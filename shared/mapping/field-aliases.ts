// The dictionary: how forms name the fields we know, in English, Portuguese and Spanish, with German and French basics.
// Phrases are separated by commas and folded on loading, so accents, spaces and separators do not matter.
// A phrase is here only if it can mean nothing else on a lead form: an unmapped field is better than a wrong one.

import type { CanonicalField } from './canonical-fields.ts'

/** Whole names and labels. */
export const fieldAliases: Readonly<Record<CanonicalField, string>> = {
  email: `email, emails, mail, email address, email addr, emailid, correo, correo electrónico, correo-e, dirección de correo,
    correio eletrônico, endereço de email, courriel, adresse électronique, adresse mail, adresse email,
    email adresse, mailadresse, email corporativo, email profissional, correo corporativo, work email, business email`,
  phone: `phone, phones, phone number, phone no, telephone, telephone number, tel, telefone, telefones, fone, celular, telemóvel,
    mobile, mobile phone, mobile number, cell, cell phone, cellphone, whatsapp, whats, wpp, zap, contact number, teléfono, telefono,
    número de telefone, número de teléfono, móvil, número de celular, telefon, telefonnummer, handy, handynummer,
    mobilnummer, rufnummer, téléphone, tél, portable, numéro de téléphone, mobilephone, telefone celular, fone celular, daytime phone, téléphone portable, mobil`,
  firstName: `first name, first, fname, given name, forename, primeiro nome, primer nombre, nombre de pila, nombres,
    nome próprio, prénom, vorname, fst name`,
  lastName: `last name, last, lname, surname, family name, sobrenome, último nome, apellido, apellidos, primer apellido,
    nome de família, apellido paterno, nachname, zuname, familienname, nom de famille`,
  fullName: `full name, fullname, name, your name, nome, nome completo, seu nome, nombre, nombre completo, tu nombre,
    nombre y apellido, nombre y apellidos, nome e sobrenome, name and surname, first and last name, contact name, contact person,
    nom, nom complet, nom et prénom, prénom et nom, votre nom, ihr name, vor und nachname, vollständiger name, ansprechpartner`,
  company: `company, company name, organization, organisation, organization name, organisation name, business name, employer,
    org, org name, account name, empresa, empresas, nome da empresa, nome empresa, razão social, nome fantasia, organização,
    companhia, nombre de la empresa, nombre empresa, compañía, organización, razón social, firma, firmenname, unternehmen,
    unternehmensname, entreprise, société, nom de l'entreprise, nom de la société, raison sociale, company or organization`,
  jobTitle: `job title, job, position, role, job role, job function, designation, occupation, cargo, cargo na empresa, função, función,
    profissão, ocupação, puesto, puesto de trabajo, posición, profesión, ocupación, berufsbezeichnung, stellenbezeichnung,
    jobtitel, poste, fonction, intitulé du poste, organization title, your role`,
  country: `country, country name, country region, country of residence, país, país de residência, país de residencia, pays,
    land, nação`,
  state: `state, province, state province, state region, region, estado, uf, estado uf, provincia, província, región, região,
    bundesland, address level 1`,
  city: `city, town, city town, cidade, município, ciudad, localidad, localidade, municipio, stadt, ort, wohnort, ville,
    address level 2`,
  postalCode: `postal code, postcode, post code, zip, zip code, zipcode, zip postal code, cep, código postal, plz, postleitzahl,
    code postal`,
  website: `website, web site, company website, website url, company url, company site, company domain, site da empresa, site,
    página web, sitio web, webseite, homepage, site web, site internet, web page, webpage`,
  industry: `industry, industry sector, company industry, sector, setor, setor de atuação, segmento, segmento de atuação,
    ramo, ramo de atividade, business type, type of business, tipo de negócio, ramo de atuação, área de atuação, industria, rubro, giro, sector de actividad, branche,
    secteur, secteur d'activité`,
  companySize: `company size, number of employees, num employees, no of employees, employees, employee count, team size,
    headcount, size of company, organization size, business size, tamanho da empresa, porte, porte da empresa,
    número de funcionários, nº de funcionários, qtd de funcionários, quantidade de funcionários, número de colaboradores,
    quantidade de colaboradores, funcionários, colaboradores, tamaño de la empresa, tamaño de empresa, número de empleados,
    cantidad de empleados, empleados, unternehmensgröße, firmengröße, mitarbeiterzahl, anzahl mitarbeiter,
    taille de l'entreprise, nombre d'employés, effectif`,
  interest: `interest, interests, product interest, area of interest, areas of interest, interested in, i am interested in,
    interesse, interesses, área de interesse, produto de interesse, serviço de interesse, tenho interesse em, interés,
    intereses, área de interés, producto de interés, servicio de interés, interessen, centres d'intérêt`,
  message: `message, messages, msg, comment, comments, your comment, enquiry, inquiry, how can we help, how can we help you,
    what can we help with, tell us more, additional information, details, description, questions, notes, additional notes,
    project details, mensagem, comentário, comentários, observação, observações, obs, como podemos ajudar,
    como podemos te ajudar, como podemos lhe ajudar, dúvida, dúvidas, descrição, detalhes, mensaje, comentario, comentarios,
    consulta, cómo podemos ayudarte, cómo podemos ayudar, observaciones, descripción, detalles, nachricht, kommentar, anfrage,
    bemerkung, mitteilung, commentaire, commentaires, demande, votre demande, remarques`,
}

/** The same word is the full name on a form with one name field, and a part of it on a form with two. */
export const bareNamePhrases = 'name, nome, nombre, nom, your name, seu nome, tu nombre, votre nom'

/** Look like a field of ours and are none, whatever rule would take them by name. */
export const notOurs = `username, user name, nickname, form name, form title, form id, file name, page name, page title, site name,
  event name, product name, campaign name, campaign, field name, list name, estado civil, marital status, title, titulo, título,
  status, subject, assunto, asunto, country code, área code, area code, ddd, ddi, apelido, contact, contato, contacto, lead source,
  email type, phone type, phone code, phone country code, código do telefone, middle name, segundo nombre, nome do meio, maiden name, page url, url, mobile app`

/** Single words that decide a longer name when every other word is known to mean nothing more. */
export const headWords: Readonly<Partial<Record<CanonicalField, string>>> = {
  email: 'email, mail, correo, courriel',
  phone:
    'phone, telephone, telefone, fone, celular, mobile, cell, whatsapp, teléfono, móvil, telefon, téléphone, telemóvel, tel',
  firstName: 'firstname, vorname, prénom',
  lastName: 'lastname, surname, sobrenome, apellido, apellidos, nachname',
  fullName: 'name, nome, nombre, nom',
  company: `company, organization, organisation, empresa, business, companhia, compañía, organização, organización, firma,
    unternehmen, entreprise, société, startup, negócio, negocio`,
  jobTitle: 'cargo, puesto, jobtitle, função',
  country: 'country, país, pays',
  state: 'state, estado, uf, province, provincia',
  city: 'city, cidade, ciudad, ville',
  postalCode: 'zip, postcode, cep, plz',
  website: 'website, site, homepage, domain, domínio, dominio',
  industry: 'industry, segmento, setor, sector',
  companySize:
    'size, tamanho, porte, tamaño, employees, funcionários, colaboradores, empleados, mitarbeiter, headcount',
  message: 'message, mensagem, mensaje, comments, comentários, comentarios, nachricht',
}

/** Words that change nothing about whose field it is and what is in it. */
export const fillerWords = `your, you, my, me, the, a, an, of, for, in, is, what, whats, which, please, enter, here, best, valid,
  full, complete, work, business, personal, private, contact, primary, main, corporate, professional, current, number, no, num, nr,
  required, optional, address, field, fields, form, input, text, lead, customer, client, and, with, code, where, or, do, are, located,
  seu, sua, teu, tua, meu, minha, o, os, as, um, uma, e, de, da, do, dos, das, em, na, no, com, ou, para, por, favor, qual, quais, digite,
  informe, insira, preencha, aqui, melhor, válido, completo, completa, corporativo, corporativa, profissional, comercial, pessoal,
  principal, contato, número, obrigatório, obrigatória, opcional, ddd, cliente, atual, empresarial, onde, trabalha, você,
  tu, su, mi, el, la, los, las, un, una, y, del, en, con, cuál, cual, es, ingresa, ingrese, escribe, mejor, trabajo, electrónico,
  contacto, profesional, obligatorio, obligatoria, actual, dónde, trabajas,
  oder, ihr, ihre, dein, deine, der, die, das, und, mit, geschäftliche, adresse, nummer, pflichtfeld,
  votre, le, les, du, des, et, ma, mon, une, professionnel, numéro, obligatoire`

/** Leading words of form builders and of politeness, taken off one by one. */
export const prefixWords = `your, seu, sua, tu, su, ihr, ihre, votre, my, meu, form, forms, field, fields, input, contact, contato,
  contacto, lead, leads, data, user, customer, cliente, client, person, wpforms, wpcf7, mauticform, elementor, et, pb, nf, gform, hs,
  mc, mce, cf, cf7, rd, ninja, fluent, acf, txt, text, inputs, values, submission, signup, newsletter, register, main, billing,
  shipping, work, business, the, ff, frm, quote, demo, 0`

/** A second typing of the same thing: kept as custom, never as a second value. */
export const repeatWords = `confirm, confirmation, confirmar, confirme, confirma, confirmação, confirmación, confirmez, confirmer,
  repeat, repita, repetir, repite, retype, reenter, verify, verification, verificar, wiederholen, bestätigen, again, novamente`

/** Somebody else's address or number, or one that is not for talking to people. */
export const otherPersonWords = `friend, friends, amigo, amiga, amigos, referral, referred, indicado, indicação, indicacao, guest, convidado,
  spouse, cônjuge, emergency, emergência, emergencia, manager, gestor, boss, chefe, jefe, colleague, colega, accountant, contador,
  assistant, assistente, supplier, fornecedor, fax, parent, partner, parceiro, sócio, invite, invitado, second, secondary, secundário,
  secundario, alternative, alternativo`
