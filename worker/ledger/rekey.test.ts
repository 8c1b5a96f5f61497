// Leads that an older version filed under other keys are found again.

import { expect, test } from 'vitest'
import { submissionsFoldedMax } from '../../shared/limits.ts'
import { anInput, emailKey, leadIdOf, ledgerOf, submissionIdOf } from '../../test/support/node-ledger.ts'
import { accept } from './accept.ts'
import { packBlockMacs, readBlockMacs } from './block-macs.ts'
import { findSubmission } from './delivery-rows.ts'
import { erase } from './erase.ts'
import type { Blob } from './port.ts'
import { type MadeKeys, rekey, rekeySpam } from './rekey.ts'
import { personsWith, readSealedLead } from './sealed-lead.ts'

const older = emailKey('ana.older@example.com')
const newer = emailKey('ana@example.com')
const blocksOf = (...first: readonly number[]) => packBlockMacs(first.map(byte => new Uint8Array(8).fill(byte)))
const made: MadeKeys = { keys: [newer], blockKeys: blocksOf(2, 3) }
const blocks = (ledger: ReturnType<typeof ledgerOf>) =>
  readBlockMacs(ledger.all<{ macs: Blob }>('select block_keys as macs from leads where id = ?', leadIdOf(1))[0]?.macs)

test('finds a lead by the keys of today, and no longer by the old ones', async () => {
  const ledger = ledgerOf(anInput(1, { keys: [older], blockKeys: blocksOf(1) }))
  await rekey(ledger, leadIdOf(1), async submissions => submissions.map(() => made))
  expect([personsWith(ledger, newer), personsWith(ledger, older)]).toEqual([[leadIdOf(1)], []])
  expect(blocks(ledger)).toEqual(readBlockMacs(made.blockKeys))
  expect(accept(ledger, anInput(2, { keys: [newer], joinBy: newer }))).toMatchObject({ leadId: leadIdOf(1) })
})

test('keys what arrives while the keys are made, too', async () => {
  const ledger = ledgerOf(anInput(1, { keys: [older], joinBy: older }))
  const seen: number[] = []
  await rekey(ledger, leadIdOf(1), async submissions => {
    if (seen.push(submissions.length) === 1) accept(ledger, anInput(2, { keys: [older], joinBy: older }))
    return submissions.map(({ id }) =>
      id === submissionIdOf(1) ? made : { ...made, keys: [emailKey('b@example.com')] },
    )
  })
  expect(seen).toEqual([1, 2])
  expect(personsWith(ledger, emailKey('b@example.com'))).toEqual([leadIdOf(1)])
})

test('gives no keys to who is erased, also not while they are made', async () => {
  const ledger = ledgerOf(anInput(1, { keys: [older] }))
  await rekey(ledger, leadIdOf(1), async () => {
    erase(ledger, { keys: [older], jobId: 'job' })
    return [made]
  })
  expect(readSealedLead(ledger, leadIdOf(1))?.isErased).toBe(true)
  expect(personsWith(ledger, newer)).toEqual([])
})

test('leaves a lead under its old keys when its submissions do not open', async () => {
  const ledger = ledgerOf(anInput(1, { keys: [older] }))
  await expect(rekey(ledger, leadIdOf(1), () => Promise.reject(new Error('no key')))).rejects.toThrow('no key')
  expect(personsWith(ledger, older)).toEqual([leadIdOf(1)])
})

test('keeps the keys of what is folded no longer', async () => {
  const ledger = ledgerOf(anInput(1, { keys: [older], joinBy: older }))
  for (let n = 2; n <= submissionsFoldedMax + 1; n += 1) {
    const once = n === 2 ? [older, emailKey('once@example.com')] : [older]
    accept(ledger, anInput(n, { keys: once, joinBy: older }))
  }
  await rekey(ledger, leadIdOf(1), async submissions => submissions.map(() => made))
  for (const key of [newer, emailKey('once@example.com')]) expect(personsWith(ledger, key)).toEqual([leadIdOf(1)])
})

test('finds spam by the keys of today, for an erasure', async () => {
  const ledger = ledgerOf(anInput(1, { keys: [older], spam: 'honeypot_filled' }), anInput(2, { keys: [] }))
  const seen: string[] = []
  const keysOf = async ({ id }: { readonly id: string }) => {
    seen.push(id)
    return [newer]
  }
  await rekeySpam(ledger, { after: submissionIdOf(1) }, keysOf)
  expect(seen).toEqual([])
  await rekeySpam(ledger, { after: '', last: submissionIdOf(1) }, keysOf)
  expect(seen).toEqual([submissionIdOf(1)])
  erase(ledger, { keys: [newer], jobId: 'job' })
  expect(findSubmission(ledger, submissionIdOf(1))).toMatchObject({ state: 'erased' })
})
