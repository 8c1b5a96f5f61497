// What HubSpot takes as a contact's properties: names that exist, values that are valid. Pure.
// This portal has whatever custom property one asks for: any name in HubSpot's own spelling exists.

import type { Properties } from './contact-store.ts'
import { propertyNameCharsMax, propertyValueCharsMax } from './limits.ts'

/** One thing wrong with one property; `code` is HubSpot's. */
export interface PropertyIssue {
  readonly property: string
  readonly code: 'INVALID_EMAIL' | 'INVALID_OPTION' | 'PROPERTY_DOESNT_EXIST' | 'READ_ONLY_VALUE' | 'INVALID_LENGTH'
  readonly message: string
}

/** Set by HubSpot itself and part of every answer. */
export const maintainedProperties = ['createdate', 'hs_object_id', 'lastmodifieddate'] as const

/** The values that a property takes, where it does not take any. */
export const optionsByProperty: Readonly<Record<string, readonly string[]>> = {
  lifecyclestage: [
    'subscriber',
    'lead',
    'marketingqualifiedlead',
    'salesqualifiedlead',
    'opportunity',
    'customer',
    'evangelist',
    'other',
  ],
}

// HubSpot's own properties. None but the e-mail is unique, so none of them can be an idProperty.
export const standardProperties: ReadonlySet<string> = new Set([
  ...maintainedProperties,
  ...['firstname', 'lastname', 'phone', 'mobilephone', 'company', 'jobtitle', 'website', 'address', 'city', 'state'],
  ...['zip', 'country', 'industry', 'message', 'lifecyclestage', 'hs_lead_status'],
])

/** Whether a property of this name exists in the portal. */
export const propertyExists = (name: string): boolean =>
  /^[a-z][a-z0-9_]*$/.test(name) && name.length <= propertyNameCharsMax

/** Whether records may be found by this property: the e-mail, and any custom property. */
export const canBeUnique = (name: string): boolean => propertyExists(name) && !standardProperties.has(name)

/** A value as HubSpot keeps it: addresses lose their capitals. */
export const keptValue = (property: string, value: string): string =>
  property === 'email' ? value.trim().toLowerCase() : value

/** Every property as HubSpot would keep it, and what it would refuse. */
export function readProperties(properties: Properties): { kept: Properties; issues: readonly PropertyIssue[] } {
  const kept = Object.entries(properties).map(([name, value]) => [name, keptValue(name, value)] as const)
  return { kept: Object.fromEntries(kept), issues: kept.flatMap(([name, value]) => issuesOf(name, value)) }
}

function issuesOf(property: string, value: string): PropertyIssue[] {
  if (!propertyExists(property)) {
    return [{ property, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${property}" does not exist` }]
  }
  if ((maintainedProperties as readonly string[]).includes(property)) {
    return [
      { property, code: 'READ_ONLY_VALUE', message: `"${property}" is a read only property; its value cannot be set.` },
    ]
  }
  if (value.length > propertyValueCharsMax) {
    return [
      { property, code: 'INVALID_LENGTH', message: `${property} must be at most ${propertyValueCharsMax} characters` },
    ]
  }
  if (value === '') return [] // An empty value clears the property.
  if (property === 'email' && !isEmail(value)) {
    return [{ property, code: 'INVALID_EMAIL', message: `Email address ${value} is invalid` }]
  }
  const options = Object.hasOwn(optionsByProperty, property) ? optionsByProperty[property] : undefined
  if (options !== undefined && !options.includes(value)) {
    return [
      {
        property,
        code: 'INVALID_OPTION',
        message: `${value} was not one of the allowed options: [${options.join(', ')}]`,
      },
    ]
  }
  return []
}

const isEmail = (value: string): boolean =>
  value.length <= 254 &&
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(value)
