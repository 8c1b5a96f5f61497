// Which field names say that the value is nobody's business: passwords, codes, cards, national ids, and the tokens
// that forms carry for themselves. The collector looks again with more words; what is named here does not even leave
// the page. What stands in `_(…)_` is matched as whole words, so `expenses` and `passage` are ordinary fields; what stands
// in `_(…)` as the beginning of a word, and the rest anywhere. A dot is a letter that may have an accent.

const tokenWords =
  /[lp]tcha|turnstile|[cx]srf|sesskey|sess\w*id_$|jwt|_form_(key|build_id)|(token|nonce|view_?state|validation)_+(key_+)?$/i
// `pin` and `clave` alone: with another word they are a postal code in India, an area code in Mexico.
const secretWords =
  /password|[^e]senha|contrase|[ck]vv|_(pass(wd|code)?|pwd?|otp|c(cv|sc|v[cn])|pan|security_?code|(credit|debit)_?card|(nr?o?|n.m[a-z]*|valid\w*|venc\w*|titular)_(\w\w_)?(card|cart.o|tarjeta))_|_(c.d(igo)?_(de_)?seg|clave_(\w\w_)?acc|(cc|card|cart.o|tarjeta)_?(n(o?_|.m)|c(ode|sc|v)|pin|holder|exp|valid|venc|(\w\w_)?cr.d))|^_+(card|cart.o|tarjeta|pin|clave)_+$/i
const identityWords =
  /cpf|pas+a?port|eleitor|_(r_?g|c_p_f|cnh|ssn|d_?n_?i|ni[ef]|curp|rfc|cui[tl]|rut|nss|pis|ci|dpi|rif|ctps|seg\w+_social|(nr?o?|n.m\w*)_(\w\w_)?(doc(umento)?|ident\w*))_|_(c.dula|(national|tax)_?(id|ins|num)|social_sec|(carteira|documento|carn.t?)_(\w\w_)?identid|cart.o_(\w\w_)?sus|(doc\w*|identification|id)_num|drivers?_lic|clave_elec)|^_+(documento|identida.e?|identificaci.n)_+$/i

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
