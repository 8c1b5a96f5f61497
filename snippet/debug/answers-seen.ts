// Watches the requests to the collector from outside, as the browser's timing reports them: the status of an answer,
// and that there was none.

import { leadsUrl } from './settings.ts'

/** `responseStatus` is younger than our types' library in some browsers, and absent in old ones. */
type Timing = PerformanceResourceTiming & { readonly responseStatus?: number }

/** Calls with the status of each answer: 0 for none that the page may read, undefined where the browser tells no status. */
export const watchAnswers = (onAnswer: (status: number | undefined) => void): void =>
  new PerformanceObserver(list => {
    // Nobody hears the answer to a beacon.
    for (const { name, initiatorType, responseStatus } of list.getEntries() as Timing[])
      if (initiatorType === 'fetch' && name.startsWith(leadsUrl)) onAnswer(responseStatus)
  }).observe({ type: 'resource', buffered: true })
