// The client of the accept measure: sends leads over a fixed number of connections that are kept open, each the next
// one as soon as it has its answer. Refuses to measure failures: any answer that is not the expected one throws.

import type { SentLead } from './a-lead.ts'

const answerMsMax = 60_000

export interface Load {
  readonly leads: readonly SentLead[]
  readonly connections: number
  readonly urlFor: (lead: SentLead) => string
  /** Whether the lead was taken. */
  readonly isTaken: (status: number, body: string) => boolean
}

/** Sends all leads. Returns what each took, in milliseconds on the client's clock. */
export async function sendLeads({ leads, connections, urlFor, isTaken }: Load): Promise<number[]> {
  const latenciesMs: number[] = []
  const queue = leads.values()
  const sendNext = async () => {
    // The connections share one iterator, so that each lead is sent once and the loop ends with the leads.
    for (const lead of queue) {
      const startedAt = performance.now()
      const response = await fetch(urlFor(lead), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: lead.body,
        signal: AbortSignal.timeout(answerMsMax),
      })
      const body = await response.text()
      latenciesMs.push(performance.now() - startedAt)
      if (!isTaken(response.status, body)) throw new Error(`a lead was not taken: ${response.status} ${body}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, sendNext))
  return latenciesMs
}
