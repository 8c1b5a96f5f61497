// How people leave a page in the moment that they submit its form, and what the collector is doing meanwhile. The page
// that leaves is a window of its own, opened by one that stays and closes it. Where a page cannot open windows it is the
// driver's tab, and asks the driver by a request to close it.

import type { Fault } from '../support/collector-server.ts'

/** One way to leave. */
export interface Leaving {
  readonly name: string
  /** Attributes of the form. */
  readonly form?: string
  /** What the page's own handler does when the form is submitted. Without one the browser submits natively. */
  readonly onSubmit?: string
  /** What submits, where it is not a click's `requestSubmit()`. */
  readonly submit?: string
  /** Where the window is before it comes to the form. */
  readonly from?: string
}

const closing = (ms: number): Leaving => ({
  name: `the tab is closed after ${ms} ms`,
  onSubmit: `event.preventDefault(); closeAfter(${ms})`,
})

export const leavings: readonly Leaving[] = [
  { name: 'a native POST', form: 'method="post" action="/sink"' },
  { name: 'a native GET', form: 'action="/sink"' },
  { name: 'form.submit()', form: 'method="post" action="/sink"', submit: 'f.submit()' },
  { name: 'a new tab', form: 'method="post" action="/sink" target="_blank"' },
  { name: 'location.href', onSubmit: "event.preventDefault(); location.href = '/sink'" },
  { name: 'window.close()', onSubmit: 'event.preventDefault(); opener ? window.close() : closeAfter(0)' },
  closing(0),
  closing(20),
  closing(100),
  { name: 'reload', onSubmit: 'event.preventDefault(); location.reload()' },
  { name: 'back', onSubmit: 'event.preventDefault(); history.back()', from: '/before' },
  { name: 'another route', onSubmit: "event.preventDefault(); history.pushState(null, '', '/route')" },
  {
    name: 'a download',
    onSubmit:
      "event.preventDefault(); Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'guia.txt' }).click()",
  },
]

/** What the collector does with the requests of one run, in their order; after these it answers at once. */
export const collectors: Readonly<Record<string, readonly Fault[]>> = {
  'answers at once': [],
  'is slow': Array.from({ length: 4 }, () => ({ delayMs: 1_500 })),
  'fails, then works': [{ status: 503 }, { status: 503 }],
  'is gone, then back': Array.from({ length: 4 }, () => ({ reset: true })),
}

/** What a page asks the driver by: to close it after so many milliseconds. */
export const closeRequest = /^GET \/sink\?close=(\d+)$/

const consent = '<script>window.leadCapture.consent(true)</script>'

/** The pages of a run, by path. */
export const pagesOf = ({ form = '', onSubmit = '', submit = 'f.requestSubmit()', from }: Leaving) => ({
  '/opener': `<!doctype html><title>Opener</title><button>Open</button><script>
    const closeAfter = (child, ms) => setTimeout(() => child.close(), ms)
    document.querySelector('button').onclick = () => open('${from ?? '/form'}')
  </script>`,
  // History has an entry for a page only after it was there for a moment.
  '/before': `<!doctype html><title>Before</title><script>
    onload = () => setTimeout(() => { if (!name) location.href = '/form' }, 50)
  </script>`,
  '/form': `<!doctype html><title>Form</title><!-- SNIPPET -->${consent}
    <form id="f" ${form}><input name="email" value="ana@example.com"></form><script>
    const closeAfter = ms => (opener ? opener.closeAfter(window, ms) : (new Image().src = '/sink?close=' + ms))
    f.addEventListener('submit', event => { ${onSubmit} })
    // A reloaded window has its name already, and submits nothing a second time.
    onload = () => setTimeout(() => { if (name) return; name = 'was here'; ${submit} }, 50)
  </script>`,
  '/next': `<!doctype html><title>Next</title><!-- SNIPPET -->${consent}`,
  '/unsubmitted': `<!doctype html><title>Form</title><!-- SNIPPET -->${consent}
    <form method="post" action="/sink"><input name="email" value="ana@example.com"><button>Send</button></form>`,
})
