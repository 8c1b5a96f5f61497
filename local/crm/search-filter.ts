// One condition of a search. Text compares without regard to capitals, numbers and times by their size. Pure.

import { assertNever } from '../../shared/result.ts'

/** HubSpot's operators. */
export const operators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const

export interface SearchFilter {
  readonly operator: (typeof operators)[number]
  readonly value?: string | undefined
  readonly highValue?: string | undefined
  readonly values?: readonly string[] | undefined
}

/** Whether a contact whose property has the value `actual` (or none) fits. */
export function matchesFilter(actual: string | undefined, filter: SearchFilter): boolean {
  const { operator, value = '', highValue = '', values = [] } = filter
  switch (operator) {
    case 'HAS_PROPERTY':
      return actual !== undefined
    case 'NOT_HAS_PROPERTY':
      return actual === undefined
    case 'NEQ':
      return actual === undefined || !isSame(actual, value)
    case 'NOT_IN':
      return actual === undefined || !values.some(one => isSame(actual, one))
    case 'NOT_CONTAINS_TOKEN':
      return actual === undefined || !containsToken(actual, value)
    case 'EQ':
      return actual !== undefined && isSame(actual, value)
    case 'IN':
      return actual !== undefined && values.some(one => isSame(actual, one))
    case 'CONTAINS_TOKEN':
      return actual !== undefined && containsToken(actual, value)
    case 'LT':
      return actual !== undefined && compare(actual, value) < 0
    case 'LTE':
      return actual !== undefined && compare(actual, value) <= 0
    case 'GT':
      return actual !== undefined && compare(actual, value) > 0
    case 'GTE':
      return actual !== undefined && compare(actual, value) >= 0
    case 'BETWEEN':
      return actual !== undefined && compare(actual, value) >= 0 && compare(actual, highValue) <= 0
    default:
      return assertNever(operator)
  }
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(token => token !== '')

// A star stands for any ending or beginning of a token, as in `*@example.com`.
function containsToken(actual: string, wanted: string): boolean {
  const tokens = tokensOf(actual)
  return tokensOf(wanted).every(want =>
    tokens.some(token => (wanted.includes('*') ? token.includes(want) : token === want)),
  )
}

function compare(a: string, b: string): number {
  const [x, y] = [sizeOf(a), sizeOf(b)]
  return x === undefined || y === undefined ? (a < b ? -1 : a > b ? 1 : 0) : x - y
}

// HubSpot takes times as milliseconds or as ISO 8601.
function sizeOf(text: string): number | undefined {
  if (text === '') return undefined
  const number = Number(text)
  if (Number.isFinite(number)) return number
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
