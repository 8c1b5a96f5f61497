// Explains the snippet to who installs it: in the console always, and with `?lead_debug=1` in a panel on the page too. A
// file of its own (`/lc-debug.js`), loaded by the snippet with `data-debug`, with `?lead_debug=1` and without a key, so
// that nobody else carries it. It looks from outside, changes nothing of what the snippet does, and throws nothing.

import type { LeadCapture } from '../public-types.ts'
import { quietly } from '../quietly.ts'
import { checkAttributes } from './check-attributes.ts'
import { checkForms } from './check-forms.ts'
import { hearConsent } from './consent-seen.ts'
import { lookAtPage, type Overview } from './overview.ts'
import type { openPanel } from './panel.ts'
import { watchSends } from './sends.ts'
import { collectorOrigin, settings, tagsFound } from './settings.ts'
import { tell } from './tell.ts'

/** Forms appear and consent changes without a sign that all pages give, so the page is looked at again. */
const lookMs = 1_000

const explain = quietly((leadCapture: LeadCapture): void => {
  const hasKey = !!settings.key
  if (hasKey)
    tell('LC02', {
      endpoint: collectorOrigin,
      mode: `${settings.consent ?? 'noted'}`,
    })
  else tell('LC01')
  quietly(hearConsent)(leadCapture)
  let show: ((overview: Overview) => void) | undefined
  const look = quietly(() => {
    const count = tagsFound().length
    if (count > 1) tell('LC03', { count }, tagsFound()[1])
    quietly(checkAttributes)()
    const overview = lookAtPage()
    if (hasKey) checkForms(overview.forms)
    show?.(overview)
  })
  quietly(watchSends)(leadCapture, look)
  if (/[?&]lead_debug=1/.test(location.search))
    loadPanel()
      .then(panel => {
        show = panel.openPanel(leadCapture, hasKey)
        look()
      })
      // A policy that allows only what it names may refuse it. The console explains all the same.
      .catch(() => {})
  const start = () => {
    look()
    setInterval(look, lookMs)
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
  else start()
})

/** The panel is beside this file: with `data-debug` alone nobody needs it. */
const loadPanel = (): Promise<{ openPanel: typeof openPanel }> =>
  import(`${new URL('lc-debug-panel.js', import.meta.url)}`)

const { leadCapture } = window as { leadCapture?: LeadCapture }
if (leadCapture) explain(leadCapture)
