// Leads that are refused for one field are sent again without it, and everything else is left alone.

import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { fieldsLeftOutMax } from '../../shared/limits.ts'
import { err, ok } from '../../shared/result.ts'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { deliverFitting } from './deliver-fitting.ts'
import type { DeliveryIo } from './destination.ts'

const io: DeliveryIo = { call: async () => ({ kind: 'unsent' }), secret: () => undefined, now: () => 0 }
const delivered: DeliveryOutcome = { kind: 'delivered', externalId: idOf(1) }
const refused = (field: string): DeliveryOutcome => ({ kind: 'rejected', reason: 'invalid_value', field })

/** A destination of fields `a` and `b` that can be spared, and what is answered to the fields that were left out. */
async function delivering(answers: (without: readonly string[]) => DeliveryOutcome, count = 1) {
  const sent: string[] = []
  const outcomes = await deliverFitting<undefined, { n: number; dropped: readonly string[] }>(
    {
      prepare: lead =>
        lead.revision === 9 ? err({ reason: 'too_large', field: 'x' }) : ok({ n: lead.revision, dropped: [] }),
      deliver: async prepared => {
        sent.push(prepared.map(({ n, dropped }) => `${n}-${dropped.join('')}`).join(' '))
        return prepared.map(({ dropped }) => answers(dropped))
      },
      without: (one, field) => ('ab'.includes(field) ? { ...one, dropped: [...one.dropped, field] } : undefined),
      dropped: ({ dropped }) => dropped,
    },
    undefined,
    Array.from({ length: count }, (_, at) => aLead(1, { revision: at + 1 })),
    io,
  )
  return { outcomes, sent }
}

test('delivers without a field that is refused, and tells its name', async () => {
  const { outcomes, sent } = await delivering(without => (without.includes('a') ? delivered : refused('a')))
  expect(outcomes).toEqual([{ ...delivered, dropped: ['a'] }])
  expect(sent).toEqual(['1-', '1-a'])
})

test('sends only those again that were refused, all in one go, and keeps the order', async () => {
  let calls = 0
  const { outcomes, sent } = await delivering(without => {
    calls += 1
    return without.length > 0 || calls === 2 ? delivered : refused('b')
  }, 3)
  expect(sent).toEqual(['1- 2- 3-', '1-b 3-b'])
  expect(outcomes).toEqual([{ ...delivered, dropped: ['b'] }, delivered, { ...delivered, dropped: ['b'] }])
})

test('says what was wrong first when it is refused again, and stops after the fields that it may leave out', async () => {
  const { outcomes, sent } = await delivering(without => refused(without.length % 2 === 0 ? 'a' : 'b'))
  expect(outcomes).toEqual([refused('a')])
  expect(sent).toHaveLength(1 + fieldsLeftOutMax)
})

test('takes a failure of the second call for what it is', async () => {
  const lost: DeliveryOutcome = { kind: 'retry', reason: 'timeout', isAmbiguous: true }
  expect((await delivering(without => (without.length > 0 ? lost : refused('a')))).outcomes).toEqual([lost])
})

test.each<DeliveryOutcome>([
  refused('id'),
  { kind: 'rejected', reason: 'invalid_value' },
  { kind: 'rejected', reason: 'missing_required', field: 'a' },
  { kind: 'rejected', reason: 'refused', field: 'a' },
  { kind: 'blocked', reason: 'misconfigured' },
  { kind: 'retry', reason: 'rate_limited', afterSeconds: 7 },
])('sends nothing again after %j', async outcome => {
  const { outcomes, sent } = await delivering(() => outcome)
  expect(outcomes).toEqual([outcome])
  expect(sent).toHaveLength(1)
})

test('rejects what fails preflight without a call, and sends the others', async () => {
  const { outcomes, sent } = await delivering(() => delivered, 9)
  expect(outcomes.at(-1)).toEqual({ kind: 'rejected', reason: 'too_large', field: 'x' })
  expect(outcomes.slice(0, -1)).toEqual(Array.from({ length: 8 }, () => delivered))
  expect(sent).toEqual(['1- 2- 3- 4- 5- 6- 7- 8-'])
})
