// The encoding of a plain form post. Browsers post a form in the encoding of its page, and old pages are not in UTF-8.
// What names it is the input `_charset_`, which browsers fill (HTML, "constructing the entry list",
// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html), then the content type, then the bytes.

import type { FormPairs } from './form-body.ts'

/** The encoding that a form post names, other than UTF-8; undefined where it names none that forms are sent in. */
export function formCharset(pairs: FormPairs, contentType: string): string | undefined {
  const own = pairs.find(([name]) => name === '_charset_')?.[1]
  const charset = encodingOf(own) ?? encodingOf(/;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1])
  // No form is sent in UTF-16 (Encoding, "get an output encoding"): whoever names it has sent UTF-8.
  return charset?.startsWith('utf-') ? undefined : charset
}

function encodingOf(label: string | undefined): string | undefined {
  try {
    return label && new TextDecoder(label).encoding
  } catch {
    // A name of no encoding.
    return undefined
  }
}

/**
 * The text of a name or value.
 * @param bytewise a character for each byte
 */
export function decodeFormText(bytewise: string, charset: string | undefined): string {
  const bytes = Uint8Array.from(bytewise, byte => byte.charCodeAt(0))
  return fromReferences(strictly(charset, bytes) ?? strictly('utf-8', bytes) ?? decodeWestern(bytes))
}

function strictly(charset: string | undefined, bytes: Uint8Array): string | undefined {
  try {
    return charset && new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    // Only a sequence that the encoding does not have.
    return undefined
  }
}

// The encoding of most pages that are not in UTF-8, and the one that browsers take for "iso-8859-1" and "ascii"
// (Encoding, "names and labels"). Every byte is a character in it.
const decodeWestern = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)

// What an encoding lacks is sent as a reference: `&#321;ukasz` (Encoding, "encode or fail" for forms).
const fromReferences = (text: string): string =>
  text.replace(/&#(\d{1,7});/g, (reference, code) =>
    Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : reference,
  )
