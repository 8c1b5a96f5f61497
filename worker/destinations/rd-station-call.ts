// RD Station's settings, and a call with an access token: the one way to it for rd-station.ts.
// OAuth: developers.rdstation.com, "Autenticação" (read 2026-11-24). Its API key is not used: it knows conversions only, and
// stands in the address.

import * as z from 'zod/mini'
import { callWithToken, type TokenGrant } from './access-token.ts'
import type { DeliveryIo } from './destination.ts'
import { fieldMapShape } from './field-map.ts'
import { type Asked, jsonRequest } from './json-request.ts'
import { rdStationFields } from './rd-station-conversion.ts'
import { safeUrlShape } from './safe-url.ts'

const secretName = z.string().check(z.minLength(1), z.maxLength(100))
const ownField = z.string().check(z.regex(/^cf_[a-z0-9_]{1,90}$/))

export const rdStationSettingsShape = z.object({
  baseUrl: z._default(safeUrlShape, 'https://api.rd.services'),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  clientSecretName: z._default(secretName, 'RD_STATION_CLIENT_SECRET'),
  refreshTokenName: z._default(secretName, 'RD_STATION_REFRESH_TOKEN'),
  /** The name of every conversion. Without it, the name of the form, else `lead-capture`. */
  conversionIdentifier: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  tags: z._default(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(20)), [
    'lead-capture',
  ]),
  /** Two text fields of a contact: our lead id, and the lead's revision. */
  idField: z._default(ownField, 'cf_lead_capture_id'),
  revisionField: z._default(ownField, 'cf_lead_capture_revision'),
  fields: fieldMapShape(rdStationFields, /^[a-z][a-z0-9_]{0,99}$/),
})
export type RdStationSettings = z.output<typeof rdStationSettingsShape>

/** Sends one request; a refused token is replaced once. */
export const callRdStation = (asked: Asked, settings: RdStationSettings, io: DeliveryIo) =>
  callWithToken(io, grantOf(settings), ({ token }) =>
    jsonRequest({ ...asked, path: `/platform${asked.path}` }, settings.baseUrl, { authorization: `Bearer ${token}` }),
  )

const grantOf = (settings: RdStationSettings): TokenGrant => ({
  flow: 'refresh-token',
  tokenUrl: `${settings.baseUrl}/auth/token`,
  clientId: settings.clientId,
  clientSecretName: settings.clientSecretName,
  refreshTokenName: settings.refreshTokenName,
  encoding: 'json',
  clientAuth: 'body',
})
