// Reads host names by the public suffix list (publicsuffix.org, its private section included): at `example.github.io` and
// `loja.example.com.br` the owner's name starts one label before the suffix.
// Promises: the registrable domain in lower case, or nothing for a suffix, an address in numbers or what is no host name.
// The rules are kept as hashes (busy-suffixes.ts): one unlisted name in 65,000 is taken for a suffix, and in 1,000 where few
// hosts are. No name of the list is misread.

import { isBusySuffixName } from './busy-suffixes.ts'
import { busySuffixNames, quietSuffixNames, suffixExceptions } from './large-tables.ts'
import { readRibbonTable } from './ribbon-table.ts'

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
  const has = suffixNames()
  let fitting: number | undefined
  let parent = ''
  // From the top level domain on, as far as names are listed: for most hosts only one unlisted name is asked for.
  for (let count = 1; count <= labels.length; count++) {
    const name = labels.slice(labels.length - count).join('.')
    if (parent !== '' && has(`*${parent}`)) {
      if (exceptions.has(name)) return count - 1
      fitting = count
    }
    if (has(name)) fitting = count
    else if (!has(`+${name}`)) return fitting
    parent = name
  }
  return fitting
}

const exceptions = new Set(suffixExceptions.split(' '))

let read: ((name: string) => boolean) | undefined

/** Read on first use: a Worker that only answers a health check does not pay for it. */
function suffixNames(): (name: string) => boolean {
  if (read) return read
  const busy = readRibbonTable(busySuffixNames)
  const quiet = readRibbonTable(quietSuffixNames)
  read = name => (isBusySuffixName(name) ? busy : quiet)(name) !== undefined
  return read
}
