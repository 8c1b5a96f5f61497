// Reads host names by the public suffix list (publicsuffix.org, its private section included): at `example.github.io` and
// `loja.example.com.br` the owner's name starts one label before the suffix.
// Promises: the registrable domain in lower case, or nothing for a suffix, an address in numbers or what is no host name.
// The rules are kept as hashes (tables/public-suffixes.ts): about one unlisted suffix in 100,000 is taken for a listed one.

import { readHashList } from './hash-list.ts'
import { suffixBits, suffixCount, suffixHashes } from './tables/public-suffixes.ts'
import { textHash } from './text-hash.ts'

/** RFC 1035 §2.3.4, in text form. */
const hostCharsMax = 253
const labelCharsMax = 63
/** Letters of any script, digits, and the underscore that DNS has and hosts do not. */
const label = /^(?!-)[\p{L}\p{M}\p{N}_-]+(?<!-)$/u

/** The domain that somebody can register: `www.example.com.br` gives `example.com.br`. */
export function registrableDomain(host: string): string | undefined {
  const labels = labelsOf(host)
  if (!labels) return undefined
  // Without a rule the last label is the suffix (publicsuffix.org, "Algorithm").
  const suffix = ruledSuffixLabels(labels) ?? 1
  return labels.length > suffix ? labels.slice(labels.length - suffix - 1).join('.') : undefined
}

/** True when the host ends in a suffix that the list has, such as a top level domain that exists. */
export function hasKnownSuffix(host: string): boolean {
  const labels = labelsOf(host)
  return labels !== undefined && ruledSuffixLabels(labels) !== undefined
}

/** The labels of a host name in lower case; undefined for what is none. A dot at the end is the root's. */
function labelsOf(host: string): readonly string[] | undefined {
  if (host.length > hostCharsMax + 1) return undefined
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  const isHost = labels.every(text => text.length <= labelCharsMax && label.test(text))
  return isHost && !/^\d+$/.test(labels.at(-1) ?? '') ? labels : undefined
}

/** Of how many labels the suffix is by the longest rule that fits; an exception stands above all rules. */
function ruledSuffixLabels(labels: readonly string[]): number | undefined {
  const rules = suffixRules()
  const has = (rule: string) => rules.has(textHash(rule) % 2 ** suffixBits)
  let fitting: number | undefined
  for (let count = Math.min(labels.length, ruleLabelsMax); count > 0; count--) {
    const name = labels.slice(labels.length - count)
    const text = name.join('.')
    if (has(`!${text}`)) return count - 1
    if (fitting === undefined && (has(text) || (count > 1 && has(`*.${name.slice(1).join('.')}`)))) fitting = count
  }
  return fitting
}

/** The longest rule of the list has five labels; a longer one would be looked for in vain. */
const ruleLabelsMax = 6

let read: ReadonlySet<number> | undefined

/** Read on first use: a Worker that only answers a health check does not pay for it. */
function suffixRules(): ReadonlySet<number> {
  read ??= new Set(readHashList(suffixHashes, suffixCount, suffixBits))
  return read
}
