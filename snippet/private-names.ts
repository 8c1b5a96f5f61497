// Which field names say that the value is nobody's business: passwords, codes, cards, national ids, and the tokens
// that forms carry for themselves. Words are matched whole, so `expenses` and `passage` are ordinary fields.

/** The words of a name between underscores: `cardNumber` and `card-number` are both `_card_number_`. */
const wordsOf = (name: string): string =>
  `_${name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\W_]+/g, '_')}_`.replace(/^__|__$/g, '_')

const secretWords =
  /_(pass(word|wd|phrase|code)?s?|pwd?|senha|contrase.a|otp|(one_?time|verification)_(code|password)|cvv2?|cvc2?|csc|pan|iban|(credit|debit)_?card|cart[a_]o|(card|cc)_?(n|num|number|no|nr|code|cvv2?|cvc2?|csc|pin|holder|exp\w*|sec\w*))_|captcha|turnstile|[cx]srf|token_$|nonce_$|_(viewstate|eventvalidation)|_form_build_id_/
const identityWords =
  /_(cpf|cnpj|rg|ssn|social_?security|dni|nie|nif|nino|curp|cuit|cuil|rut|aadhaar|passport|passaporte|(national|tax|personal)_?id|(id|identity)_(number|card|no))_/

/** Passwords, one-time codes, cards, and anti-forgery and captcha tokens: never captured. */
export const isSecretName = (name: string): boolean => secretWords.test(wordsOf(name))

/** Numbers that a state gives to a person: captured only where the site tags the field. */
export const isIdentityName = (name: string): boolean => identityWords.test(wordsOf(name))
