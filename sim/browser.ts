// The pages of a run: each submission is sent under one id and with one body until it is confirmed, as the snippet does
// (snippet/delivery.ts, whose waits between attempts are used here). Its orchestration is modelled, since it needs a DOM.

import { outboxDaysMax } from '../shared/limits.ts'
import { retryDelayMs } from '../snippet/retry-delay.ts'
import type { Dice } from './dice.ts'
import type { Answered } from './edge.ts'
import type { Faults } from './faults.ts'
import type { Visit } from './people.ts'
import type { VirtualTime } from './virtual-time.ts'

/** How long a page waits for an answer (snippet/transport.ts). */
const answerMsMax = 15_000

export interface BrowserParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly post: (body: string, answered: Answered) => void
}

/** Plans a visit: when its time comes, its submission is sent. */
export function browserOf({ time, dice, faults, post }: BrowserParts): (visit: Visit) => void {
  return visit => {
    time.after(visit.at, () => {
      if (faults.strikes('tab-closes-for-good')) return
      const laterMs = faults.strikes('tab-closes-first') ? dice.between(300_000, 3_600_000) : 0
      time.after(laterMs, () => deliver(visit))
    })
  }

  function deliver(visit: Visit): void {
    const until = time.elapsed() + outboxDaysMax * 86_400_000
    let attempts = 0
    const again = () => {
      attempts += 1
      if (time.elapsed() < until) time.after(retryDelayMs(attempts, dice.roll()), attempt)
    }
    const attempt = () => {
      if (faults.strikes('goes-offline')) {
        time.after(dice.between(10_000, 600_000), attempt)
        return
      }
      if (faults.strikes('sends-two-ways')) post(visit.body, () => {})
      let isDone = false
      const giveUp = time.after(answerMsMax, () => {
        isDone = true
        again()
      })
      post(visit.body, status => {
        if (isDone) return
        isDone = true
        giveUp()
        if (status === 202) afterwards(visit)
        else if (status === undefined || status >= 500) again()
      })
    }
    attempt()
  }

  function afterwards(visit: Visit): void {
    if (faults.strikes('sends-after-answer')) {
      time.after(dice.between(1_000, 1_200_000), () => post(visit.body, () => {}))
    }
    if (faults.strikes('reuses-id')) {
      const other = visit.body.replace('"title":"Contact"', '"title":"Copied"')
      time.after(dice.between(1_000, 60_000), () => post(other, () => {}))
    }
  }
}
