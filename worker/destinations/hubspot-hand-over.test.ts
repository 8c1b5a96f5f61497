// HubSpot's form is told of a submission once at most, whatever breaks on the way, and the contact is there in any case.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import { canaryId, canaryLead, canaryOf, noon } from './fixtures/canary-lead.ts'
import { leaks } from './fixtures/fixture-of.ts'
import { fixture, type Portal, portalForm, propertiesOf, startPortal } from './fixtures/hubspot/vendor.ts'
import { isCall, type Script, scriptedVendor } from './fixtures/scripted-vendor.ts'
import type { VendorAnswer } from './fixtures/vendor.ts'
import { bindDestination } from './registry.ts'

const settings = { baseUrl: 'https://hubspot.example', form: portalForm }
const text = 'I agree to be written to.'
const mark = 'lead_capture_form_submission'
const isForm = (request: Parameters<Script>[0]) => isCall(request, 'POST /submissions/')
const isPatch = (request: Parameters<Script>[0]) => isCall(request, 'PATCH /crm/')

/** The n-th canary, who ticked the box in each of her submissions, the first one so many days ago. */
function agreeing(n: number, { submissions = 1, daysAgo = 0, email = canaryOf(n).email } = {}): Lead {
  const all = Array.from({ length: submissions }, (_, index) => {
    const [one] = canaryLead(n * 10 + index).submissions
    if (!one) throw new Error('a lead has a submission')
    const occurredAt = new Date(noon - daysAgo * 86_400_000 + index * 60_000).toISOString()
    const consent = { ...one.consent, text, at: occurredAt }
    return { ...one, occurredAt, consent, profile: { ...one.profile, email } }
  })
  return foldLead({ id: canaryLead(n).id, revision: submissions }, all)
}

/** HubSpot with a form. Whatever comes of a delivery, nothing tells of a person or a secret. */
function connected(script?: Script) {
  const destination = bindDestination('hubspot', settings)
  let portal: Portal = startPortal()
  const vendor = scriptedVendor({
    ...fixture,
    start: () => {
      portal = startPortal()
      return portal
    },
  })
  if (!destination) throw new Error('the settings are refused')
  if (script) vendor.script(script)
  const deliver = async (...leads: readonly Lead[]): Promise<readonly DeliveryOutcome[]> => {
    const outcomes = await destination.deliver(leads, vendor.io)
    expect(leaks(fixture, [outcomes, vendor.calls.map(({ url }) => url)])).toEqual([])
    return outcomes
  }
  const told = () => portal.submissions().map(({ contact }) => contact)
  return { destination, vendor, deliver, told, portal }
}

/** The same answer to each call that this is about. */
const answering =
  (isIt: (request: Parameters<Script>[0]) => boolean, answer: VendorAnswer | 'timeout' | 'network'): Script =>
  request =>
    isIt(request) ? answer : undefined

test('writes the contact, marks it, and then tells the form, which finds that contact', async () => {
  const { vendor, deliver, told } = connected()
  expect(await deliver(agreeing(1))).toEqual([
    { kind: 'delivered', externalId: canaryId(1), recordId: '501', answer: { status: 200 } },
  ])
  expect(told()).toEqual(['501'])
  expect(vendor.calls.map(({ method, url }) => `${method} ${new URL(url).pathname.split('/')[3]}`)).toEqual([
    'POST objects',
    'GET objects',
    'PATCH objects',
    'POST integration',
  ])
  expect(vendor.calls[0]?.body).not.toContain('"lead_capture_revision"')
  expect(vendor.records()).toMatchObject([
    { revision: 1, fields: { email: canaryOf(1).email, [mark]: expect.stringContaining('2026-11-24T12:00') } },
  ])
})

test('tells the form once for each submission with consent, however often each is delivered', async () => {
  const { vendor, deliver, told } = connected()
  const twice = agreeing(1, { submissions: 2 })
  for (const lead of [agreeing(1), agreeing(1), twice, twice, agreeing(1)]) {
    expect(await deliver(lead)).toMatchObject([{ kind: 'delivered' }])
  }
  expect(told()).toEqual(['501', '501'])
  expect(vendor.records()).toHaveLength(1)
})

test('tells nothing of who did not agree, with the calls of a portal without a form', async () => {
  const { vendor, deliver, told } = connected()
  await deliver(canaryLead(1), canaryLead(2))
  expect(told()).toEqual([])
  expect(vendor.calls).toHaveLength(1)
  expect(vendor.records().map(({ revision }) => revision)).toEqual([1, 1])
})

