// The portal's contact properties as HubSpot lists them. This portal has whatever custom property one asks for; it lists those
// that docs/operate.md has an administrator create, and what has been used as an idProperty.
// API: developers.hubspot.com/docs/api-reference/legacy/crm/properties/get-properties (read 2026-11-28).

import { type Answer, jsonAnswer } from './answer.ts'
import { maintainedProperties, optionsByProperty, standardProperties } from './property-rules.ts'

const touch = ['source', 'medium', 'campaign', 'at', 'referrer', 'landing_page', 'click_ids']

/** Custom properties as the documents list them, without the id. */
const documented = [
  ...['revision', 'industry', 'company_size', 'interest', 'form', 'intent', 'page', 'route', 'submissions'],
  ...['renewed_interest_at', 'shared_email', 'note'],
  ...touch.flatMap(name => [`original_${name}`, `latest_${name}`]),
  ...['consent', 'consent_source', 'consent_channels', 'consent_at', 'consent_text', 'consent_policy'],
].map(name => `lead_capture_${name}`)
const utm = ['source', 'medium', 'campaign', 'term', 'content', 'id', 'source_platform'].map(name => `utm_${name}`)

/** @param unique custom properties by which records have been named */
export function listProperties(unique: readonly string[]): Answer {
  const uniqueNames = new Set(['lead_capture_id', ...unique])
  const names = new Set([...standardProperties, 'email', ...documented, ...utm, ...uniqueNames])
  return jsonAnswer(200, { results: [...names].map(name => propertyOf(name, uniqueNames.has(name))) })
}

function propertyOf(name: string, hasUniqueValue: boolean) {
  const options = Object.hasOwn(optionsByProperty, name) ? optionsByProperty[name] : undefined
  const readOnlyValue = (maintainedProperties as readonly string[]).includes(name)
  return {
    name,
    label: name,
    groupName: 'contactinformation',
    type: options ? 'enumeration' : 'string',
    fieldType: options ? 'select' : 'text',
    options: (options ?? []).map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false })),
    hasUniqueValue,
    hidden: false,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyOptions: false, readOnlyValue },
  }
}
