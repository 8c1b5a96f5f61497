// The texts by which two submissions are known to be of one person. They are never stored: the ledger keeps their HMAC.
// Trusts that its input is normalized. Equal keys mean the same mailbox or the same line, nothing more.
// A wrong merge loses a lead, so two spellings are one key only where the provider itself says that they are one mailbox;
// at every other domain dots and `+tags` count, because there they may be two people.

/** One text for all addresses of a mailbox. */
export function emailMatchKey(email: string): string {
  const text = email.trim().toLowerCase().normalize('NFC')
  const at = text.lastIndexOf('@')
  if (at < 1) return text
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  // "Dots don't matter in Gmail addresses" and "Create task-specific email addresses" (support.google.com/mail/answer/7436150
  // and /12096). Two dots in a row are in no Gmail address, so they stay and the key is of nobody else. In Google Workspace
  // dots do count: only Gmail's own two domains are folded.
  if (domain === 'gmail.com' || domain === 'googlemail.com')
    return `${untagged(local).replace(/(?<!\.)\.(?!\.)/g, '')}@gmail.com`
  // One mailbox answers at all of these (yandex.com/support/domain/additional/mailbox-alias.xml).
  if (yandexDomains.has(domain)) return `${local}@yandex.ru`
  return `${tagging.test(domain) ? untagged(local) : local}@${domain}`
}

/** The number in E.164. The extension is no part of it: a switchboard is one line. */
export function phoneMatchKey(e164: string): string {
  return e164.trim()
}

const yandexDomains = new Set('yandex.ru ya.ru yandex.com yandex.by yandex.kz yandex.ua'.split(' '))

/**
 * Consumer services that give nobody an address with a plus in it and deliver one to the mailbox before the plus: Hotmail
 * and Outlook.com (plus addressing, since 2013), Fastmail (fastmail.help, "Plus addressing and subdomain addressing", read
 * 2026-11-24) and Proton Mail ("Addresses and aliases"). iCloud does so too, but Apple does not say it. A provider's domains
 * are not folded into each other, and each is listed: `live.tv` is somebody else's.
 */
const tagging =
  /^(?:msn\.com|fastmail\.(?:com|fm)|proton\.me|protonmail\.com|pm\.me|outlook\.(?:com(?:\.(?:br|ar|au|gr|tr|vn|pe))?|cl|es|pt|fr|de|it|at|be|dk|ie|in|jp|kr|cz|sk|hu|sa|sg|ph|my|lv|co\.(?:id|il|th))|hotmail\.(?:com(?:\.(?:br|ar|au|mx|tr))?|cl|es|fr|it|de|be|nl|dk|se|no|fi|ca|ch|gr|co\.(?:uk|jp|th|il|za|kr|nz))|live\.(?:com(?:\.(?:ar|mx|pt|au|sg|my|ph))?|cl|fr|it|nl|de|at|be|ca|dk|se|no|ie|fi|jp|hk|in|ru|cn|co\.(?:uk|za|kr)))$/

/** The local part before its tag; all of it when nothing stands before the plus. */
function untagged(local: string): string {
  const plus = local.indexOf('+')
  return plus > 0 ? local.slice(0, plus) : local
}
