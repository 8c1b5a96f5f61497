// What is kept besides leads: quarantine and spam, each within its bounds, and spam that turns out to be a lead.

import { expect, test } from 'vitest'
import { quarantineDaysMax, quarantineRowsPerReasonMax, spamRowsMax } from '../../shared/limits.ts'
import type { ProblemType } from '../../shared/problem.ts'
import {
  anInput,
  bytesOf,
  deliveryOf,
  leadIdOf,
  ledgerOf,
  type NodeLedger,
  nodeLedger,
  noon,
  sealedOf,
  submissionIdOf,
} from '../../test/support/node-ledger.ts'
import { accept, releaseSpam } from './accept.ts'
import { findSubmission } from './delivery-rows.ts'
import { dueDeliveries } from './owed.ts'
import { dropQuarantined, listQuarantine, openQuarantined, purgeQuarantine, quarantine } from './quarantine.ts'
import { readSealedLead } from './sealed-lead.ts'
import { listSpam, openSpam } from './spam.ts'

const keep = (ledger: NodeLedger, n: number, reason: ProblemType = 'invalid-json') =>
  quarantine(ledger, {
    id: submissionIdOf(n),
    reason,
    receivedAt: noon + n,
    contentType: 'application/json',
    sealed: sealedOf(`body ${n}`),
  })
const keptIds = (ledger: NodeLedger) => listQuarantine(ledger, { before: '~', limit: 10_000 }).map(({ id }) => id)

test('keeps a refused body sealed with its reason, and lets it be opened and dropped', () => {
  const ledger = nodeLedger()
  keep(ledger, 1)
  const row = { id: submissionIdOf(1), reason: 'invalid-json', receivedAt: noon + 1, contentType: 'application/json' }
  expect(listQuarantine(ledger, { before: '~', limit: 10 })).toEqual([row])
  expect(openQuarantined(ledger, submissionIdOf(1))).toEqual({
    ...row,
    key: { keyVersion: 1, wrapped: bytesOf('key of body 1') },
    bytes: bytesOf('sealed body 1'),
  })
  dropQuarantined(ledger, submissionIdOf(1))
  expect(openQuarantined(ledger, submissionIdOf(1))).toBeUndefined()
})

test('lists the newest first, below the given id', () => {
  const ledger = nodeLedger()
  for (const n of [1, 2, 3]) keep(ledger, n)
  expect(keptIds(ledger)).toEqual([submissionIdOf(3), submissionIdOf(2), submissionIdOf(1)])
  expect(listQuarantine(ledger, { before: submissionIdOf(3), limit: 1 })).toMatchObject([{ id: submissionIdOf(2) }])
})

test('lets the oldest of a reason give way to a flood of it, and spares the other reasons', () => {
  const ledger = nodeLedger()
  keep(ledger, 0, 'validation-failed')
  for (let n = 1; n <= quarantineRowsPerReasonMax; n += 1) keep(ledger, n)
  expect(keptIds(ledger)).toHaveLength(quarantineRowsPerReasonMax + 1)
  keep(ledger, quarantineRowsPerReasonMax + 1)
  const ids = keptIds(ledger)
  expect(ids).toHaveLength(quarantineRowsPerReasonMax + 1)
  expect(ids).toContain(submissionIdOf(0))
  expect(ids).not.toContain(submissionIdOf(1))
}, 30_000)

test('keeps a body for fourteen days and no longer', () => {
  const ledger = nodeLedger()
  keep(ledger, 0)
  ledger.clock = noon + quarantineDaysMax * 86_400_000
  purgeQuarantine(ledger)
  expect(keptIds(ledger)).toHaveLength(1)
  ledger.clock += 1
  purgeQuarantine(ledger)
  expect(keptIds(ledger)).toEqual([])
})

test('turns released spam into a lead that is owed, once', () => {
  const ledger = ledgerOf(anInput(1, { spam: 'filled_too_fast' }))
  expect(openSpam(ledger, submissionIdOf(1))).toEqual({
    key: { keyVersion: 1, wrapped: bytesOf('key of submission 1') },
    bytes: bytesOf('sealed submission 1'),
    bodyMac: bytesOf('body 1'),
  })
  expect(releaseSpam(ledger, anInput(1))).toEqual({ leadId: leadIdOf(1), homeId: leadIdOf(1) })
  expect(findSubmission(ledger, submissionIdOf(1))).toMatchObject({ state: 'lead', leadId: leadIdOf(1) })
  expect(dueDeliveries(ledger, 10)).toMatchObject([{ id: deliveryOf(1) }])
  expect(listSpam(ledger, { before: '~', limit: 10 })).toEqual([])
  expect(openSpam(ledger, submissionIdOf(1))).toBeUndefined()
  expect(releaseSpam(ledger, anInput(1))).toBeUndefined()
  expect(readSealedLead(ledger, leadIdOf(1))?.revision).toBe(1)
})

test('files released spam under the lead of the same address, and leaves no key of the spam', () => {
  const ledger = ledgerOf(anInput(1), anInput(2, { keys: anInput(1).keys, spam: 'honeypot_filled' }))
  expect(releaseSpam(ledger, anInput(2, { keys: anInput(1).keys }))).toMatchObject({ leadId: leadIdOf(1) })
  expect(findSubmission(ledger, submissionIdOf(2))?.leadId).toBe(leadIdOf(1))
  expect(ledger.all("select kind from match_keys where kind like 'spam-%'")).toEqual([])
})

test('releases nothing that was never flagged', () => {
  const ledger = ledgerOf(anInput(1))
  expect(releaseSpam(ledger, anInput(1))).toBeUndefined()
  expect(releaseSpam(ledger, anInput(2))).toBeUndefined()
  expect(readSealedLead(ledger, leadIdOf(1))?.revision).toBe(1)
})

test('lets the oldest spam give way beyond the bound, without its content, and still counts it', () => {
  const ledger = nodeLedger()
  const flagged = (n: number) => anInput(n, { spam: 'honeypot_filled', keys: [] })
  for (let n = 0; n < spamRowsMax; n += 1) {
    ledger.clock += 1
    accept(ledger, flagged(n))
  }
  expect(openSpam(ledger, submissionIdOf(0))).toBeDefined()
  ledger.clock += 1
  accept(ledger, flagged(spamRowsMax))
  expect(openSpam(ledger, submissionIdOf(0))).toBeUndefined()
  expect(openSpam(ledger, submissionIdOf(1))).toBeDefined()
  expect(findSubmission(ledger, submissionIdOf(0))?.state).toBe('erased')
  expect(ledger.all('select sealed, wrapped_key from submissions where id = ?', submissionIdOf(0))).toMatchObject([
    { sealed: null, wrapped_key: null },
  ])
}, 30_000)