/** What becomes of one call: carried out or not, answered or not; or the consumer dies in it. */
const turns = ['well', 'refused-connection', 'lost-answer', 'error-after', 'rate-limited', 'unsent', 'dies'] as const

test('is told once at most, of one contact, under whatever fails; and once where nothing does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...turns), { maxLength: 12 }), async plan => {
      const left = [...plan]
      const { destination, vendor, told } = connected((_, carryOut) => {
        const turn = left.shift() ?? 'well'
        if (turn === 'lost-answer' || turn === 'error-after') carryOut()
        if (turn === 'dies') throw new Error('the consumer dies')
        if (turn === 'rate-limited') return { status: 429 }
        if (turn === 'error-after') return { status: 502 }
        if (turn === 'unsent') return 'unsent'
        return turn === 'well' ? undefined : turn === 'lost-answer' ? 'timeout' : 'network'
      })
      // As attempt.ts does it: what is in doubt is looked for first.
      let isDoubtful = false
      let outcome: DeliveryOutcome = { kind: 'retry', reason: 'absent' }
      for (let attempt = 0; attempt <= plan.length && outcome.kind !== 'delivered'; attempt += 1) {
        try {
          const found = isDoubtful ? await destination.find?.(canaryId(1), vendor.io) : undefined
          if (found?.kind === 'unknown') continue
          if (found?.kind === 'found' && found.revision === 1) outcome = { kind: 'delivered', externalId: canaryId(1) }
          else outcome = (await destination.deliver([agreeing(1)], vendor.io))[0] ?? outcome
          isDoubtful = outcome.kind === 'retry' && outcome.isAmbiguous === true
        } catch {
          // The script's own death of the consumer: its lease ends, and who comes next is in doubt.
          isDoubtful = true
        }
      }
      expect(outcome).toMatchObject({ kind: 'delivered' })
      expect(vendor.records()).toMatchObject([{ externalId: canaryId(1), revision: 1 }])
      expect(told().length).toBeLessThanOrEqual(1)
      if (plan.every(turn => turn === 'well')) expect(told()).toEqual(['501'])
    }),
    { numRuns: 300 },
  )
})

test('comes again after a limit, with the mark taken back', async () => {
  const { vendor, deliver, told } = connected(answering(isForm, { status: 429, headers: { 'retry-after': '7' } }))
  const [outcome] = await deliver(agreeing(1))
  expect(outcome).toMatchObject({ kind: 'retry', reason: 'rate_limited', afterSeconds: 7 })
  expect(outcome).not.toHaveProperty('isAmbiguous')
  expect(vendor.records()[0]?.fields).toMatchObject({ [mark]: '', lead_capture_revision: '' })
  vendor.script(() => undefined)
  expect(await deliver(agreeing(1))).toMatchObject([{ kind: 'delivered' }])
  expect(told()).toEqual(['501'])
})

test('asks nothing more after a limit, and delivers who has no form to be told', async () => {
  const { vendor, deliver } = connected(answering(isForm, { status: 429, body: { category: 'RATE_LIMITS' } }))
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8]
  const outcomes = await deliver(...numbers.map(n => agreeing(n)), canaryLead(9))
  const limited = { kind: 'retry', reason: 'rate_limited', afterSeconds: 10 }
  expect(outcomes).toMatchObject([...numbers.map(() => limited), { kind: 'delivered' }])
  expect(vendor.calls.filter(isForm)).toHaveLength(5)
})

const formRefusal = (errorType: string) => ({
  status: 400,
  body: { status: 'error', message: `${canaryOf(1).email} is refused`, errors: [{ errorType, message: 'Zenobia1' }] },
})

test.each<[string, VendorAnswer | 'timeout' | 'network', object]>([
  ['an address that it blocks', formRefusal('BLOCKED_EMAIL'), { status: 400, codes: ['BLOCKED_EMAIL'] }],
  ['a captcha', formRefusal('FORM_HAS_RECAPTCHA_ENABLED'), { status: 400, codes: ['FORM_HAS_RECAPTCHA_ENABLED'] }],
  ['a form that is gone', { status: 404 }, { status: 404 }],
  [
    'a missing scope',
    { status: 403, body: { category: 'MISSING_SCOPES' } },
    { status: 403, codes: ['MISSING_SCOPES'] },
  ],
  ['an error of the server', { status: 502, body: '<html>' }, { status: 502 }],
  ['a page in place of an answer', { status: 200, body: '<html>' }, { status: 200 }],
  ['no answer', 'timeout', { status: 200 }],
])('does not hold the lead up for %s: the attempt names the form, which is not told again', async (_, given, facts) => {
  const { vendor, deliver, told } = connected(answering(isForm, given))
  expect(await deliver(agreeing(1))).toEqual([
    { kind: 'delivered', externalId: canaryId(1), recordId: '501', dropped: ['form'], answer: facts },
  ])
  vendor.script(() => undefined)
  expect(await deliver(agreeing(1))).toMatchObject([{ kind: 'delivered' }])
  expect(told()).toEqual([])
  expect(vendor.records()).toMatchObject([{ revision: 1, fields: { firstname: canaryOf(10).firstName } }])
})

