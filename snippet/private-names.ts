// Which field names say that the value is nobody's business: passwords, codes, cards, national ids, and the tokens
// that forms carry for themselves. Words are matched whole, so `expenses` and `passage` are ordinary fields. The
// collector looks again with more words; what is named here does not even leave the page.

const secretWords =
  /_(pass(word|wd|code)?|pwd?|senha|otp|cv[vcn]2?|csc|pan|(credit|debit)_?card|(card|cc|cart.o|tarjeta)_?(n|num|number|no|code|cv[vc]|csc|pin|holder|exp\w*))_|captcha|turnstile|[cx]srf|(token|nonce|viewstate|validation)_$/
const identityWords = /_(cpf|rg|ssn|dni|ni[ef]|curp|cui[tl]|rut|passport|(national|tax|social_security)\w*)_/

/**
 * True for what is never captured; numbers that a state gives to a person are, where the site tags the field.
 * @param isTagged the control has `data-lead-field`
 */
export const isPrivateName = (name: string, isTagged?: unknown): boolean => {
  // `cardNumber` and `card-number` are both `_card_number_`.
  const words = `_${name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\W_]+/g, '_')}_`
  return secretWords.test(words) || (!isTagged && identityWords.test(words))
}
