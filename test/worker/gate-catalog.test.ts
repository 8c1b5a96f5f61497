// The gate keeps what the vendor says of its fields, in the real runtime; and an operator's pause outlives a redrive.

import { env as bindings } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import type { Env } from '../../worker/env.ts'
import type { Described } from '../../worker/forward/destination-gate.ts'

const env = bindings as unknown as Env
afterEach(() => {
  vi.restoreAllMocks()
})

// INDEX_KEY stands for a secret that is there; what it holds does not matter to the vendor here.
const portal: Described = {
  kind: 'hubspot',
  settings: { baseUrl: 'https://crm.example', secretName: 'INDEX_KEY' },
}

function vendor(answer: () => Response) {
  const asked: string[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async request => {
    asked.push(String(request))
    return answer()
  })
  return asked
}

test('asks the vendor once for many who report, and gives out what it has said, for these settings only', async () => {
  const asked = vendor(() => Response.json({ results: [{ name: 'city', type: 'string' }] }))
  const gate = env.GATE.getByName('demo/catalog')
  expect(await gate.catalog(portal)).toBeUndefined()
  await Promise.all(Array.from({ length: 10 }, (_, at) => gate.refreshCatalog(portal, at % 2 === 0)))
  await vi.waitFor(async () => expect(await gate.catalog(portal)).toBeDefined())
  expect(await gate.catalog(portal)).toMatchObject({ city: { type: 'text', isWritable: true }, jobtitle: null })
  expect(asked).toEqual(['https://crm.example/crm/v3/properties/contacts'])
  expect(await gate.catalog({ ...portal, settings: { baseUrl: 'https://other.example' } })).toBeUndefined()
  // Somebody has mended something.
  await gate.redriven()
  expect(await gate.catalog(portal)).toBeUndefined()
})

test('goes without a catalog where the vendor refuses it, and does not ask again at once', async () => {
  const asked = vendor(() => new Response('{}', { status: 403 }))
  const gate = env.GATE.getByName('demo/no-catalog')
  await gate.refreshCatalog(portal, true)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  await gate.refreshCatalog(portal, true)
  expect(await gate.catalog(portal)).toBeUndefined()
  expect(asked).toHaveLength(1)
})

test('a redrive ends a pause for credentials, and not one that an operator has made', async () => {
  const gate = env.GATE.getByName('demo/paused')
  const pace = { calls: 1, perSeconds: 1, deliveriesPerCall: 1 }
  await gate.report({ told: [{ kind: 'blocked', reason: 'unauthorized' }], pace })
  expect(await gate.circuit()).toMatchObject({ kind: 'paused', reason: 'unauthorized' })
  await gate.redriven()
  expect(await gate.circuit()).toEqual({ kind: 'closed' })
  await gate.pause()
  await gate.redriven()
  expect(await gate.circuit()).toMatchObject({ kind: 'paused', reason: 'operator' })
  expect(await gate.admit({ wanted: 1, pace, intent: 'high' })).toMatchObject({ kind: 'wait', why: 'paused' })
  await gate.resume()
  expect(await gate.admit({ wanted: 1, pace, intent: 'high' })).toMatchObject({ kind: 'go', deliveries: 1 })
})
