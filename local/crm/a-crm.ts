// For tests: a stand-in CRM of one's own, on a free port with its own state, which ends with the test.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type CrmOptions, startCrm } from './start-crm.ts'

/** What came back from a call. `json` is undefined when the body is no JSON. */
export interface CallResult<Body> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Body
}

/** The members of HubSpot's answers that tests look at. */
export interface ApiBody {
  readonly id: string
  readonly category: string
  readonly message: string
  readonly policyName: string
  readonly total: number
  readonly numErrors: number
  readonly properties: Record<string, string>
  readonly paging: { readonly next: { readonly after: string } }
  readonly results: readonly (Pick<ApiBody, 'id' | 'properties'> & {
    readonly new: boolean
    readonly objectWriteTraceId: string
  })[]
  readonly errors: readonly {
    readonly category: string
    readonly message: string
    readonly code: string
    readonly context: Record<string, string[]>
    readonly errors: readonly { readonly code: string; readonly in: string }[]
  }[]
}

/** Calls the stand-in at `url`; bodies that are no strings are sent as JSON. */
export async function callCrm<Body = ApiBody>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<CallResult<Body>> {
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson ? JSON.parse(text) : undefined) as Body,
  }
}

/** A folder that is gone after the test. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** One contact as the control side shows it. */
export interface ShownContact {
  readonly id: string
  readonly properties: Record<string, string>
  readonly writes: number
}

/** Starts a stand-in for this test. */
export async function aCrm(options: Partial<CrmOptions> = {}) {
  const crm = await startCrm({ port: 0, stateFile: join(await aFolder(), 'crm.sqlite'), ...options })
  onTestFinished(() => crm.close())
  const { url } = crm
  return {
    url,
    call: <Body = ApiBody>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
      callCrm<Body>(url, method, path, body, headers),
    upsert: (...inputs: readonly unknown[]) => callCrm(url, 'POST', `${contactsPath}/batch/upsert`, { inputs }),
    faults: (...faults: readonly unknown[]) => callCrm(url, 'POST', '/_crm/faults', faults),
    contacts: async () => (await callCrm<readonly ShownContact[]>(url, 'GET', '/_crm/contacts')).json,
  }
}

/** Where HubSpot keeps its contacts. */
export const contactsPath = '/crm/v3/objects/contacts'

/** An input of a batch, named by e-mail. */
export const byEmail = (email: string, properties: Readonly<Record<string, unknown>> = {}) => ({
  id: email,
  idProperty: 'email',
  objectWriteTraceId: `trace of ${email}`,
  properties: { email, ...properties },
})
