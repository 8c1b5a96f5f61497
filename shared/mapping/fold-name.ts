// Folds a field's name or label to plain words, so that `Correo electrónico`, `correoElectronico` and
// `correo-electronico` are looked up as one. Promises: words of a-z and 0-9 only; any text gives a list, maybe empty.

/** Words read of a name; a longer one is a sentence, not a name. */
const wordsMax = 16
const charsMax = 200

/** Forms send the same names again and again; folding them is most of the cost of mapping. Full, it starts anew. */
const known = new Map<string, readonly string[]>()
const knownMax = 1_000

/** Lower-case words without accents, split at separators and at camelCase borders. */
export function foldWords(text: string): readonly string[] {
  const before = known.get(text)
  if (before) return before
  const words = splitWords(text)
  if (text.length > charsMax) return words
  if (known.size >= knownMax) known.clear()
  known.set(text, words)
  return words
}

function splitWords(text: string): string[] {
  if (/^[a-z]+$/.test(text)) return [text]
  const head = text.slice(0, charsMax)
  const unmarked = /^[ -~]*$/.test(head)
    ? head
    : head
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/ß/g, 'ss')
  const plain = unmarked
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\be mails?\b/g, 'email')
    .replace(/\bwhats app\b/g, 'whatsapp')
  return plain === '' ? [] : plain.split(' ', wordsMax)
}
