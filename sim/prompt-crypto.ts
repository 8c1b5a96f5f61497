// WebCrypto's calls as the product makes them, answered at once, so that every run has the same order. HMAC-SHA-256 and
// HKDF are the real ones. A cipher of our own stands in for AES-GCM, since the real one took a fifth of a run: it opens
// only with the key, nonce, label and bytes that it was sealed with, shows nothing of the text, and protects nobody.

import { hash } from 'node:crypto'
import type { Dice } from './dice.ts'

const tagBytes = 16

interface HeldKey {
  readonly raw: Uint8Array
  /** The key as HMAC mixes it into its inner and its outer hash, once it was asked for that. */
  pads?: { readonly inner: Uint8Array; readonly outer: Uint8Array }
}
interface GcmParams {
  readonly iv: Uint8Array
  readonly additionalData: Uint8Array
}

/** What the product uses of `crypto`. */
export function promptCrypto(dice: Dice) {
  const getRandomValues = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = dice.roll() * 256
    return bytes
  }
  return {
    subtle,
    getRandomValues,
    randomUUID: () => {
      const hex = Buffer.from(getRandomValues(new Uint8Array(16))).toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}

const blockBytes = 64

const held = (raw: Uint8Array): HeldKey => ({ raw })

function padsOf({ raw }: HeldKey) {
  const block = new Uint8Array(blockBytes)
  block.set(raw.byteLength > blockBytes ? digestOf(raw) : raw)
  return { inner: block.map(byte => byte ^ 0x36), outer: block.map(byte => byte ^ 0x5c) }
}

function digestOf(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  // Node's buffers share pooled memory: WebCrypto answers a buffer of one's own.
  return new Uint8Array(hash('sha256', Buffer.concat(parts), 'buffer'))
}

// RFC 2104 §2 by two plain hashes: Node's own HMAC takes six times as long to set up as both of them take.
function hmac(key: HeldKey, content: Uint8Array): Uint8Array<ArrayBuffer> {
  key.pads ??= padsOf(key)
  return digestOf(key.pads.outer, digestOf(key.pads.inner, content))
}

const subtle = {
  importKey: async (_format: 'raw', raw: Uint8Array | ArrayBuffer) => held(new Uint8Array(raw).slice()),

  // RFC 5869 §2 for 32 bytes, which are one round of its second step.
  deriveKey: async (hkdf: { salt: Uint8Array; info: Uint8Array }, material: HeldKey) =>
    held(hmac(held(hmac(held(hkdf.salt), material.raw)), Buffer.concat([hkdf.info, Uint8Array.of(1)]))),

  sign: async (_algorithm: 'HMAC', key: HeldKey, content: Uint8Array) => hmac(key, content).buffer,

  verify: async (_algorithm: 'HMAC', key: HeldKey, signature: Uint8Array, content: Uint8Array) =>
    Buffer.compare(signature, hmac(key, content)) === 0,

  encrypt: async (params: GcmParams, key: HeldKey, plain: Uint8Array) => {
    const sealed = new Uint8Array(plain.byteLength + tagBytes)
    sealed.set(plain)
    const body = sealed.subarray(0, plain.byteLength)
    scramble(body, seedsOf(params, key))
    sealed.set(tagOf(body, params, key), plain.byteLength)
    return sealed.buffer
  },

  decrypt: async (params: GcmParams, key: HeldKey, sealed: Uint8Array) => {
    const end = sealed.byteLength - tagBytes
    const body = sealed.slice(0, end)
    if (Buffer.compare(tagOf(body, params, key), sealed.subarray(end)) !== 0) throw new Error('does not open')
    scramble(body, seedsOf(params, key))
    return body.buffer
  },
}

type Seeds = readonly [number, number, number, number]

/** Four words that depend on every byte of key, nonce and label. */
function seedsOf({ iv, additionalData }: GcmParams, key: HeldKey): Seeds {
  return mix(additionalData, mix(iv, mix(key.raw, [0x9e3779b9, 0x7f4a7c15, 0x85ebca6b, 0xc2b2ae35])))
}

function tagOf(body: Uint8Array, params: GcmParams, key: HeldKey): Uint8Array {
  return new Uint8Array(Uint32Array.from(mix(body, seedsOf(params, key))).buffer)
}

// Two lanes of FNV-1a over alternate bytes, stirred into four words.
function mix(bytes: Uint8Array, [a, b, c, d]: Seeds): Seeds {
  let even = a ^ c
  let odd = b ^ d
  for (let at = 0; at < bytes.length; at += 2) {
    even = Math.imul(even ^ (bytes[at] ?? 0), 0x01000193)
    odd = Math.imul(odd ^ (bytes[at + 1] ?? 0x1ff) ^ even, 0x01000193)
  }
  return [stir(even + a), stir(odd + b), stir(even ^ Math.imul(odd, 31) ^ c), stir(odd ^ (even >>> 7) ^ d)]
}

function stir(word: number): number {
  const half = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 0
}

// xorshift128 (Marsaglia 2003): the same again undoes it.
function scramble(bytes: Uint8Array, [a, b, c, d]: Seeds): void {
  let [x, y, z, w] = [a | 1, b, c, d]
  for (let at = 0; at < bytes.length; at += 1) {
    if ((at & 3) === 0) {
      const t = x ^ (x << 11)
      x = y
      y = z
      z = w
      w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    }
    bytes[at] = (bytes[at] ?? 0) ^ (w >>> ((at & 3) * 8))
  }
}
