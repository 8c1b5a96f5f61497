// Which field names say that the value is nobody's business: passwords, codes, cards, national ids, and the tokens
// that forms carry for themselves. Words are matched whole, so `expenses` and `passage` are ordinary fields. The
// collector looks again with more words; what is named here does not even leave the page.

const secretWords =
  /_(pass(word|wd|code)?|pwd?|senha|contrase.a|otp|c(sc|v[vcn])2?|pan|security_code|c.digo_de_seg\w*|(credit|debit)_?card|(cc|card|cart.o|tarjeta)_?(n(o|.m\w*)?|c(ode|sc|v[vc])|pin|holder|(exp|valid|venc)\w*|(de_)?cr.dito)|(n.m[a-z]*|valid\w*|venc\w*|titular)_(\w\w_)?(card|cart.o|tarjeta))_|a[lp]tcha|turnstile|[cx]srf|(token|nonce|view_?state|validation)_$/i
const identityWords =
  /_(cpf|rg|cnh|ssn|dni|ni[ef]|curp|rfc|cui[tl]|rut|c.dula|pas+a?port\w*|(national|tax)_(id|ins|num)\w*|social_sec\w*|seg\w+_social|(carteira|documento)_(de_)?identid\w*)_/i

/**
 * True for what is never captured; numbers that a state gives to a person are, where the site tags the field.
 * @param isTagged the control has `data-lead-field`
 */
export const isPrivateName = (name: string, isTagged?: unknown): boolean => {
  // `cardNumber` and `card-number` are both `card_number`.
  const words = `_${name.replace(/([a-z])(?=[A-Z])|[\W_]+/g, '$1_')}_`
  return secretWords.test(words) || (!isTagged && identityWords.test(words))
}
