// The log as a destination: a line for each lead, and nothing about anybody in it.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeliveryIo } from './destination.ts'
import { canariesIn, canaryId, canaryLead } from './fixtures/canary-lead.ts'
import { bindDestination } from './registry.ts'

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  vi.spyOn(console, 'log').mockImplementation(line => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

const calls: unknown[] = []
const io: DeliveryIo = {
  call: async request => {
    calls.push(request)
    return { kind: 'network' }
  },
  secret: () => undefined,
  now: () => 0,
}

test('writes one line a lead, with its ids and its revision and without the person', async () => {
  const outcomes = await bindDestination('log', {})?.deliver([canaryLead(1), canaryLead(2, 3)], io)
  expect(outcomes).toEqual([
    { kind: 'delivered', externalId: canaryId(1) },
    { kind: 'delivered', externalId: canaryId(2) },
  ])
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { fact: 'lead.logged', leadId: canaryId(1), siteId: 'site', revision: 1 },
    { fact: 'lead.logged', leadId: canaryId(2), siteId: 'site', revision: 3 },
  ])
  expect(canariesIn(lines.join())).toEqual([])
})

test('calls nobody, and is always ready', async () => {
  expect(await bindDestination('log', {})?.check(io)).toEqual({ kind: 'ready' })
  expect(calls).toEqual([])
})

test('keeps nothing, so that there is nothing to find or to erase', () => {
  const destination = bindDestination('log', {})
  expect(destination).toBeDefined()
  expect(destination).not.toHaveProperty('find')
  expect(destination).not.toHaveProperty('erase')
})

test('refuses settings, which could only be meant for another kind', () => {
  expect(bindDestination('log', { secretName: 'TOKEN' })).toBeUndefined()
})
