// Accepting: one submission is one row, one address is one lead, and a repetition changes nothing.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { submissionsFoldedMax } from '../../shared/limits.ts'
import {
  anInput,
  bytesOf,
  crm,
  deliveryOf,
  emailKey,
  hook,
  leadIdOf,
  ledgerOf,
  nodeLedger,
  noon,
  phoneKey,
  rowsOf,
  sealedOf,
  submissionIdOf,
} from '../../test/support/node-ledger.ts'
import { accept, addToFolded, type FoldedList } from './accept.ts'
import { deliveriesOf, findSubmission, listDeliveries } from './delivery-rows.ts'
import { dueDeliveries } from './owed.ts'
import { migrate } from './schema.ts'
import { listLeadIds, readLeadKeys, readSealedLead } from './sealed-lead.ts'
import { listSpam } from './spam.ts'

test('files a new person under a new lead and owes it to every destination at once', () => {
  const ledger = nodeLedger()
  expect(accept(ledger, anInput(1, { destinations: [crm, hook] }))).toMatchObject({
    kind: 'accepted',
    leadId: leadIdOf(1),
  })
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([
    { id: deliveryOf(1, crm), state: 'pending', dueAt: noon, owedSince: noon, wantedRevision: 1, attempts: [] },
    { id: deliveryOf(1, hook), state: 'pending', dueAt: noon, owedSince: noon, wantedRevision: 1, attempts: [] },
  ])
  expect(findSubmission(ledger, submissionIdOf(1))).toMatchObject({ state: 'lead', leadId: leadIdOf(1) })
  expect(findSubmission(ledger, submissionIdOf(2))).toBeUndefined()
})

test('answers the same id with the same bytes as the first time and writes nothing', () => {
  const issues = [{ field: 'tel', code: 'invalid_phone' }] as const
  const ledger = ledgerOf(anInput(1, { issues }))
  const again = accept(ledger, anInput(1, { issues: [], newLeadId: leadIdOf(9), sealed: sealedOf('other') }))
  expect(again).toEqual({ kind: 'duplicate', issues })
  expect(rowsOf(ledger, 'submissions')).toBe(1)
  expect(rowsOf(ledger, 'leads')).toBe(1)
  expect(readSealedLead(ledger, leadIdOf(1))?.revision).toBe(1)
})

test.each(['another body', 'body 1 and more', ''])('refuses the same id with other bytes: %j', body => {
  const ledger = ledgerOf(anInput(1))
  expect(accept(ledger, anInput(1, { bodyMac: bytesOf(body) }))).toEqual({ kind: 'id-reused' })
  expect(rowsOf(ledger, 'submissions')).toBe(1)
  expect(accept(ledger, anInput(1))).toMatchObject({ kind: 'duplicate' })
})

test('files the same address under one lead, whose revision grows, and another address under another', () => {
  const ledger = ledgerOf(anInput(1))
  const keys = [emailKey('person-1@example.com'), phoneKey('+5511999990000')]
  expect(accept(ledger, anInput(2, { keys }))).toMatchObject({ kind: 'accepted', leadId: leadIdOf(1) })
  expect(accept(ledger, anInput(3))).toMatchObject({ kind: 'accepted', leadId: leadIdOf(3) })
  expect(readSealedLead(ledger, leadIdOf(1))).toMatchObject({ revision: 2, createdAt: noon, isErased: false })
  expect(readSealedLead(ledger, leadIdOf(1))?.submissions.map(({ id }) => id)).toEqual([
    submissionIdOf(1),
    submissionIdOf(2),
  ])
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ wantedRevision: 2 }])
  expect(listLeadIds(ledger, { after: '', limit: 10 })).toEqual([leadIdOf(1), leadIdOf(3)])
})

test('does not merge two people by their phone alone', () => {
  const phone = phoneKey('+5511999990000')
  const ledger = ledgerOf(anInput(1, { keys: [phone] }))
  expect(accept(ledger, anInput(2, { keys: [phone] }))).toMatchObject({ kind: 'accepted', leadId: leadIdOf(2) })
  expect(accept(ledger, anInput(3, { keys: [phone, emailKey('ana@example.com')] }))).toMatchObject({
    leadId: leadIdOf(3),
  })
  expect(rowsOf(ledger, 'leads')).toBe(3)
})

