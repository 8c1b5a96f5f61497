// The snippet: starts once on a page, watches its forms, and answers window.leadCapture. Whatever happens in here, the
// page never hears of it.

import { buildApi } from './api.ts'
import { startDelivery } from './delivery.ts'
import { watchForms } from './forms.ts'
import type { LeadCapture } from './public-types.ts'
import { watchRoots } from './roots.ts'
import { readSettings } from './settings.ts'

/** Consent platforms have no common way to be heard, so they are asked. Five property reads a time. */
const consentCheckMs = 1_000

/** A call made before we were there: method, arguments, and who waits for the answer. */
type Call = [keyof LeadCapture, unknown[], (answer: unknown) => void]

const start = () => {
  const page = window as { leadCapture?: Partial<LeadCapture> & { q?: Call[] } }
  const waiting = page.leadCapture
  if (waiting && waiting.submit && !waiting.q) return
  const settings = readSettings()
  const delivery = startDelivery(settings, (result, { wire }) => {
    const name = result.status === 'rejected' ? 'rejected' : result.status === 'queued' ? undefined : 'accepted'
    if (name) emit(name, { ...result, form: (wire && wire.form && wire.form.name) || '' })
    say(result.status, result)
  })
  const { api, emit } = buildApi({
    ...delivery,
    send: submission => {
      delivery.checkConsent()
      emit('captured', { id: submission.id, form: (submission.wire?.form || {}).name || '' })
      delivery.send(submission)
    },
  })
  const say = (...words: unknown[]) => {
    if (settings.isDebug) console.info('[lead-capture]', ...words)
  }
  page.leadCapture = api
  for (const [method, args, answer] of (waiting && waiting.q) || []) {
    answer((api[method] as (...args: unknown[]) => unknown)(...args))
  }
  if (!settings.collectorUrl) {
    return console.warn(
      '[lead-capture] no site key: add data-key="pk_live_…" to the script tag, or set leadCaptureConfig',
    )
  }
  setInterval(delivery.checkConsent, consentCheckMs)
  const forms = watchForms(settings, {
    ...delivery,
    send: submission => {
      delivery.checkConsent()
      emit('captured', { id: submission.id, form: (submission.wire?.form || {}).name || '' })
      delivery.send(submission)
    },
  })
  watchRoots(forms)
  const leave = () => {
    forms.settleAll()
    delivery.leave()
  }
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
  })
}

try {
  start()
} catch {
  // A browser without what we need, or a page that took it away: the page goes on without us.
}
