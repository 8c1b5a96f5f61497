// Decides whether a form is a lead form. Every form is, unless it is ignored, untagged on a page that wants tags, a
// login, a site search or the way out of a mailing list.

import { closest, matches } from './dom.ts'
import { isIgnored } from './privacy.ts'
import { settings } from './settings.ts'

/**
 * True when what is submitted with this form is a lead.
 * @param lines what its text fields are called, a line each: `type name label #id @autocomplete`
 * @param said what the form says that it does, a line each: id, name, action, headings, submit buttons
 */
export const isLeadForm = (form: Element, lines: string, said: string): boolean =>
  !isIgnored(form) &&
  (matches(form, '[data-lead],[data-lead-intent]') ||
    (settings.auto !== 'off' && !isLogin(lines, said) && !isSearch(form, lines, said) && !leavingWords.test(said)))

/** A field for an address or a number by which somebody can be reached. */
export const contactWords: RegExp = /mail|corre[io]|contac?t|phone|fon[eo]|(^|[^a-z])(tel|m.vil)|mobile|celu|whats/im

// The person is new here. What a form says that it does is short, so words need not be whole. A dot is a letter that may
// have an accent: written in ASCII alone, the script is read right whatever charset a server names.
const newWords =
  /sign.?up|reg.st|cadast|inscr|cr(i[ae]|ea)|abr[ai]|(^|[^a-z])(join\b|trial|come.|teste)|start|experiment|prueb|gr.t/i
// The person is known. `Entre na lista` and `Entre em contato` are for new people.
const knownWords = /login|(^|[^a-z])(log|sign)[ _-]?in|^entrar( na .*conta)?$/im
// Beside a password these are enough.
const moreWords = /entrar|aces|acced|ingres|ses+i|continu|conn|anmeld/i

// These say that a password was forgotten. `Recupere clientes` is an offer.
const forgottenWords = /passwor|[^e]senha|contrase|t\/recover|^recuperar$|olvid/im
// A page for people who are known, whatever its button says.
const knownPath = /\/(login|entrar|sign-?in)\/?$/i

/** Who leaves a mailing list is no lead. */
export const leavingWords: RegExp = /unsubs|descadas|desinscr|dar\w* de baja|cancelar.{0,7}(inscr|suscr|assin)/i

/** A form that asks who you are again. One with a new password is where you say it for the first time. */
const isLogin = (lines: string, said: string) => {
  const passwords = lines.split('\npassword').length
  // More than a name beside passwords is asked of new people.
  const isShort = lines.split('\n').length - passwords < 2
  return (
    /current-pass/i.test(lines) ||
    (passwords < 3
      ? !/new-pass/i.test(lines) &&
        !newWords.test(said) &&
        (/@.*username/i.test(lines) ||
          // Who is new says how to be reached.
          (passwords > 1 && !contactWords.test(lines)) ||
          ((isShort || passwords > 1) && (knownWords.test(said) || knownPath.test(location.pathname))) ||
          (isShort &&
            (passwords > 1 ? moreWords.test(said) && !newWords.test(location.pathname) : forgottenWords.test(said))))
      : // The old one, the new one, and the new one again.
        isShort && (passwords > 3 || (!newWords.test(said) && forgottenWords.test(said))))
  )
}

/** A search box. Inside a lead form it has an address beside it. */
const isSearch = (form: Element, lines: string, said: string) =>
  closest(form, 'search,[role=search]') ||
  (!contactWords.test(lines) &&
    /(^|[^a-z])(search|busca|pesquis|procur|recherch|such[et])|^\S+ (q|s|query|key\w*|term\w*) /im.test(said + lines))
