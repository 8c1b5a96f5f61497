// The names that people put into attributes.

import { clickIdKeys, utmKeys } from '../../shared/wire.ts'

/** Our attributes on forms and what is in them. */
export const attributeNames: readonly string[] =
  'data-lead data-lead-intent data-lead-field data-lead-consent data-lead-policy data-lead-policy-version data-lead-fill data-lead-ignore data-lead-error data-lead-success'.split(
    ' ',
  )

/** Our attributes on the script. */
export const tagAttributeNames: readonly string[] =
  'data-key data-auto data-consent data-debug data-path data-endpoint'.split(' ')

/** Values of `data-lead-field`. A copy of shared/mapping/canonical-fields.ts; a test holds the two together. */
export const fieldNames: readonly string[] =
  'email phone firstName lastName fullName company jobTitle country state city postalCode website industry companySize interest message'.split(
    ' ',
  )

/** Values of `data-lead-fill`. */
export const attributionNames: readonly string[] = ['referrer', 'landing_page', ...utmKeys, ...clickIdKeys]