test('tells nothing where the mark may not be there: no answer, an empty one, or no such property', async () => {
  for (const given of ['timeout', { status: 200, body: '' }] as const) {
    const { deliver, told } = connected(answering(isPatch, given))
    expect(await deliver(agreeing(1))).toMatchObject([{ kind: 'retry', isAmbiguous: true }])
    expect(told()).toEqual([])
  }
  const lacking = { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST', in: mark }] }
  const unasked = connected(answering(isPatch, { status: 400, body: lacking }))
  expect(await unasked.deliver(agreeing(1))).toMatchObject([{ kind: 'delivered', dropped: [mark] }])
  expect(unasked.told()).toEqual([])
  expect(unasked.vendor.records()).toMatchObject([{ revision: 1 }])
})

test('leaves the form out where the portal says that it has no property for the mark', async () => {
  const { destination, vendor, told } = connected()
  const catalog = { [mark]: null }
  const [outcome] = await destination.deliver([agreeing(1)], { ...vendor.io, catalog })
  expect(outcome).toMatchObject({ kind: 'delivered', dropped: [mark] })
  expect(told()).toEqual([])
  expect(vendor.calls).toHaveLength(1)
})

test('is not told of an address that stands in another contact', async () => {
  const { vendor, deliver, told } = connected()
  const email = 'contato@canary.example.com'
  await deliver(agreeing(1, { email }))
  const taken = { category: 'OBJECT_ALREADY_EXISTS', message: 'Contact already exists. Existing ID: 501' }
  vendor.script(request =>
    isCall(request, 'POST /crm/') && request.body?.includes('"email":') ? { status: 409, body: taken } : undefined,
  )
  expect(await deliver(agreeing(2, { email }))).toMatchObject([{ kind: 'delivered', dropped: ['form'] }])
  expect(told()).toEqual(['501'])
  expect(vendor.records()).toMatchObject([{ revision: 1 }, { revision: 1, externalId: canaryId(2) }])
})

test.each([
  [27, 1],
  [28, 0],
  [29, 0],
])(
  'tells a submission of %i days ago %i times: HubSpot takes none that is older than a month',
  async (daysAgo, times) => {
    const { deliver, told } = connected()
    expect(await deliver(agreeing(1, { daysAgo }))).toMatchObject([{ kind: 'delivered' }])
    expect(told()).toHaveLength(times)
  },
)

test('comes again where the contact is not to be seen yet, or cannot be looked at', async () => {
  const look = (request: Parameters<Script>[0]) => isCall(request, 'GET /crm/v3/objects/')
  const absent = connected(answering(look, { status: 404 }))
  expect(await absent.deliver(agreeing(1))).toEqual([{ kind: 'retry', reason: 'absent' }])
  const failing = connected(answering(look, { status: 503 }))
  expect(await failing.deliver(agreeing(1))).toMatchObject([{ kind: 'retry', reason: 'server_error' }])
  expect([...absent.told(), ...failing.told()]).toEqual([])
})

test.each<[string, VendorAnswer | undefined, object]>([
  ['there', undefined, { kind: 'ready' }],
  ['gone', { status: 404 }, { missing: [{ what: 'field', name: 'form', problem: 'absent' }] }],
  ['out of reach of the token', { status: 403 }, { missing: [{ what: 'scope', name: 'forms', problem: 'absent' }] }],
  [
    'behind a captcha',
    { status: 200, body: { configuration: { recaptchaEnabled: true } } },
    { kind: 'incomplete', missing: [{ what: 'field', name: 'form', problem: 'read_only' }] },
  ],
])('a check says when the form is %s', async (_, given, expected) => {
  const { destination, vendor } = connected(request => {
    if (isCall(request, 'GET /marketing/')) return given
    const properties = { status: 200, body: { results: propertiesOf(settings) } }
    return isCall(request, 'GET /crm/v3/properties/') ? properties : undefined
  })
  expect(await destination.check(vendor.io)).toMatchObject(expected)
})

test('a check asks for the property of the mark where there is a form', async () => {
  const { destination, vendor } = connected()
  expect(await destination.check(vendor.io)).toMatchObject({ missing: [{ name: mark, problem: 'absent' }] })
})
