// The fields that the product understands. Everything else a form sends is kept as a custom field under its own name.

export const canonicalFields = [
  'email',
  'phone',
  'firstName',
  'lastName',
  'fullName',
  'company',
  'jobTitle',
  'country',
  'state',
  'city',
  'postalCode',
  'website',
  'industry',
  'companySize',
  'interest',
  'message',
] as const

export type CanonicalField = (typeof canonicalFields)[number]
