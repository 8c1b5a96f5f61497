// List cursors: where a list goes on, signed, so that nobody can make one up.

import { cursorCharsMax } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { base64Url, fromBase64Url, utf8 } from '../platform/bytes.ts'
import { isMac, mac } from '../privacy/blind-index.ts'

/** The site whose rows come next, and the id below which they are. */
export interface ListPosition {
  readonly site: string
  readonly before: string
}

/** Above every id, for the start of a list. */
export const beforeAll = '~'

export async function writeCursor(env: Env, position: ListPosition): Promise<string> {
  const content = base64Url(utf8(`${position.site} ${position.before}`))
  return `${content}.${base64Url(await mac(env, 'cursor', content))}`
}

/** Undefined when the cursor is not one of ours. */
export async function readCursor(env: Env, cursor: string): Promise<ListPosition | undefined> {
  if (cursor.length > cursorCharsMax) return undefined
  const [content = '', signature = ''] = cursor.split('.')
  const bytes = fromBase64Url(signature)
  const read = fromBase64Url(content)
  if (!bytes || !read || !(await isMac(env, 'cursor', bytes, content))) return undefined
  const [site = '', before = ''] = new TextDecoder().decode(read).split(' ')
  return { site, before }
}
