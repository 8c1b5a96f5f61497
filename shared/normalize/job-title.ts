// Reads a job title: how to show it, the seniority it speaks of, and the department. Portuguese, Spanish and English.
// Promises: the sender's words but for white space and for the case of all capitals or none; seniority and department
// only where a word says so. Rules run in order and the first that fits wins, the least senior reading of an assistant first.

import { cleanLine, cutText } from './clean-text.ts'
import { titleCase } from './job-title-case.ts'
import { departmentWords, seniorityWords } from './tables/job-words.ts'

/** Highest first. A partner is an owner; a head is a director; a coordinator or supervisor in Latin America a manager. */
export type Seniority = 'owner' | 'c_level' | 'vp' | 'director' | 'manager' | 'senior' | 'entry' | 'intern'

export interface JobTitle {
  readonly title: string
  readonly seniority?: Seniority
  readonly department?: string
}

/** What is longer is no title; it is cut, and nothing is read from it. */
const titleCharsMax = 120

export function normalizeJobTitle(raw: string): JobTitle {
  const whole = cleanLine(cutText(raw, 4_000))
  const title = titleCase(cutText(whole, titleCharsMax).trim())
  if (whole.length > titleCharsMax) return { title }
  const text = ` ${foldTitle(title)} `
  const seniority = seniorityOf(text)
  const department = firstOf(departments(), text)
  return { title, ...(seniority ? { seniority } : {}), ...(department ? { department } : {}) }
}

function seniorityOf(text: string): Seniority | undefined {
  const found = firstOf(seniorities(), text)
  return found === 'none' ? undefined : found
}

function firstOf<Name>(rules: readonly (readonly [Name, RegExp])[], text: string): Name | undefined {
  return rules.find(([, words]) => words.test(text))?.[0]
}

const foldTitle = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    // "Diretor(a)", "Supervisor/a": the other ending is no word.
    .replace(/\([ao]\)|\/[ao](?![a-z])/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** `gerente*` is any word that begins so; a phrase of several words has them in that order, side by side. */
function compile<Name>(rules: readonly (readonly [Name, string])[]): readonly (readonly [Name, RegExp])[] {
  return rules.map(([name, phrases]) => {
    const words = phrases.split(',').map(phrase => phrase.trim().replaceAll('*', '[a-z]*'))
    return [name, new RegExp(` (?:${words.join('|')}) `)] as const
  })
}

let compiledSeniorities: readonly (readonly [Seniority | 'none', RegExp])[] | undefined
let compiledDepartments: readonly (readonly [string, RegExp])[] | undefined
const seniorities = () => (compiledSeniorities ??= compile(seniorityWords))
const departments = () => (compiledDepartments ??= compile(departmentWords))
