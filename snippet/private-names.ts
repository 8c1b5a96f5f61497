// Which field names say that the value is nobody's business: passwords, codes, cards, national ids, and the tokens
// that forms carry for themselves. Words are matched whole, so `expenses` and `passage` are ordinary fields. The
// collector looks again with more words; what is named here does not even leave the page.

const secretWords =
  /_(pass(word|wd|code)?|pwd?|senha|otp|c[sv][vcn]2?|pan|(credit|debit)_?card|(cc|card|cart.o|tarjeta)_?(n(o|um\w*)?|c(ode|sc|v[vc])|pin|holder|exp\w*))_|captcha|turnstile|[cx]srf|(token|nonce|viewstate|validation)_$/i
const identityWords = /_(cpf|rg|ssn|dni|ni[ef]|curp|cui[tl]|rut|passport|(national|tax|social_security)\w*)_/i

/**
 * True for what is never captured; numbers that a state gives to a person are, where the site tags the field.
 * @param isTagged the control has `data-lead-field`
 */
export const isPrivateName = (name: string, isTagged?: unknown): boolean => {
  // `cardNumber` and `card-number` are both `card_number`.
  const words = `_${name.replace(/([a-z])(?=[A-Z])|[\W_]+/g, '$1_')}_`
  return secretWords.test(words) || (!isTagged && identityWords.test(words))
}
