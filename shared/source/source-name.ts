// The name of a source as reports use it: `google` for google.com.br, `facebook` for l.facebook.com and for `fb`.

import { siteOfHost } from './site-of-host.ts'
import { displayNames, sourceAliases } from './tables/source-names.ts'

/** The name for a domain or a short name that has one, else undefined. */
export function aliasOf(name: string): string | undefined {
  aliases ??= readPairs(sourceAliases.trim().replace(/(\S+)\s+(\S+)\s*/g, '$1 $2;'))
  return aliases.get(name)
}

/** The name of the source behind a host: its alias, else its brand where a table knows the site, else the host. */
export function nameOfHost(host: string, isBrand: boolean): string {
  const bare = host.replace(/^www\./, '')
  let level = bare
  for (let levels = 0; levels < levelsMax && level.includes('.'); levels += 1) {
    const alias = aliasOf(level)
    if (alias) return alias
    level = level.slice(level.indexOf('.') + 1)
  }
  const site = isBrand ? siteOfHost(bare) : undefined
  if (!site) return bare
  return site.brand.length >= brandCharsMin ? site.brand : site.domain
}

/** What people call a source: `X (Twitter)`. Falls back to the name itself. */
export function displayName(name: string): string {
  displays ??= readPairs(displayNames.replaceAll('\n', ' '))
  const written = name.toLowerCase()
  let level = aliasOf(written) ?? written
  for (let levels = 0; levels < levelsMax; levels += 1) {
    const shown = displays.get(level)
    if (shown) return shown
    const dot = level.indexOf('.')
    if (dot < 0) return name
    level = level.slice(dot + 1)
  }
  return name
}

const levelsMax = 8
// `1.cz` is clearer than `1`.
const brandCharsMin = 3

let aliases: ReadonlyMap<string, string> | undefined
let displays: ReadonlyMap<string, string> | undefined

/** `key value;key value`, where a value may hold spaces. */
function readPairs(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const pair of text.split(';')) {
    const [, key, value] = /^\s*(\S+)\s+(.+?)\s*$/.exec(pair) ?? []
    if (key && value) map.set(key.replaceAll('~', ' '), value)
  }
  return map
}
