// HubSpot: the original source in a record never moves, unless an earlier touch turns up.

import { expect, test } from 'vitest'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { noon } from '../../test/support/node-ledger.ts'
import { answer, delivering, inputsOf, type Script, written } from '../../test/support/scripted-hubspot.ts'
import type { HttpAnswer } from '../platform/http.ts'

const source = 'lead_capture_original_source'
const at = 'lead_capture_original_at'
const isoOf = (ms: number) => new Date(ms).toISOString()

/** A HubSpot that answers a look with this and takes every write. */
const holding =
  (held: HttpAnswer): Script =>
  request =>
    request.method === 'GET' ? held : answer(200, written(request))
const contact = (properties: object) => answer(200, { id: '500', properties })
const known = aLead(1, { revision: 2 })

test.each<[string, HttpAnswer, boolean]>([
  ['where the record has none', contact({ [source]: '', [at]: '' }), true],
  ['where there is no record', answer(404, { category: 'OBJECT_NOT_FOUND' }), true],
  ['over the same touch', contact({ [source]: 'newsletter', [at]: isoOf(noon) }), true],
  ['over a later touch of ours', contact({ [source]: 'google', [at]: isoOf(noon + 1) }), true],
  ['not over an earlier touch', contact({ [source]: 'google', [at]: isoOf(noon - 1) }), false],
  ['not over a source that was there before us', contact({ [source]: 'fair' }), false],
  ['not over one with a time that says nothing', contact({ [source]: 'fair', [at]: 'spring' }), false],
])('writes the original source %s', async (_, held, isWritten) => {
  const { outcomes, calls } = await delivering(holding(held), [known])
  expect(outcomes).toMatchObject([{ kind: 'delivered', externalId: idOf(1) }])
  const [properties] = calls.flatMap(inputsOf).map(input => input.properties)
  expect(properties).toMatchObject({ lead_capture_revision: '2', lead_capture_latest_source: 'newsletter' })
  expect(Object.keys(properties ?? {}).some(name => /original|^utm_/.test(name))).toBe(isWritten)
})

test('looks by our id, and only at leads that may be there already', async () => {
  const { calls } = await delivering(holding(answer(404, {})), [aLead(1), aLead(2, { revision: 2 }), aLead(3)])
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST'])
  expect(calls[0]?.url).toContain(`/${idOf(2)}?idProperty=lead_capture_id&`)
})

test.each<[string, HttpAnswer, object]>([
  ['a 503', answer(503, ''), { kind: 'retry', reason: 'server_error' }],
  ['a timeout', { kind: 'timeout' }, { kind: 'retry', reason: 'timeout' }],
  ['a 200 with HTML', answer(200, '<html>'), { kind: 'retry', reason: 'unreadable_answer' }],
  ['a 401', answer(401, {}), { kind: 'blocked', reason: 'unauthorized' }],
])(
  'writes nothing after a look that ended with %s, and delivers the others in their places',
  async (_, held, outcome) => {
    const { outcomes, calls } = await delivering(holding(held), [aLead(3), known, aLead(2)])
    expect(outcomes).toMatchObject([{ kind: 'delivered', externalId: idOf(3) }, outcome, { externalId: idOf(2) }])
    expect(outcomes[1]).not.toHaveProperty('isAmbiguous')
    expect(calls.flatMap(inputsOf).map(({ id }) => id)).toEqual([idOf(3), idOf(2)])
  },
)

test('calls only to look where every look fails', async () => {
  const { calls } = await delivering(holding(answer(503, '')), [known])
  expect(calls.map(({ method }) => method)).toEqual(['GET'])
})
