// The edge of a run: the pipeline of the Worker, from a body to an answer, on a machine that may die.

import { problemBody } from '../shared/problem.ts'
import type { Env } from '../worker/env.ts'
import { receive } from '../worker/pipeline.ts'
import { readSites } from '../worker/receive/sites.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface EdgeParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly env: Env
  /** A 202 has left for this submission: from now on it is ours. */
  readonly onAcknowledged: (id: string) => void
}

/** A status, or nothing: the connection broke, or the answer took too long for anyone to wait. */
export type Answered = (status: number | undefined) => void

/** Takes a body as `POST /v1/leads` does after its guards. */
export function edgeOf({ time, dice, faults, env, onAcknowledged }: EdgeParts) {
  const leave = (status: number, id: string, answered: Answered) => {
    if (status === 202) onAcknowledged(id)
    const isLate = faults.strikes('answer-late')
    time.after(isLate ? dice.between(16_000, 60_000) : dice.between(5, 80), () => answered(status))
  }
  const work = async (body: string, answered: Answered) => {
    const [site] = readSites(env).values()
    if (!site) throw new Error('no site')
    const bytes = new Uint8Array(new TextEncoder().encode(body))
    const received = { bytes, mediaType: 'text/plain', contentType: 'text/plain;charset=UTF-8' } as const
    const result = await receive(env, { site, body: received, receivedAt: time.wall() })
    if (faults.strikes('edge-dies-after')) return
    if (result.ok) leave(202, result.value.id, answered)
    else leave(problemBody(result.error, 'en', 'https://leads.example.com').status, '', answered)
  }
  return (body: string, answered: Answered): void => {
    const ms = faults.strikes('request-late') ? dice.between(16_000, 120_000) : dice.between(10, 150)
    time.after(ms, () => {
      if (faults.strikes('edge-dies-first')) return
      // What the pipeline throws is answered 500 by the Worker's own handler.
      work(body, answered).catch(() => leave(500, '', answered))
    })
  }
}
