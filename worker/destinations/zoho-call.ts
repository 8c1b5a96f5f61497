// Zoho's settings, and a call with an access token: the one way to Zoho for zoho.ts.
// API: Zoho CRM API v8, "COQL"; OAuth: "Multi-DC Support" and "Refresh Access Tokens" (read 2026-11-24).

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { callWithToken, type TokenGrant } from './access-token.ts'
import type { DeliveryIo } from './destination.ts'
import { fieldMapShape } from './field-map.ts'
import { type Asked, jsonRequest } from './json-request.ts'
import { lookFailure } from './look-failure.ts'
import { safeUrlShape } from './safe-url.ts'
import { isTokenRefused, zohoFailure } from './zoho-answers.ts'
import { readRows, type ZohoRow, zohoFields } from './zoho-lead.ts'

const version = '/crm/v8'
/** An account lives in one data centre and is unknown to the others. Canada has a name of its own for the accounts. */
const centres = ['com', 'eu', 'in', 'com.au', 'jp', 'ca', 'sa'] as const
const accountsHost = (centre: string) => (centre === 'ca' ? 'accounts.zohocloud.ca' : `accounts.zoho.${centre}`)

const secretName = z.string().check(z.minLength(1), z.maxLength(100))
const fieldName = z.string().check(z.regex(/^[A-Za-z]\w{0,49}$/))

export const zohoSettingsShape = z.object({
  dataCentre: z._default(z.enum(centres), 'com'),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  clientSecretName: z._default(secretName, 'ZOHO_CLIENT_SECRET'),
  refreshTokenName: z._default(secretName, 'ZOHO_REFRESH_TOKEN'),
  /** For a stand-in; both follow from the data centre. */
  apiUrl: z.optional(safeUrlShape),
  accountsUrl: z.optional(safeUrlShape),
  module: z._default(z.string().check(z.regex(/^[A-Za-z]\w{0,24}$/)), 'Leads'),
  /** A text field of the module that allows no duplicate values; it holds our lead id. */
  idField: z._default(fieldName, 'Lead_Capture_Id'),
  revisionField: z._default(fieldName, 'Lead_Capture_Revision'),
  fields: fieldMapShape(zohoFields, /^[A-Za-z]\w{0,49}$/),
})
export type ZohoSettings = z.output<typeof zohoSettingsShape>

export type Seen =
  | { readonly kind: 'rows'; readonly rows: readonly ZohoRow[] }
  | { readonly kind: 'failed'; readonly outcome: Exclude<DeliveryOutcome, { kind: 'delivered' }> }

/** The rows that a query finds. */
export async function queryZoho(select: string, settings: ZohoSettings, io: DeliveryIo): Promise<Seen> {
  const answer = await callZoho({ method: 'POST', path: '/coql', body: { select_query: select } }, settings, io)
  if (answer.kind === 'none') return { kind: 'failed', outcome: answer.outcome }
  if (answer.kind === 'answer' && answer.status === 204) return { kind: 'rows', rows: [] }
  const rows = answer.kind === 'answer' && answer.status === 200 ? readRows(answer.body) : undefined
  if (rows) return { kind: 'rows', rows }
  return { kind: 'failed', outcome: lookFailure(zohoFailure(answer, io.now())) }
}

/** Sends one request; a refused token is replaced once. Zoho names its own address beside a token. */
export function callZoho(asked: Asked, settings: ZohoSettings, io: DeliveryIo) {
  const build = ({ token, origin }: { token: string; origin?: string }) => {
    const base = settings.apiUrl ?? origin ?? `https://www.zohoapis.${settings.dataCentre}`
    return jsonRequest({ ...asked, path: `${version}${asked.path}` }, base, {
      authorization: `Zoho-oauthtoken ${token}`,
    })
  }
  return callWithToken(io, grantOf(settings), build, isTokenRefused)
}

const grantOf = (settings: ZohoSettings): TokenGrant => ({
  flow: 'refresh-token',
  tokenUrl: `${settings.accountsUrl ?? `https://${accountsHost(settings.dataCentre)}`}/oauth/v2/token`,
  clientId: settings.clientId,
  clientSecretName: settings.clientSecretName,
  refreshTokenName: settings.refreshTokenName,
  encoding: 'form',
  clientAuth: 'body',
})
