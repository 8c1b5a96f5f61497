import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'
import { type Call, createCallLog } from './call-log.ts'

test('lists every API call with time, method, path and status, and none of its own', async () => {
  const crm = await aCrm({ now: () => new Date('2026-11-24T12:00:00Z') })
  await crm.faults({ status: 500 })
  await crm.upsert(byEmail('ana@example.com'))
  await crm.upsert(byEmail('ana@example.com'))
  await crm.faults({ commitThenReset: true })
  await crm.upsert(byEmail('ana@example.com')).catch(() => undefined)
  const call = { time: '2026-11-24T12:00:00.000Z', method: 'POST', path: `${contactsPath}/batch/upsert` }
  expect((await crm.call('GET', '/_crm/calls')).json).toEqual([
    { ...call, status: 500, fault: 'status' },
    { ...call, status: 200 },
    { ...call, status: null, fault: 'commitThenReset' },
  ])
})

test('keeps no query and no address in the list of calls', async () => {
  const crm = await aCrm()
  await crm.call('GET', `${contactsPath}/ana%40example.com?idProperty=email`)
  await crm.call('GET', `${contactsPath}/ana`)
  await crm.call('GET', `${contactsPath}/501`)
  const paths = (await crm.call<readonly Call[]>('GET', '/_crm/calls')).json.map(({ path }) => path)
  expect(paths).toEqual([`${contactsPath}/{id}`, `${contactsPath}/{id}`, `${contactsPath}/501`])
})

test('remembers the last 10,000 calls', () => {
  const log = createCallLog()
  for (let n = 0; n <= 10_000; n += 1) log.note({ time: String(n), method: 'GET', path: '/crm/v3' })
  expect(log.list()).toHaveLength(10_000)
  expect(log.list()[0]?.time).toBe('1')
})

test('forgets contacts, calls and faults, and gives no id a second time', async () => {
  const crm = await aCrm()
  const before = (await crm.upsert({ id: 'lead-1', idProperty: 'lead_capture_id', properties: {} })).json.results[0]
  await crm.faults({ times: -1, status: 500 })
  expect((await crm.call('DELETE', '/_crm')).status).toBe(204)
  expect(await crm.contacts()).toEqual([])
  expect((await crm.call('GET', '/_crm/calls')).json).toEqual([])
  const after = (await crm.upsert({ id: 'lead-1', idProperty: 'lead_capture_id', properties: {} })).json.results[0]
  expect(after).toMatchObject({ new: true })
  expect(Number(after?.id)).toBeGreaterThan(Number(before?.id))
})

test('shows contacts on a page, escaped, under a policy that allows no script', async () => {
  const crm = await aCrm()
  await crm.upsert(byEmail('ana@example.com', { company: `<script>alert("x")</script>&'` }))
  const { status, headers, text } = await crm.call('GET', '/_crm')
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;')
  expect(text).not.toContain('<script')
  expect(text).toContain('http-equiv="refresh"')
})

test('shows the latest 200 contacts, newest first, and says that there are more', async () => {
  const crm = await aCrm()
  const people = Array.from({ length: 201 }, (_, n) => byEmail(`person-${n}@example.com`))
  for (const start of [0, 100, 200]) await crm.upsert(...people.slice(start, start + 100))
  const { text } = await crm.call('GET', '/_crm')
  expect(text).toContain('Contacts: 201, the latest 200 are shown')
  expect(text).not.toContain('person-0@')
  expect(text.indexOf('person-200@')).toBeLessThan(text.indexOf('person-1@'))
})

test('leads a visitor of the bare address to the page, and answers 404 elsewhere', async () => {
  const crm = await aCrm()
  const { status, headers } = await crm.call('GET', '/')
  expect([status, headers.get('location')]).toEqual([302, '/_crm'])
  expect((await crm.call('GET', '/favicon.ico')).status).toBe(404)
  expect((await crm.call('GET', '/_crm/else')).status).toBe(404)
  expect((await crm.call('GET', '/crm/v3/objects/companies/1')).status).toBe(404)
})

test('says so when its port is taken', async () => {
  const crm = await aCrm()
  await expect(aCrm({ port: Number(new URL(crm.url).port) })).rejects.toThrow('EADDRINUSE')
})
