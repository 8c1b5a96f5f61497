// UTF-8 or nothing: a body in another encoding would be stored as somebody else's name.

/** The text of UTF-8 bytes; undefined when they are none. A byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    // Only a malformed sequence lands here.
    return undefined
  }
}
