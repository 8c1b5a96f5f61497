// Short forms and spellings that are made by rule, for which no table is needed. Trusts that both names are folded.
// Promises: the same both ways.

import { isCommonGivenName } from './name-frequency.ts'
import { soundOf, spelled } from './name-sound.ts'
import { jaroWinkler } from './similarity.ts'

export function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return isClipped(short, long) || isDiminutive(long, short) || isSpellingOf(a, b)
}

/** In Portuguese, Spanish and English a short form ends so: Joãozinho, Miguelito, Ronnie. */
const diminutive = /(?:z?inh[oa]|c?it[oa]|in[oa]|ie|ei|ee|i|s|a|o|z|za|bo|er)$/

/** "Marcelinho" of Marcelo, "Dieguito" of Diego: longer than the name, whose last vowel it keeps. */
function isDiminutive(name: string, full: string): boolean {
  if (!/(?:inh|it)[oa]$/.test(name)) return false
  const stem = name
    .replace(/(?:z?inh|c?it)[oa]$/, '')
    .replace(/gu$/, 'g')
    .replace(/qu$/, 'c')
  return stem.length >= 3 && (full === stem || full === stem + name.slice(-1))
}

const patronymic = /(?:[oei]v[iy]ch|[oei]v[iy]c|[oei]vna)$/

/** "Rafa" of Rafael, "Abby" of Abigail, "Nando" of Fernando, "Ronnie" of Veronica. */
function isClipped(short: string, full: string): boolean {
  // A name that many have by itself is no clipping: Ana is not Mariana, and Mario is not Mariano.
  // And a father's name in a Slavic one is not the son's: Oleksandr is not Oleksandrovych.
  if (short.length < 2 || isCommonGivenName(short) || patronymic.test(full)) return false
  const clip = spelled(short)
  const whole = spelled(full)
  if (whole.startsWith(clip)) return true
  const stem = clip.replace(diminutive, '')
  if (stem.length >= 2 && whole.length > stem.length + 1 && whole.startsWith(stem)) return true
  return (
    short.length >= 3 &&
    whole.length > stem.length &&
    (whole.includes(clip) || (stem.length >= 3 && whole.includes(stem)))
  )
}

/** Two spellings of one name: Kristen and Kristin, Thais and Taís, Jaelyn and Jalen. Not when both are common names. */
export function isSpellingOf(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) && !sameSound.test(a.slice(0, 1) + b.slice(0, 1))) return false
  if (a.length < 4 || b.length < 4 || (isCommonGivenName(a) && isCommonGivenName(b))) return false
  return soundOf(a) === soundOf(b) && jaroWinkler(a, b) >= 0.8
}
const sameSound = /ck|kc|sz|zs|gj|jg|vw|wv|iy|yi|fp|pf|ij|ji|jy|yj/
