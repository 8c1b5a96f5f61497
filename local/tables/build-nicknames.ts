// `node local/tables/build-nicknames.ts`: writes shared/identity/tables/nicknames.ts from nickname-families.ts.
// Names become the roots they are looked up by, and a name is left out of a line where the others are found without it.

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { foldText } from '../../shared/identity/fold-text.ts'
import { rootOf } from '../../shared/identity/name-sound.ts'
import { isShortForm } from '../../shared/identity/short-form.ts'
import { nicknameFamilies } from './nickname-families.ts'

interface Member {
  readonly name: string
  readonly root: string
}

const families: Member[][] = nicknameFamilies
  .trim()
  .split('\n')
  .map(line => {
    const members = namesOf(line).map(name => ({ name, root: rootOf(name) }))
    return members.filter((member, at) => members.findIndex(other => other.root === member.root) === at)
  })

/** A line is longer than what foldText looks at. */
function namesOf(line: string): string[] {
  return line
    .split(' ')
    .map(foldText)
    .filter(name => name !== '')
}

const linesOf = new Map<string, Set<number>>()
for (const [at, family] of families.entries())
  for (const { root } of family) linesOf.set(root, (linesOf.get(root) ?? new Set()).add(at))

/** Found by rule, or by another line that has both. */
function isFound(a: Member, b: Member, line: number): boolean {
  if (isShortForm(a.name, b.name)) return true
  const others = linesOf.get(b.root)
  return [...(linesOf.get(a.root) ?? [])].some(at => at !== line && others?.has(at))
}

for (const [line, family] of families.entries())
  for (const member of family.toReversed()) {
    const others = families[line]?.filter(other => other !== member) ?? []
    if (others.length === 0 || !others.every(other => isFound(member, other, line))) continue
    families[line] = others
    linesOf.get(member.root)?.delete(line)
  }

const lines = families
  .filter(family => family.length > 1)
  .map(family => family.map(({ root }) => root).join(' '))
  .sort()
writeFileSync(
  resolve(import.meta.dirname, '../../shared/identity/tables/nicknames.ts'),
  `// Made by local/tables/build-nicknames.ts. Roots (name-sound.ts) of given names that one person may have, a person a line.
// English: carltonnorthern/nicknames (Apache-2.0). Portuguese, Spanish and other forms: ours, from general knowledge.

export const nicknameFamilies = \`${lines.join('\n')}\`
`,
)
console.log(`${lines.length} lines, ${lines.join(' ').split(' ').length} names`)
