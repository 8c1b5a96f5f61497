// `GET /_crm`: the contacts as a page for people, so that a lead can be watched arriving. No script; everything that
// came from outside is escaped, and the policy forbids all but the style below.

import { createHash } from 'node:crypto'
import { type Answer, htmlAnswer } from './answer.ts'
import { allProperties } from './contact-object.ts'
import type { Contact } from './contact-store.ts'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
article { border: 1px solid #8884; border-radius: .5rem; margin: 1rem 0; padding: .5rem 1rem }
h2 { font-size: 1.1rem; margin: .25rem 0 }
h2 small { font-weight: normal; opacity: .75 }
table { border-collapse: collapse; width: 100% }
th, td { border-top: 1px solid #8883; padding: .2rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere }
th { font-weight: 500; width: 14rem }
`
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page of these contacts, newest first, out of `total`. It loads itself again every three seconds. */
export function contactsPage(contacts: readonly Contact[], total: number): Answer {
  const shown = total > contacts.length ? `, the latest ${contacts.length} are shown` : ''
  const list =
    contacts.length === 0
      ? '<p>No contact yet. Send a form of the demo site.</p>'
      : contacts.toReversed().map(articleOf).join('\n')
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3">
<title>Stand-in CRM: contacts</title>
<style>${style}</style>
</head>
<body>
<h1>Stand-in CRM</h1>
<p>Contacts: ${total}${shown}. It speaks HubSpot's contacts API and runs on this machine only.</p>
${list}
</body>
</html>
`
  return htmlAnswer(200, html, {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
}

function articleOf(contact: Contact): string {
  const rows = Object.entries(allProperties(contact))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
  const writes = contact.writes === 1 ? '1 write' : `${contact.writes} writes`
  return `<article>
<h2>Contact ${escapeHtml(contact.id)} <small>${writes}</small></h2>
<table>${rows.join('')}</table>
</article>`
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
