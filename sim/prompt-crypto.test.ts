// What answers at once answers what WebCrypto answers; and what stands in for a cipher opens nothing that was touched.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diceOf } from './dice.ts'
import { promptCrypto } from './prompt-crypto.ts'

const prompt = promptCrypto(diceOf(1)).subtle
const bytes = (least: number, most: number) =>
  fc.uint8Array({ minLength: least, maxLength: most }).map(made => new Uint8Array(made))
const hex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex')
const hmacSha256 = { name: 'HMAC', hash: 'SHA-256' } as const

// Keys up to and beyond the 64 bytes of a block.
test('an HMAC is the one of WebCrypto, whatever the key and the content', async () => {
  await fc.assert(
    fc.asyncProperty(bytes(1, 100), bytes(0, 300), async (raw, content) => {
      const real = await crypto.subtle.importKey('raw', raw, hmacSha256, false, ['sign'])
      const signature = await prompt.sign('HMAC', await prompt.importKey('raw', raw), content)
      expect(hex(signature)).toBe(hex(await crypto.subtle.sign('HMAC', real, content)))
    }),
  )
})

test('an HMAC is verified, and one with another bit is not', async () => {
  await fc.assert(
    fc.asyncProperty(bytes(32, 32), bytes(0, 99), fc.nat(255), async (raw, content, bit) => {
      const key = await prompt.importKey('raw', raw)
      const signature = new Uint8Array(await prompt.sign('HMAC', key, content))
      expect(await prompt.verify('HMAC', key, signature, content)).toBe(true)
      const other = signature.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(await prompt.verify('HMAC', key, other, content)).toBe(false)
    }),
  )
})

test('a derived key is the one of WebCrypto', async () => {
  await fc.assert(
    fc.asyncProperty(bytes(32, 32), bytes(0, 80), bytes(0, 80), bytes(0, 40), async (raw, salt, info, content) => {
      const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info }
      const material = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
      const real = await crypto.subtle.deriveKey(hkdf, material, { ...hmacSha256, length: 256 }, false, ['sign'])
      const derived = await prompt.deriveKey(hkdf, await prompt.importKey('raw', raw))
      expect(hex(await prompt.sign('HMAC', derived, content))).toBe(
        hex(await crypto.subtle.sign('HMAC', real, content)),
      )
    }),
  )
})

test('what was sealed opens, and not with another key, nonce, label or byte', async () => {
  await fc.assert(
    fc.asyncProperty(bytes(32, 32), bytes(12, 12), bytes(1, 40), bytes(1, 300), fc.nat(), async (...made) => {
      const [raw, iv, additionalData, plain, at] = made
      const key = await prompt.importKey('raw', raw)
      const sealed = new Uint8Array(await prompt.encrypt({ iv, additionalData }, key, plain))
      const touched = (of: Uint8Array) => of.map((byte, place) => (place === at % of.length ? byte ^ 1 : byte))
      expect(hex(await prompt.decrypt({ iv, additionalData }, key, sealed))).toBe(Buffer.from(plain).toString('hex'))
      const otherKey = await prompt.importKey('raw', touched(raw))
      const opening = [
        prompt.decrypt({ iv, additionalData }, otherKey, sealed),
        prompt.decrypt({ iv: touched(iv), additionalData }, key, sealed),
        prompt.decrypt({ iv, additionalData: touched(additionalData) }, key, sealed),
        prompt.decrypt({ iv, additionalData }, key, touched(sealed)),
      ]
      const opened = await Promise.allSettled(opening)
      expect(opened.map(({ status }) => status)).toEqual(opening.map(() => 'rejected'))
    }),
  )
})
