// An address that secrets and leads may be sent to: https, or plain http on this machine, where only a local receiver listens.

import * as z from 'zod/mini'

export const safeUrlShape = z.string().check(z.maxLength(2_000), z.refine(isSafeUrl, 'use https'))

export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'))
}
