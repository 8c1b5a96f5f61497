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

/** The lists that go on, by the name of their rows. */
export type ListName = 'leads' | 'deliveries' | 'quarantine' | 'spam' | 'matches' | 'reproject'

/** Above every id, for the start of a list. */
export const beforeAll = '~'

/** @param list which list goes on there: a cursor of one is none of another */
export async function writeCursor(env: Env, list: ListName, position: ListPosition): Promise<string> {
  const content = base64Url(utf8(`${position.site} ${position.before}`))
  return `${content}.${base64Url(await mac(env, 'cursor', `${list} ${content}`))}`
}

/** Undefined when the cursor is not one of ours, or of another list. */
export async function readCursor(env: Env, list: ListName, cursor: string): Promise<ListPosition | undefined> {
  if (cursor.length > cursorCharsMax) return undefined
  const [content = '', signature = '', ...more] = cursor.split('.')
  if (more.length > 0) return undefined
  const bytes = fromBase64Url(signature)
  const read = fromBase64Url(content)
  if (!bytes || !read || !(await isMac(env, 'cursor', bytes, `${list} ${content}`))) return undefined
  const [site = '', before = ''] = new TextDecoder().decode(read).split(' ')
  return { site, before }
}
