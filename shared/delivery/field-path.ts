// Paths into a lead, as field maps name them: `email`, `custom.cor`, `original.source`, `consent.channels.email`. A path either
// is known or reads nothing: no name reaches what the tables below do not list.

import { currentConsent, type Lead } from '../lead/lead.ts'
import { channelOf, nameSource, type Touchpoint } from '../lead/touchpoint.ts'
import { type CanonicalField, canonicalFields } from '../mapping/canonical-fields.ts'
import { clickIdKeys, utmKeys } from '../wire.ts'

/** The value at a path; undefined when there is none, or no such path. */
export function readPath(lead: Lead, path: string): string | undefined {
  if (isCanonical(path)) {
    const value = lead.profile[path]
    return typeof value === 'string' ? value : value?.join(';')
  }
  const dot = path.indexOf('.')
  const [root, key] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)]
  switch (root) {
    case 'custom':
      return lead.custom.find(field => field.name === key)?.values.join(';')
    case 'original':
      return readTouch(lead.attribution.original, key)
    case 'latest':
      return readTouch(lead.attribution.latest, key)
    case 'consent':
      return readConsentPath(lead, key)
    case 'lead':
      return Object.hasOwn(leadPaths, key) ? leadPaths[key]?.(lead) : undefined
    default:
      return undefined
  }
}

/** Whether `readPath` knows the path, so that a mistyped one is told when settings are read and not by empty fields. */
export function isFieldPath(path: string): boolean {
  if (isCanonical(path)) return true
  const [root, ...rest] = path.split('.')
  const key = rest.join('.')
  switch (root) {
    case 'custom':
      return key !== ''
    case 'original':
    case 'latest':
      return Object.hasOwn(touchPaths, key) || touchKeys.has(key)
    case 'consent':
      return Object.hasOwn(consentPaths, key) || /^channels\.[a-z][a-z0-9_-]{0,31}$/i.test(key)
    case 'lead':
      return Object.hasOwn(leadPaths, key)
    default:
      return false
  }
}

/** Whether a path reads a part of what is told whole, the latest touch or the consent in force: a blank of it is ours too. */
export const isToldWhole = (path: string): boolean => /^(latest|consent)\./.test(path)

/** Whether a path reads a part of the touch that never moves. */
export const isOfOriginal = (path: string): boolean => path.startsWith('original.')

const canonical: ReadonlySet<string> = new Set(canonicalFields)
const isCanonical = (path: string): path is CanonicalField => canonical.has(path)
const touchKeys: ReadonlySet<string> = new Set([...utmKeys, ...clickIdKeys])

const leadPaths: Readonly<Record<string, (lead: Lead) => string | undefined>> = {
  id: lead => lead.id,
  revision: lead => String(lead.revision),
  createdAt: lead => lead.createdAt,
  updatedAt: lead => lead.updatedAt,
  renewedAt: lead => lead.renewedAt,
  submissions: lead => String(lead.submissions.length),
  intent: lead => lead.intent,
  route: lead => lead.route?.route,
  routePriority: lead => (lead.route ? String(lead.route.priority) : undefined),
  formName: lead => lead.formName,
  pageUrl: lead => lead.submissions.at(-1)?.page.url,
}

const touchPaths: Readonly<Record<string, (touch: Touchpoint) => string | undefined>> = {
  source: touch => nameSource(touch).source,
  medium: touch => nameSource(touch).medium,
  campaign: touch => nameSource(touch).campaign,
  channel: channelOf,
  at: touch => touch.at,
  referrer: touch => touch.referrer,
  landingPage: touch => touch.landingPage,
  clickIds: touch => {
    const ids = Object.entries(touch.clickIds ?? {})
    return ids.length > 0 ? ids.map(([key, value]) => `${key}=${value}`).join(';') : undefined
  },
}

function readTouch(touch: Touchpoint | undefined, key: string): string | undefined {
  if (!touch) return undefined
  if (Object.hasOwn(touchPaths, key)) return touchPaths[key]?.(touch)
  const utm = utmKeys.find(name => name === key)
  if (utm) return touch[utm]
  const clickId = clickIdKeys.find(name => name === key)
  return clickId && touch.clickIds?.[clickId]
}

type Consent = NonNullable<ReturnType<typeof currentConsent>>
const consentPaths: Readonly<Record<string, (consent: Consent) => string | undefined>> = {
  state: consent => consent.state,
  source: consent => consent.source,
  at: consent => consent.at,
  text: consent => consent.text,
  policy: consent => consent.policyVersion ?? consent.policyUrl,
  channels: consent =>
    Object.entries(consent.channels)
      .flatMap(([channel, isGranted]) => (isGranted ? [channel] : []))
      .join(';'),
}

// A channel that is not named is not granted, and says so: an opt-out field must not stay at an old yes.
function readConsentPath(lead: Lead, key: string): string | undefined {
  const consent = currentConsent(lead)
  if (!consent) return undefined
  if (Object.hasOwn(consentPaths, key)) return consentPaths[key]?.(consent)
  const channel = /^channels\.(.+)$/.exec(key)?.[1]
  return channel === undefined ? undefined : String(consent.channels[channel] === true)
}
