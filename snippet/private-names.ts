// Which field names say that the value is nobody's business: passwords, codes, cards, national ids, and the tokens
// that forms carry for themselves. Words are matched whole, so `expenses` and `passage` are ordinary fields. The
// collector looks again with more words; what is named here does not even leave the page.

const tokenWords = /a[lp]tcha|turnstile|[cx]srf|(token|nonce|view_?state|validation)_$/i
// `pin` and `clave` alone: with another word they are a postal code in India, an area code in Mexico.
const secretWords =
  /password|[ck]vv|_(pass(wd|code)?|pwd?|(txt)?senha|contrase.a|otp|ccv|c(sc|v[cn])|pan|security_?code|c.d(igo)?_(de_)?seg\w*|(credit|debit)_?card|(cc|card|cart.o|tarjeta)_?(n(o|.m\w*)?|c(ode|sc|v[vc])|pin|holder|(exp|valid|venc)\w*|(de_)?cr.dito)|(nr?o?|n.m[a-z]*|valid\w*|venc\w*|titular)_(\w\w_)?(card|cart.o|tarjeta)|clave_(de_)?acc\w*)_|^_+(card|cart.o|tarjeta|pin|clave)_+$/i
const identityWords =
  /cpf|_(rg|cnh|ssn|dni|ni[ef]|curp|rfc|cui[tl]|rut|nss|pis|c.dula|pas+a?port\w*|(national|tax)_?(id|ins|num)\w*|social_sec\w*|seg\w+_social|(carteira|documento)_(de_)?identid\w*|(doc|identification)_num\w*|(nr?o?|n.m\w*)_(do_|de_)?doc(umento)?|clave_elec\w*|t.tulo_(de_)?eleitor)_|^_+(documento|identida.e?)_+$/i

// `cardNumber`, `card-number` and `card2number` are all `card_number`.
const wordsOf = (name: string) => `_${name.replace(/([a-z])(?=[A-Z])|[\W\d_]+/g, '$1_')}_`

/**
 * True for a name, a label or an id that says password, card or a number that a state gives to a person; the last are
 * captured where the site tags the field.
 * @param isTagged the control has `data-lead-field`
 */
export const isPrivateText = (text: string, isTagged?: unknown): boolean => {
  const words = wordsOf(text)
  return secretWords.test(words) || (!isTagged && identityWords.test(words))
}

/** True for the name of what is never captured. */
export const isPrivateName = (name: string, isTagged?: unknown): boolean =>
  tokenWords.test(wordsOf(name)) || isPrivateText(name, isTagged)
