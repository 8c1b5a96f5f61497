// Drives one case of test/fixtures/forms in a page and says what is wrong with what arrived. The member names are those
// of the cases' README.

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import type { Arrival } from '../support/collector-server.ts'

type Fill = string | true | string[] | { file: string; content: string }
type Values = Readonly<Record<string, string | readonly string[]>>

/** A case as its JSON says it. */
export interface FormCase {
  readonly name: string
  readonly fill?: Readonly<Record<string, Fill>>
  readonly action: string | readonly string[]
  readonly expected: Values | null
  readonly expectedValues?: readonly string[]
  readonly optional?: readonly string[]
  readonly accept?: Readonly<Record<string, readonly string[]>>
  readonly expectedSubmissions?: number
  readonly maxSubmissions?: number
  readonly expectedHints?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly neverSent?: readonly string[]
  readonly mustNotContain?: readonly string[]
  readonly engineDivergence?: { readonly chromium?: { readonly accept?: Readonly<Record<string, readonly string[]>> } }
}

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Asks from here: a page in the background has no animation frames to wait with. */
const within = async (where: Page | Frame, selector: string): Promise<ElementHandle<Element>> => {
  for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 50) {
    const found = await where.$(selector)
    if (found) return found
    await wait(50)
  }
  throw new Error(`nothing matches ${selector}`)
}

const find = async (page: Page, selector: string): Promise<ElementHandle<Element>> => {
  const [outer = '', inner] = selector.split(' |> ')
  const first = await within(page, outer)
  if (!inner) return first
  return within(await (first as ElementHandle<HTMLIFrameElement>).contentFrame(), inner)
}

const fillIn = async (page: Page, selector: string, value: Fill) => {
  const control = await find(page, selector)
  if (value === true) return control.click()
  if (Array.isArray(value)) return void (await control.select(...value))
  if (typeof value === 'object') {
    const file = join(await mkdtemp(join(tmpdir(), 'form-case-')), value.file)
    await writeFile(file, value.content)
    return (control as ElementHandle<HTMLInputElement>).uploadFile(file)
  }
  return control.evaluate((element, text) => {
    ;(element as HTMLInputElement).value = text
    element.dispatchEvent(new Event('input', { bubbles: true }))
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)
}

// Back from a page that is not there yet is back from the form itself, which leaves the site.
const goBackTo = async (page: Page, url: string) => {
  for (let waitedMs = 0; waitedMs < 5_000 && page.url() === url; waitedMs += 50) await wait(50)
  await page.goBack()
}

const act = async (page: Page, step: string, url: string) => {
  const [verb, ...words] = step.split(' ')
  const rest = words.join(' ')
  if (verb === 'click') return (await find(page, rest)).click()
  if (verb === 'enter') return (await find(page, rest)).press('Enter')
  if (verb === 'wait') return wait(Number(rest))
  if (verb === 'back') return goBackTo(page, url)
  if (verb === 'eval') return void (await page.evaluate(rest))
  if (verb === 'submit') return (await find(page, rest)).evaluate(form => HTMLFormElement.prototype.submit.call(form))
  if (verb === 'requestSubmit')
    return void (await page.evaluate(`document.querySelector('${words[0]}').requestSubmit()`))
  const control = await find(page, words[0] ?? '')
  await control.evaluate(element => {
    ;(element as HTMLInputElement).value = ''
  })
  return control.type(words.slice(1).join(' '))
}

/** Does what the case says, waits for what it expects and for what it does not, and leaves the page. */
export const runCase = async (page: Page, formCase: FormCase, arrivals: readonly Arrival[]): Promise<void> => {
  const url = page.url()
  for (const [selector, value] of Object.entries(formCase.fill ?? {})) await fillIn(page, selector, value)
  for (const step of [formCase.action].flat()) await act(page, step, url)
  const isThere = () => formCase.expected !== null && faultsOf(formCase, arrivals).length === 0
  for (let waitedMs = 0; waitedMs < 3_000 && !isThere(); waitedMs += 50) {
    await wait(50)
    if (formCase.expected === null && waitedMs >= 300) break
  }
  await wait(150)
  await page.goto('about:blank')
  await wait(150)
}

const valuesOf = (fields: unknown): Map<string, string[]> => {
  const values = new Map<string, string[]>()
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields as Record<string, unknown>)
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), ...[value].flat()])
  return values
}

const isSame = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b)

/** Everything that is wrong with what arrived; empty when the case holds. */
export const faultsOf = (formCase: FormCase, arrivals: readonly Arrival[]): string[] => {
  const faults: string[] = []
  const everything = arrivals.map(arrival => arrival.url + arrival.text).join('\n')
  for (const text of formCase.neverSent ?? []) if (everything.includes(text)) faults.push(`sent ${text}`)
  for (const { method, status } of arrivals)
    if (method !== 'POST' || status !== 202) faults.push(`${method} got ${status}`)
  if (formCase.expected === null) return arrivals.length ? [...faults, 'something was sent'] : faults

  const bodies = new Map<string, Set<string>>()
  for (const { text } of arrivals) {
    const { id } = JSON.parse(text)
    bodies.set(id, (bodies.get(id) ?? new Set()).add(text))
  }
  if ([...bodies.values()].some(texts => texts.size > 1)) faults.push('one id with two bodies')
  const least = formCase.expectedSubmissions ?? 1
  if (bodies.size < least || bodies.size > (formCase.maxSubmissions ?? least)) faults.push(`${bodies.size} submissions`)
  const last = [...bodies.values()].at(-1)?.values().next().value
  if (!last) return faults

  const submission = JSON.parse(last)
  const sent = valuesOf(submission.fields)
  const accept = { ...formCase.accept, ...formCase.engineDivergence?.chromium?.accept }
  for (const [name, value] of Object.entries(formCase.expected)) {
    const got = sent.get(name) ?? []
    if (!isSame(got, [value].flat()) && !got.every(one => accept[name]?.includes(one)))
      faults.push(`${name} is ${JSON.stringify(got).slice(0, 200)}`)
  }
  for (const [name, got] of sent) {
    const isAllowed = name in formCase.expected || formCase.optional?.includes(name) || formCase.expectedValues
    if (!isAllowed && !got.every(one => accept[name]?.includes(one))) faults.push(`${name} should not be there`)
    for (const text of formCase.mustNotContain ?? []) if (got.join().includes(text)) faults.push(`${name} has ${text}`)
  }
  const all = [...sent.values()].flat()
  for (const value of formCase.expectedValues ?? []) if (!all.includes(value)) faults.push(`no field has ${value}`)
  for (const [name, hints] of Object.entries(formCase.expectedHints ?? {})) {
    for (const [member, hint] of Object.entries(hints))
      if (submission.hints?.[name]?.[member] !== hint) faults.push(`no hint ${member} of ${name}`)
  }
  return faults
}
