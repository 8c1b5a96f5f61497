// The snippet as a module: `import { submit } from 'lead-capture'`. Importing it does nothing, so that it may be
// rendered on a server; the first call starts the snippet, unless the page's tag already did.

import type { LeadCapture, LeadCaptureConfig, SubmitResult } from './public-types.ts'

export type * from './public-types.ts'

type Page = { leadCapture?: LeadCapture; leadCaptureConfig?: LeadCaptureConfig }

let loading: Promise<LeadCapture | undefined> | undefined

const load = (): Promise<LeadCapture | undefined> => {
  if (!loading) {
    // Evaluated on this first call only: the snippet reads the DOM as it starts.
    loading = typeof window === 'undefined' ? Promise.resolve(undefined) : import('./index.ts').then(loaded, loaded)
  }
  return loading
}
const loaded = () => (window as Page).leadCapture

/** Starts the snippet on this page, if it was not started yet. */
export const start = (config?: LeadCaptureConfig): void => {
  if (config && typeof window !== 'undefined') (window as Page).leadCaptureConfig = config
  void load()
}

/** Submits a lead. On a server, where there is nobody to submit, the answer is `rejected`. */
export const submit: LeadCapture['submit'] = async (fields, options): Promise<SubmitResult> => {
  const api = await load()
  return api ? api.submit(fields, options) : { id: '', status: 'rejected', issues: [] }
}

/** Says what the person allowed. */
export const consent: LeadCapture['consent'] = state => {
  void load().then(api => api?.consent(state))
}

/** Listens for what becomes of submissions; the answer stops listening. */
export const on: LeadCapture['on'] = (event, listener) => {
  let stop = () => {}
  let isStopped = false
  void load().then(api => {
    if (api && !isStopped) stop = api.on(event, listener)
  })
  return () => {
    isStopped = true
    stop()
  }
}
