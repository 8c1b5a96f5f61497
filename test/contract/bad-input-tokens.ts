// The tokens of the bad inputs: values that are new in each run, so that runs do not meet each other's leads.

import { randomBytes, randomInt } from 'node:crypto'
import { uuidv7 } from '../../shared/ids.ts'

/** Values of one case, by token. */
export const newTokens = (): Map<string, string> => new Map()

const uuid = () => uuidv7(Date.now(), new Uint8Array(randomBytes(10)))
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')

/** Replaces every token. Those with one value per case keep it in `known`. */
export function fillTokens(text: string, known: Map<string, string>): string {
  return text.replaceAll(/\{\{([^{}]+)\}\}/g, (_, token: string) => {
    if (token === 'uuid') return uuid()
    if (token === 'byte') return String(randomInt(256))
    if (token.startsWith('repeat:')) {
      const [, unit = '', count = '0'] = token.split(':')
      return unit.repeat(Number(count))
    }
    const value = known.get(token) ?? newValue(token)
    known.set(token, value)
    return value
  })
}

function newValue(token: string): string {
  if (token.startsWith('email')) return `person-${randomBytes(8).toString('hex')}@example.com`
  if (token.startsWith('uuid:')) return uuid()
  if (token.startsWith('digits:')) return digits(Number(token.slice('digits:'.length)))
  if (token === 'n') return digits(6)
  throw new Error(`unknown token ${token}`)
}
