// The texts by which two submissions are known to be of one person. They are never stored: the ledger keeps their HMAC.
// Trusts that its input is normalized. Equal keys mean the same mailbox or the same line, nothing more.

/**
 * The whole address as its owner writes it, lower case and NFC. Dots and `+tags` count: folding them is right at some
 * providers and merges two people at others, and a wrong merge loses a lead.
 */
export function emailMatchKey(email: string): string {
  return email.trim().toLowerCase().normalize('NFC')
}

/** The number in E.164. The extension is no part of it: a switchboard is one line. */
export function phoneMatchKey(e164: string): string {
  return e164.trim()
}
