// Explains the snippet to who installs it, in the console: what is missing, which attributes do not exist, what became
// of each submission. A file of its own (`/lc-debug.js`), loaded with `data-debug`, with `?lead_debug=1` and without a
// key, so that nobody else carries it.

import { controlsOf } from '../dom.ts'
import type { LeadCapture, LeadEventName } from '../public-types.ts'
import { quietly } from '../quietly.ts'
import { collectorUrl } from '../settings.ts'

const attributes = 'intent field consent policy policy-version fill ignore error success'.split(' ')
const told = new Set<string>()

/** Says something once. */
const tellOnce = (text: string) => {
  if (told.has(text)) return
  told.add(text)
  console.warn(`[lead-capture] ${text}`)
}

/** Looks for attributes that we do not know. */
const checkAttributes = (element: Element) => {
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const word = /^data-lead-(.*)/.exec(name)?.[1]
    if (word && !attributes.includes(word))
      tellOnce(`LC12 unknown ${name}; there is data-lead, and data-lead- with: ${attributes.join(' ')}`)
  }
}

const checkForms = quietly(() => {
  for (const form of document.forms) for (const element of [form, ...controlsOf(form)]) checkAttributes(element)
})

const { leadCapture } = window as { leadCapture?: LeadCapture }
if (!collectorUrl) tellOnce('LC01 no site key: add data-key="pk_live_…" to the script')
for (const name of ['captured', 'accepted', 'rejected'] satisfies LeadEventName[])
  leadCapture?.on(name, event => console.log('[lead-capture]', name, event))
checkForms()
addEventListener('submit', checkForms, true)
