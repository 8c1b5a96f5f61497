// Explains the snippet to who installs it: in the console always, and with `?lead_debug=1` in a panel on the page too. A
// file of its own (`/lc-debug.js`), loaded by the snippet with `data-debug`, with `?lead_debug=1` and without a key, so
// that nobody else carries it. It asks the snippet itself, changes nothing of what the snippet does, and throws nothing.

import type { LeadCapture } from '../public-types.ts'
import { quietly } from '../quietly.ts'
import { checkAttributes } from './check-attributes.ts'
import { checkForms } from './check-forms.ts'
import { lookAtPage, type Overview } from './overview.ts'
import { openPanel } from './panel.ts'
import { watchSends } from './sends.ts'
import { collectorOrigin, settings, tagsFound } from './settings.ts'
import type { SnippetSeen } from './snippet-seen.ts'
import { tell } from './tell.ts'

/** Forms appear and consent changes without a sign that all pages give, so the page is looked at again. */
const lookMs = 1_000

/** Explains a snippet, as long as the page is there. It is the snippet that calls. */
export const explain = quietly((leadCapture: LeadCapture, snippet: SnippetSeen): void => {
  const hasKey = !!settings.key
  if (hasKey)
    tell('LC02', {
      endpoint: collectorOrigin,
      mode: `${settings.consent ?? 'noted'}`,
    })
  else tell('LC01')
  let show: ((overview: Overview) => void) | undefined
  const look = quietly(() => {
    const count = tagsFound().length
    if (count > 1) tell('LC03', { count }, tagsFound()[1])
    quietly(checkAttributes)()
    const overview = lookAtPage(snippet)
    if (hasKey) checkForms(overview.forms)
    show?.(overview)
  })
  quietly(watchSends)(leadCapture, snippet, look)
  if (/[?&]lead_debug=1/.test(location.search)) show = quietly(openPanel)(leadCapture, hasKey)
  const start = () => {
    look()
    setInterval(look, lookMs)
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
  else start()
})
