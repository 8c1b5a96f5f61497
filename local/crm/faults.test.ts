import { expect, test, vi } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

const ana = byEmail('ana@example.com')

test('takes faults in order, each as often as it says, and then works again', async () => {
  const crm = await aCrm()
  await crm.faults({ times: 2, status: 500 }, { status: 503 })
  const statuses: number[] = []
  for (let n = 0; n < 4; n += 1) statuses.push((await crm.upsert(ana)).status)
  expect(statuses).toEqual([500, 500, 503, 200])
  expect(await crm.contacts()).toMatchObject([{ writes: 1 }])
})

test('a new list replaces the old one, and an empty list clears it', async () => {
  const crm = await aCrm()
  await crm.faults({ times: -1, status: 401 })
  for (let n = 0; n < 3; n += 1) expect((await crm.upsert(ana)).status).toBe(401)
  await crm.faults({ times: -1, status: 500 })
  expect((await crm.upsert(ana)).status).toBe(500)
  await crm.faults()
  expect((await crm.upsert(ana)).status).toBe(200)
})

test('the control side neither gets nor uses up faults', async () => {
  const crm = await aCrm()
  await crm.faults({ status: 500 })
  expect(await crm.contacts()).toEqual([])
  expect((await crm.upsert(ana)).status).toBe(500)
})

test.each([
  [400, 'VALIDATION_ERROR'],
  [401, 'EXPIRED_AUTHENTICATION'],
  [403, 'MISSING_SCOPES'],
  [404, 'OBJECT_NOT_FOUND'],
  [409, 'CONFLICT'],
  [429, 'RATE_LIMITS'],
  [500, 'INTERNAL_ERROR'],
  [503, 'INTERNAL_ERROR'],
])('answers %i in HubSpot’s own words when the fault has no body', async (status, category) => {
  const crm = await aCrm()
  await crm.faults({ status })
  expect(await crm.upsert(ana)).toMatchObject({ status, json: { status: 'error', category } })
})

test('answers 502 as a gateway does, in HTML', async () => {
  const crm = await aCrm()
  await crm.faults({ status: 502 })
  expect((await crm.upsert(ana)).headers.get('content-type')).toContain('text/html')
})

test('sends the headers and the body of a fault as they are', async () => {
  const crm = await aCrm()
  const daily = '{"policyName":"DAILY"}'
  await crm.faults(
    { status: 429, headers: { 'Retry-After': '2' } },
    { status: 200, body: '<html>' },
    { status: 429, body: daily },
    { status: 418, body: 'tea' },
  )
  expect((await crm.upsert(ana)).headers.get('retry-after')).toBe('2')
  const html = await crm.upsert(ana)
  expect([html.status, html.text, html.headers.get('content-type')]).toEqual([200, '<html>', 'text/html;charset=utf-8'])
  expect((await crm.upsert(ana)).json.policyName).toBe('DAILY')
  expect(await crm.upsert(ana)).toMatchObject({ status: 418, text: 'tea' })
})

test('commitThenReset writes and then cuts the connection', async () => {
  const crm = await aCrm()
  await crm.faults({ commitThenReset: true })
  await expect(crm.upsert(ana)).rejects.toThrow('fetch failed')
  expect(await crm.contacts()).toMatchObject([{ writes: 1 }])
  expect((await crm.upsert(ana)).json.results[0]?.new).toBe(false)
})

test('hangMs holds a call and then does it', async () => {
  const crm = await aCrm()
  await crm.faults({ hangMs: 50 })
  const startedAt = performance.now()
  expect((await crm.upsert(ana)).status).toBe(200)
  expect(performance.now() - startedAt).toBeGreaterThan(45)
})

test('hangMs does nothing for a caller who has left', async () => {
  const crm = await aCrm()
  await crm.faults({ hangMs: 200 })
  const init = {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [ana] }),
  }
  await expect(
    fetch(`${crm.url}${contactsPath}/batch/upsert`, { ...init, signal: AbortSignal.timeout(50) }),
  ).rejects.toThrow()
  // A second held call, started later and held longer, ends after the first would have been done.
  await crm.faults({ hangMs: 300 })
  await crm.call('GET', `${contactsPath}/1`)
  expect(await crm.contacts()).toEqual([])
})

test('hangMs with commitThenReset writes at once and lets the caller wait in vain', async () => {
  const crm = await aCrm()
  await crm.faults({ hangMs: 200, commitThenReset: true })
  const call = crm.upsert(ana).catch(error => error)
  await vi.waitFor(async () => expect(await crm.contacts()).toMatchObject([{ writes: 1 }]))
  expect(await call).toBeInstanceOf(TypeError)
})

test.each([
  ['no list', { status: 500 }, 'expected array'],
  ['a fault that does nothing', [{ times: 1 }], 'needs a status'],
  ['times of 0', [{ times: 0, status: 500 }], 'times'],
  ['a status that is none', [{ status: 99 }], 'status'],
  ['a word that does not exist', [{ stauts: 500 }], 'stauts'],
  ['a status with commitThenReset', [{ status: 500, commitThenReset: true }], 'exclude'],
  ['a body without a status', [{ commitThenReset: true, body: 'x' }], 'need a status'],
  ['a header that would break the answer', [{ status: 500, headers: { 'x-a': 'b\r\nc: d' } }], 'headers'],
  ['a wait without end', [{ hangMs: 600_001 }], 'hangMs'],
])('refuses %s with 400 and says why, and keeps the old list', async (_, faults, reason) => {
  const crm = await aCrm()
  await crm.faults({ status: 503 })
  const { status, json } = await crm.call('POST', '/_crm/faults', faults)
  expect(status).toBe(400)
  expect(json.message).toContain(reason)
  expect((await crm.upsert(ana)).status).toBe(503)
})

test('refuses a fault list that is not JSON', async () => {
  const crm = await aCrm()
  expect(await crm.call('POST', '/_crm/faults', 'status: 500')).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('not-json') },
  })
})

test('takes a list of 1,000 faults and refuses 1,001', async () => {
  const crm = await aCrm()
  const faults = Array.from({ length: 1_001 }, () => ({ status: 500 }))
  expect((await crm.faults(...faults.slice(0, 1_000))).status).toBe(200)
  expect((await crm.faults(...faults)).status).toBe(400)
})
