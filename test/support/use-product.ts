// One running product for the tests of one file, and what most of them ask of it.

import { afterAll, beforeAll, expect } from 'vitest'
import {
  aStateDir,
  asOperator,
  eventually,
  freePorts,
  type Product,
  type ProductOptions,
  startProduct,
} from './product.ts'

/** So that what takes days takes seconds. */
const fastTimeScale = 0.001
const deliveredMsMax = 20_000

export interface Contact {
  readonly properties: Readonly<Record<string, string | undefined>>
}

/** Starts the product before the first test of a file and stops it after the last. */
export function useProduct(options: Omit<ProductOptions, 'stateDir' | 'ports'> = { timeScale: fastTimeScale }) {
  const state = aStateDir()
  let started: Product | undefined
  const start = async () => {
    started = await startProduct({ stateDir: state.stateDir, ports: await freePorts(), ...options })
  }
  beforeAll(start)
  afterAll(async () => {
    await started?.stop()
    state.remove()
  })
  const running = (): Product => {
    if (!started) throw new Error('the product runs only while tests do')
    return started
  }
  return {
    stateDir: state.stateDir,
    get worker() {
      return running().worker
    },
    get crm() {
      return running().crm
    },
    get demo() {
      return running().demo
    },
    /** Stops it, and starts it again on other ports when `meanwhile` has changed something. */
    restart: async (meanwhile: () => void) => {
      await running().stop()
      meanwhile()
      await start()
    },
    /** Sends a submission as a server does, whatever comes of it. */
    post: async (body: object, headers: Readonly<Record<string, string>> = {}) => {
      const url = `${running().worker}/v1/leads?k=pk_live_demo`
      const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
      const response = await fetch(url, { ...sent, body: JSON.stringify(body) })
      return { status: response.status, json: (await response.json()) as { id: string } }
    },
    /** What becomes of a submission. */
    submission: async (id: string) =>
      (await asOperator(running(), `/v1/submissions/${id}`)).body as { state: string; leadId: string },
    /** What the CRM holds. */
    contacts: async () => (await (await fetch(`${running().crm}/_crm/contacts`)).json()) as Contact[],
    /** What the CRM's next calls come to; a new list replaces the one before. */
    faults: async (list: readonly unknown[]) => {
      const headers = { 'content-type': 'application/json' }
      await fetch(`${running().crm}/_crm/faults`, { method: 'POST', headers, body: JSON.stringify(list) })
    },
  }
}

export type UsedProduct = ReturnType<typeof useProduct>

/** Waits until a submission is in the CRM. */
export const whenDelivered = (product: UsedProduct, id: string) =>
  eventually(async () => ((await product.submission(id)).state === 'delivered' ? true : undefined), deliveredMsMax)

/** Sends fields that must be accepted. @returns the submission's id */
export async function sendFields(product: UsedProduct, fields: Readonly<Record<string, string>>): Promise<string> {
  const { status, json } = await product.post({ fields })
  expect(status).toBe(202)
  return json.id
}
