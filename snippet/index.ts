// The snippet: starts once on a page, watches its forms, and answers window.leadCapture. Whatever happens in here, the
// page never hears of it: the build puts the whole of it into a try.

import { api } from './api.ts'
import { touches } from './attribution.ts'
import { currentConsent } from './consent.ts'
import { checkConsent, leave } from './delivery.ts'
import { readForm } from './fields.ts'
import { settleAll } from './forms.ts'
import { passwords } from './privacy.ts'
import type { LeadCapture } from './public-types.ts'
import { quietly } from './quietly.ts'
import { bindWindow } from './roots.ts'
import { collectorUrl, debugUrl, settings } from './settings.ts'

/** Consent platforms have no common way to be heard, so they are asked, and listeners may have been lost. */
const lookMs = 1_000

/** A call made before we were there: method, arguments, and who waits for the answer. */
type Call = [keyof LeadCapture, unknown[], (answer: unknown) => void]

/** The calls that the stub took. It hands each one to `push`. */
interface Queue {
  push: (call: Call) => unknown
  forEach(run: (call: Call) => unknown): void
}

interface Page {
  leadCapture?: Partial<LeadCapture> & { q?: Queue }
}

const earlier = (window as Page).leadCapture

// With a queue it is the stub. Without one it is us, loaded twice. A form with that id has a `submit` too, but no `on`.
if (!earlier?.on || earlier.q) {
  ;(window as Page).leadCapture = api
  // Before the first look: what was said about consent counts from the start. Who kept the stub goes on calling it.
  if (earlier?.q)
    quietly((q: Queue) => {
      q.push = ([method, args, answer]) => answer((api[method] as (...args: unknown[]) => unknown)(...args))
      q.forEach(q.push)
    })(earlier.q)
  if (collectorUrl) {
    const onLeave = quietly(() => {
      settleAll()
      leave()
    })
    const watch = quietly(() => {
      bindWindow(window)
      addEventListener('pagehide', onLeave)
      // Also when the page comes back, where nothing is left to do.
      addEventListener('visibilitychange', onLeave)
    })
    watch()
    setInterval(() => {
      checkConsent()
      // Again and again: document.open() takes every listener away, and a frame may never finish loading.
      watch()
    }, lookMs)
    // In a task of its own: nobody waits for it.
    setTimeout(checkConsent)
  }
  // Who installs us is told what we see by a file of its own, which nobody else loads.
  if (!collectorUrl || settings.debug || settings.debug === '' || /[?&]lead_debug=1/.test(location.search))
    import(debugUrl())
      .then(({ explain }) => explain(api, { readForm, consent: currentConsent, touches: () => touches, passwords }))
      .catch(() => {})
}
