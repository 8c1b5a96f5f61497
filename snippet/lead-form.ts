// Decides whether a form is a lead form. Every form is, unless it is ignored, untagged on a page that wants tags, a
// login or a site search.

import { closest } from './dom.ts'
import { isIgnored } from './privacy.ts'
import { settings } from './settings.ts'

/**
 * True when what is submitted with this form is a lead.
 * @param lines what its controls call themselves, a line each: `type name #id #value @autocomplete`
 */
export const isLeadForm = (form: Element, lines: string): boolean =>
  !isIgnored(form) &&
  (Element.prototype.matches.call(form, '[data-lead],[data-lead-intent]') ||
    (settings.auto !== 'off' && !isLogin(form, lines) && !isSearch(form, lines)))

/** A form that asks who you are again. One with a new password is where you say it for the first time. */
const isLogin = (form: Element, lines: string) =>
  !/new-pass/i.test(lines) &&
  (/current-pass|@.*username/i.test(lines) ||
    // One password: two are a registration.
    (lines.split('\npassword').length === 2 &&
      // A registration links to the login, so what links say does not count.
      /(log|sign).?[io]n|auth(?!entici)|sess?i|entrar|a(cess|cced)/i.test(
        lines + `${form.innerHTML}`.replace(/<a[ >].*?<\/a>|<.*?>/gs, ''),
      )))

/** A search box. Inside a lead form it has an address beside it. */
const isSearch = (form: Element, lines: string) =>
  closest(form, 'search,[role=search]') ||
  (/^(search|\S* (search|q|s|query|keywords?|busca\w*|pesquisa\w*|\S* \S*\/(search|busca\w*)))(\s|$)/im.test(lines) &&
    !/mail|tel|phone|celu|whats/i.test(lines))
