// The public suffix list as the package tldts carries it.

import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The list as tldts lays it out: a node has edges from `edgeStart` on, whose labels lie one after another. */
interface Trie {
  readonly nodeFlags: Uint8Array
  readonly edgeStart: Uint16Array
  readonly edgeLength: Uint8Array
  readonly edgeChild: Uint16Array
  readonly labelText: string
  readonly rulesRoot: number
  readonly exceptionsRoot: number
}

export interface SuffixName {
  /** `com.br`, or `*.ck`, whose star stands for one label. */
  readonly name: string
  /** False for a name that only has rules under it, such as `amazonaws.com`. */
  readonly isRule: boolean
}

const tldts = dirname(createRequire(import.meta.url).resolve('tldts/package.json'))

/** Every name of the list, and the exceptions (`www.ck`) to its rules with a star. */
export async function publicSuffixList(): Promise<{
  readonly names: readonly SuffixName[]
  readonly exceptions: readonly string[]
}> {
  const trie: Trie = await import(pathToFileURL(resolve(tldts, 'dist/es6/src/data/trie.js')).href)
  const offsets: number[] = []
  let offset = 0
  for (const length of trie.edgeLength) {
    offsets.push(offset)
    offset += length
  }

  function* namesUnder(node: number, suffix: string): Generator<SuffixName> {
    for (let edge = trie.edgeStart[node] ?? 0; edge < (trie.edgeStart[node + 1] ?? 0); edge++) {
      const at = offsets[edge] ?? 0
      const name = trie.labelText.slice(at, at + (trie.edgeLength[edge] ?? 0)) + suffix
      const child = trie.edgeChild[edge] ?? 0
      yield { name, isRule: (trie.nodeFlags[child] ?? 0) !== 0 }
      yield* namesUnder(child, `.${name}`)
    }
  }

  const exceptions = [...namesUnder(trie.exceptionsRoot, '')].filter(({ isRule }) => isRule)
  return { names: [...namesUnder(trie.rulesRoot, '')], exceptions: exceptions.map(({ name }) => name) }
}