test('keeps spam without a lead and owes it to nobody, and does not merge with it', () => {
  const ledger = nodeLedger()
  expect(accept(ledger, anInput(1, { spam: 'honeypot_filled' }))).toEqual({ kind: 'accepted' })
  expect(listSpam(ledger, { before: '~', limit: 10 })).toMatchObject([
    { id: submissionIdOf(1), reason: 'honeypot_filled' },
  ])
  expect(dueDeliveries(ledger, 10)).toEqual([])
  expect(accept(ledger, anInput(2, { keys: anInput(1).keys }))).toMatchObject({ kind: 'accepted', leadId: leadIdOf(2) })
  expect(accept(ledger, anInput(1, { spam: 'honeypot_filled' }))).toEqual({ kind: 'duplicate', issues: [] })
})

test('keeps the turn of a delivery that waits, and starts a fresh one after an end', () => {
  const ledger = ledgerOf(anInput(1))
  ledger.all('update deliveries set due_at = ?, attempts_made = 3, reason = ?', noon + 60_000, 'timeout')
  ledger.clock += 1_000
  accept(ledger, anInput(2, { keys: anInput(1).keys }))
  const waiting = { state: 'pending', dueAt: noon + 60_000, owedSince: noon, attemptsMade: 3, reason: 'timeout' }
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ ...waiting, wantedRevision: 2 }])
  ledger.all("update deliveries set state = 'parked', due_at = null")
  accept(ledger, anInput(3, { keys: anInput(1).keys }))
  const fresh = { state: 'pending', dueAt: noon + 1_000, owedSince: noon + 1_000, attemptsMade: 0, reason: null }
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ ...fresh, wantedRevision: 3 }])
})

test('writes all of a submission or none of it', () => {
  const ledger = nodeLedger()
  const broken = { ...ledger, all: ledger.all }
  broken.all = (statement, ...bindings) => {
    if (statement.includes('into deliveries')) throw new Error('disk full')
    return ledger.all(statement, ...bindings)
  }
  expect(() => accept(broken, anInput(1))).toThrow('disk full')
  for (const table of ['submissions', 'leads', 'match_keys', 'deliveries']) expect(rowsOf(ledger, table)).toBe(0)
  expect(accept(ledger, anInput(1))).toMatchObject({ kind: 'accepted' })
})

test('lists deliveries newest lead first, by state and below a given id', () => {
  const ledger = ledgerOf(anInput(1), anInput(2), anInput(3))
  ledger.all("update deliveries set state = 'parked' where id = ?", deliveryOf(2))
  const ids = (page: Partial<Parameters<typeof listDeliveries>[1]>) =>
    listDeliveries(ledger, { before: '~', limit: 10, ...page }).map(({ leadId }) => leadId)
  expect(ids({})).toEqual([leadIdOf(3), leadIdOf(2), leadIdOf(1)])
  expect(ids({ state: 'parked' })).toEqual([leadIdOf(2)])
  expect(ids({ before: deliveryOf(3), limit: 1 })).toEqual([leadIdOf(2)])
})

test('gives the keys of the leads that exist, and brings an existing ledger up to date without loss', () => {
  const ledger = ledgerOf(anInput(1))
  migrate(ledger)
  expect(readLeadKeys(ledger, [leadIdOf(1), leadIdOf(2)])).toEqual([
    { id: leadIdOf(1), key: { keyVersion: 1, wrapped: bytesOf('key of submission 1') } },
  ])
})

test('folds the earliest and the latest submissions, whatever order they come in', () => {
  const moments = fc.uniqueArray(fc.tuple(fc.nat(50), fc.nat(100_000)), {
    maxLength: submissionsFoldedMax + 40,
    selector: ([, n]) => n,
    size: 'max',
  })
  const withOrder = moments.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  const folded = (list: readonly (readonly [number, number])[]) =>
    list.reduce<FoldedList>((sum, [at, n]) => addToFolded(sum, [at, submissionIdOf(n)]), [])
  fc.assert(
    fc.property(withOrder, ([list, shuffled]) => {
      expect(folded(shuffled)).toEqual(folded(list))
    }),
  )
})

test('folds the earliest and the latest others up to the limit, and drops what lies between', () => {
  const list = Array.from({ length: submissionsFoldedMax + 2 }, (_, n) => [n, submissionIdOf(n)] as const)
  const folded = list.reduce<FoldedList>((sum, entry) => addToFolded(sum, entry), [])
  expect(folded).toHaveLength(submissionsFoldedMax)
  expect(folded.map(([at]) => at)).toEqual([0, ...Array.from({ length: submissionsFoldedMax - 1 }, (_, n) => n + 3)])
})
