// The laws of a destination, on every kind of the registry, against a vendor that keeps records.
// What a vendor answers in particular is destination-answers.test.ts.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fieldsLeftOutMax } from '../../shared/limits.ts'
import { canariesIn, canaryId, canaryLead } from './fixtures/canary-lead.ts'
import { callsNobody, fixtureOf, leaks } from './fixtures/fixture-of.ts'
import { isCall, type Script, type Scripted, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { bindDestination, destinationKinds } from './registry.ts'

const printed: string[] = []
beforeEach(() => {
  printed.length = 0
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts) => void printed.push(JSON.stringify(parts)))
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(canariesIn(printed.join('\n'))).toEqual([])
})

describe.each(destinationKinds.filter(kind => !callsNobody.includes(kind)))('%s', async kind => {
  const fixture = await fixtureOf(kind)

  /** A destination of the fixture's settings and its vendor, with `answer` in place of each write where there is one. */
  function started(answer?: Scripted | Script) {
    const destination = bindDestination(kind, fixture.settings)
    if (!destination) throw new Error(`fixtures/${kind}/vendor.ts: the settings are refused`)
    const vendor = scriptedVendor(fixture)
    const script: Script = typeof answer === 'function' ? answer : () => answer
    vendor.script((request, carryOut) => (isCall(request, fixture.write) ? script(request, carryOut) : undefined))
    /** Delivers canaries. Whatever comes of it, no outcome and no address tells of a person or a secret. */
    const deliver = async (numbers: readonly number[], revision = 1) => {
      const leads = numbers.map(n => canaryLead(n, revision))
      const outcomes = await destination.deliver(leads, vendor.io)
      expect(outcomes).toHaveLength(leads.length)
      const addresses = vendor.calls.map(({ url }) => url.replace(fixture.personInAddress ?? '', ''))
      expect(leaks(fixture, [outcomes, addresses])).toEqual([])
      return outcomes
    }
    return { destination, vendor, deliver }
  }

  test('waits as long as Retry-After says after a 429', async () => {
    const outcomes = await started({ status: 429, headers: { 'retry-after': '37' } }).deliver([1, 2])
    expect(outcomes[0]).toMatchObject({ kind: 'retry', reason: 'rate_limited', afterSeconds: 37 })
    expect(outcomes.map(one => one.kind)).toEqual(['retry', 'retry'])
    for (const outcome of outcomes) expect(outcome).not.toHaveProperty('isAmbiguous')
  })

  test.each<Scripted>([
    { status: 500 },
    { status: 502, body: '<html>bad gateway</html>' },
    { status: 503 },
    { status: 504, body: '' },
    'timeout',
    'network',
  ])('retries after %j, and takes it for maybe written', async answer => {
    const outcomes = await started(answer).deliver([1, 2])
    expect(outcomes[0]).toMatchObject({ kind: 'retry', isAmbiguous: true })
    expect(outcomes[1]).toMatchObject({ kind: 'retry' })
  })

  test.skipIf(fixture.readsNoAnswers).each(['<html>sign in</html>', '', '{}', '[]', 'null'])(
    'takes a 200 with %j for no answer',
    async body => {
      const outcomes = await started({ status: 200, body }).deliver([1])
      expect(outcomes).toMatchObject([{ kind: 'retry', isAmbiguous: true }])
    },
  )

  test('retries what was never sent, and does not take it for written', async () => {
    const { vendor, deliver } = started()
    vendor.script(() => 'unsent')
    for (const outcome of await deliver([1, 2])) {
      expect(outcome).toMatchObject({ kind: 'retry', reason: 'budget_spent' })
      expect(outcome).not.toHaveProperty('isAmbiguous')
    }
    expect(vendor.calls).toEqual([])
  })

  test('is blocked by a 401 that stays, after a few calls', async () => {
    const { vendor, deliver } = started({ status: 401 })
    expect(await deliver([1])).toMatchObject([{ kind: 'blocked', reason: 'unauthorized' }])
    expect(vendor.calls.length).toBeLessThan(8)
  })

  test.each(Object.keys(fixture.secrets))('is blocked without a call when the secret %s is missing', async name => {
    const { destination } = started()
    const vendor = scriptedVendor(fixture, { ...fixture.secrets, [name]: '' })
    const blocked = { kind: 'blocked', reason: 'secret_missing' }
    expect(await destination.deliver([canaryLead(1)], vendor.io)).toMatchObject([blocked])
    expect(await destination.check(vendor.io)).toMatchObject(blocked)
    expect(vendor.calls).toEqual([])
  })

  test.skipIf(fixture.keepsNoRecords)('makes one record of a lead however often it comes, and two of two', async () => {
    const { vendor, deliver } = started()
    expect(await deliver([1])).toMatchObject([{ kind: 'delivered', externalId: canaryId(1) }])
    expect(await deliver([2, 1], 2)).toMatchObject([
      { kind: 'delivered', externalId: canaryId(2) },
      { kind: 'delivered', externalId: canaryId(1) },
    ])
    await deliver([2], 3)
    expect(
      vendor
        .records()
        .map(record => record.externalId)
        .toSorted(),
    ).toEqual([canaryId(1), canaryId(2)])
    expect(
      vendor
        .records()
        .map(record => record.revision)
        .toSorted(),
    ).toEqual([2, 3])
  })

  test.skipIf(fixture.keepsNoRecords)('finds what was written although the answer was lost', async () => {
    const { destination, vendor, deliver } = started((_, carryOut) => {
      carryOut()
      return 'timeout'
    })
    expect(await deliver([1])).toMatchObject([{ kind: 'retry', reason: 'timeout', isAmbiguous: true }])
    vendor.script(() => undefined)
    const found = await destination.find?.(canaryId(1), vendor.io)
    if (found) expect(found).toMatchObject({ kind: 'found', revision: 1 })
    if (destination.find) expect(await destination.find(canaryId(2), vendor.io)).toEqual({ kind: 'absent' })
    const many = await destination.findMany?.([canaryId(2), canaryId(1)], vendor.io)
    if (many) expect(many).toEqual([{ kind: 'absent' }, found])
    expect(await deliver([1])).toMatchObject([{ kind: 'delivered', externalId: canaryId(1) }])
    expect(vendor.records()).toHaveLength(1)
  })

  test.skipIf(!fixture.refused)(
    'delivers without an optional field that is refused, and tells its name only',
    async () => {
      const { field = '', sent = field, answer, note } = fixture.refused ?? {}
      const { vendor, deliver } = started(request => (request.body?.includes(`"${sent}":`) ? answer : undefined))
      const [outcome] = await deliver([1])
      expect(outcome).toMatchObject({ kind: 'delivered', externalId: canaryId(1), dropped: [field] })
      const writes = vendor.calls.filter(call => isCall(call, fixture.write))
      expect(writes.map(({ body }) => body?.includes(`"${sent}":`))).toEqual([true, false])
      const [record] = vendor.records()
      if (note) expect(record?.fields[note]).toMatch(new RegExp(`(^|\\n)${field}: .*canary 1`))
    },
  )

  test('gives up on a lead after the fields that it may leave out', async () => {
    const { field = 'title', sent = field, answer = { status: 400 } } = fixture.refused ?? {}
    const { vendor, deliver } = started(answer)
    const [outcome] = await deliver([1])
    expect(outcome?.kind).toBe('rejected')
    if (fixture.refused) expect(outcome).toMatchObject({ field: expect.stringMatching(`^(${field}|${sent})$`) })
    expect(vendor.calls.filter(call => isCall(call, fixture.write)).length).toBeLessThanOrEqual(1 + fieldsLeftOutMax)
  })

  test('tells what fields the vendor has, of those that are written, and delivers by it', async () => {
    const { destination, vendor } = started()
    const described = await destination.describe?.(vendor.io)
    if (!described) return
    if (!described.ok) throw new Error(described.error.kind)
    expect(Object.values(described.value)).not.toContain(null)
    const io = { ...vendor.io, catalog: described.value }
    expect(await destination.deliver([canaryLead(1)], io)).toMatchObject([
      { kind: 'delivered', externalId: canaryId(1) },
    ])
    const bare = Object.fromEntries(
      Object.entries(described.value).map(([name, facts]) => [name, facts?.isRequired ? facts : null]),
    )
    const [outcome] = await destination.deliver([canaryLead(2)], { ...io, catalog: bare })
    expect(outcome?.kind === 'delivered' && outcome.dropped?.length).toBeGreaterThan(3)
  })

  test('gives one outcome a lead in the same order, for a whole message of the queue', async () => {
    const numbers = Array.from({ length: 30 }, (_, at) => 30 - at)
    const outcomes = await started().deliver(numbers)
    expect(outcomes.map(one => (one.kind === 'delivered' ? one.externalId : one))).toEqual(numbers.map(canaryId))
  })

  test('is ready against a vendor that works, and writes nothing to find out', async () => {
    const { destination, vendor } = started()
    expect(await destination.check(vendor.io)).toMatchObject({ kind: 'ready' })
    expect(destination.secrets.toSorted()).toEqual(Object.keys(fixture.secrets).toSorted())
    expect(vendor.records()).toEqual([])
  })

  test('is blocked or unreachable as every call of a check says', async () => {
    const { destination, vendor } = started()
    await destination.check(vendor.io)
    if (vendor.calls.length === 0) return
    for (const [status, check] of [
      [401, { kind: 'blocked', reason: 'unauthorized' }],
      [503, { kind: 'unreachable' }],
    ] as const) {
      const failing = started()
      failing.vendor.script(() => ({ status }))
      expect(await failing.destination.check(failing.vendor.io)).toMatchObject(check)
    }
  })

  test('erases a record, and is done with one that never was there', async () => {
    const { destination, vendor, deliver } = started()
    if (!destination.erase || fixture.erasesByRecordId) return
    await deliver([1, 2])
    for (const n of [1, 1, 3]) {
      expect(await destination.erase(canaryId(n), vendor.io)).toMatchObject({
        kind: 'delivered',
        externalId: canaryId(n),
      })
    }
    if (!fixture.keepsNoRecords) expect(vendor.records().map(record => record.externalId)).toEqual([canaryId(2)])
  })

  test('takes no failure for an erasure or an absence', async () => {
    for (const failure of [{ status: 503 }, { status: 401 }, 'timeout'] as const) {
      const { destination, vendor } = started()
      vendor.script(() => failure)
      const erased = await destination.erase?.(canaryId(1), vendor.io)
      if (erased) expect(erased.kind).not.toBe('delivered')
      const found = await destination.find?.(canaryId(1), vendor.io)
      if (found) expect(found.kind).toBe('unknown')
    }
  })
})
