// What a field's name or label says about secrets. Decides by whole words, so that "Passage" and "expenses" are safe,
// and a card word counts only when every other word belongs to a card too ("card number", not "card color").

import { foldWords } from './fold-name.ts'

/** `document`: may be a person's or a company's id, the value says which. */
export type SecretKind = 'password' | 'card' | 'national-id' | 'document' | 'token'

/** A longer name or label is a question about the thing ("Which password manager do you use?"). */
const wordsMax = 6

/** @param words folded words of the name or the label */
export function secretKindOf(words: readonly string[]): SecretKind | undefined {
  if (words.length === 0) return undefined
  const squashed = words.join('')
  if (tokens.has(squashed) || tokenParts.test(squashed)) return 'token'
  // `senha1`, `cpf2`: one of several is what all of them are.
  const rest = withoutAround(/\d/.test(squashed) ? words.map(word => word.replace(/\d+$/, '')).filter(Boolean) : words)
  const name = rest.join('')
  if (words.length > wordsMax) return undefined
  if (rest.some(word => passwordWords.has(word)) || passwordNames.has(name)) return 'password'
  if (rest.some(word => cardCodeWords.has(word)) || cardNames.has(name) || isCardName(rest)) return 'card'
  // The letters of `cpf` are in no other word, so `txtcpf` and `numcpf` are it too.
  if (name.includes('cpf') || rest.some(word => idWords.has(word)) || idNames.has(name)) return 'national-id'
  return documentNames.has(name) ? 'document' : undefined
}

/** A card word, and nothing but words that go with it. */
function isCardName(words: readonly string[]): boolean {
  return words.some(word => cardWords.has(word)) && words.every(word => cardWords.has(word) || cardCompanions.has(word))
}

const squashedSet = (phrases: string): ReadonlySet<string> =>
  new Set(phrases.split(',').map(phrase => foldWords(phrase).join('')))

const around =
  squashedSet(`your, my, seu, sua, tu, su, the, o, a, de, do, da, del, of, form, forms, field, fields, input, user, customer,
  client, cliente, lead, contact, billing, payment, pagamento, required, optional, obrigatorio, opcional, titular`)

const withoutAround = (words: readonly string[]): string[] => words.filter(word => !around.has(word))
const squashedNames = (phrases: string): ReadonlySet<string> =>
  new Set(phrases.split(',').map(phrase => withoutAround(foldWords(phrase)).join('')))

const passwordWords =
  squashedSet(`password, passwords, passwd, passwort, passphrase, passcode, pwd, pswd, senha, senhas, contraseña,
  contrasena, kennwort, userpassword, loginpassword, newpassword, oldpassword, motdepasse`)
const passwordNames =
  squashedNames(`pw, pass, user pass, mot de passe, palavra passe, palavra chave de acesso, clave de acceso, secret,
  secret key, client secret, secret answer, secret question, resposta secreta, otp, one time code, one time password, card pin, pin number, pin, clave, txt senha, txtsenha`)

const cardCodeWords = squashedSet(
  'cvv, cvc, ccv, csc, cvn, cvvcode, cvccode, cardnumber, cardno, creditcard, cardcvv, cardcvc, ccnumber, ccnum',
)
const cardNames =
  squashedNames(`security code, código de segurança, código de seguridad, cod seguranca, cod seguridad, securitycode, pan, cc, cc number, cc num, cc no, cc exp, cc name,
  cc csc, cc type, cc month, cc year, cc exp month, cc exp year, cc given name, cc family name`)
const cardWords = squashedSet('card, cards, cartao, cartão, tarjeta, carte, karte, kreditkarte, creditcard, debitcard')
const cardCompanions =
  squashedSet(`number, num, no, nr, nro, numero, número, nummer, credit, debit, credito, crédito, debito, débito, bancaire,
  holder, name, nome, nombre, exp, expiry, expiration, expires, date, month, year, validade, vencimiento, vencimento, code, codigo,
  security, bank, e, or, ou`)

const idWords =
  squashedSet(`ssn, rg, dni, nie, nif, curp, rfc, cedula, cédula, aadhaar, pis, cnh, nss, passaporte, pasaporte, iban,
  personalausweis, steuernummer`)
const idNames =
  squashedNames(`social security, social security number, social security no, national id, national id number, national insurance number,
  identity number, identification number, identity card, id card, id card number, id number, passport, passport number, passport no, tax id number, numéro de sécurité sociale,
  documento identidade, documento identidad, identidade, identidad, clave elector, nationalid, carteira identidade, registro geral, título eleitor, número seguro social,
  bank account, bank account number, account number, routing number, sort code, conta bancaria, cuenta bancaria, tax file number`)
const documentNames = squashedNames(
  'documento, document, documento numero, numero documento, document number, doc number, nro documento, num documento, doc, tax id',
)

const tokens =
  squashedSet(`token, _token, form token, csrf, csrf token, xsrf token, authenticity token, nonce, _wpnonce, wp nonce,
  __RequestVerificationToken, __VIEWSTATE, __VIEWSTATEGENERATOR, __EVENTVALIDATION, __EVENTTARGET, __EVENTARGUMENT, form build id, session id,
  phpsessid, jsessionid, access token, auth token, refresh token, id token, api key, captcha, captcha code, captcha token, captcha response,
  frc captcha solution, altcha, smart token, honeypot token`)
const tokenParts = /csrf|xsrf|recaptcha|hcaptcha|turnstileresponse|verificationtoken|antiforgery|wpnonce/
