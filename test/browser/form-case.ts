// Drives one case of test/fixtures/forms in a page of any engine and says what is wrong with what arrived. The member names
// are those of the cases' README.

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from '../../local/find-browser.ts'
import type { Arrival } from '../support/collector-server.ts'
import type { EnginePage } from './engines/engine.ts'

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
  readonly expectedContext?: { readonly urlEndsWith: string }
  readonly expectedHints?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly neverSent?: readonly string[]
  readonly mustNotContain?: readonly string[]
  readonly engineDivergence?: Partial<
    Record<BrowserName, { readonly accept?: Readonly<Record<string, readonly string[]>> }>
  >
}

/** How long to wait for what is expected, and for what is not: on the page, and after leaving it. */
const expectedMsMax = 3_000
const unexpectedMs = 300
const afterwardsMs = 200

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Does what the case says, waits for what it expects and for what it does not, and leaves the page. */
export const runCase = async (
  page: EnginePage,
  engine: BrowserName,
  formCase: FormCase,
  arrivals: readonly Arrival[],
): Promise<void> => {
  const url = await page.url()
  for (const [selector, value] of Object.entries(formCase.fill ?? {})) await fillIn(page, selector, value)
  for (const step of [formCase.action].flat()) await act(page, step, url)
  if (formCase.expected === null) await wait(unexpectedMs)
  else {
    const deadline = Date.now() + expectedMsMax
    while (faultsOf(formCase, engine, arrivals).length > 0 && Date.now() < deadline) await wait(25)
  }
  await wait(afterwardsMs)
  await page.goto('about:blank')
  await wait(afterwardsMs)
}

const fillIn = async (page: EnginePage, selector: string, value: Fill) => {
  const control = await page.find(selector)
  if (value === true) return control.click()
  if (Array.isArray(value)) return control.run(selectOptions, value)
  if (typeof value === 'string') return control.run(setValue, [value])
  const file = join(await mkdtemp(join(tmpdir(), 'form-case-')), value.file)
  await writeFile(file, value.content)
  return control.upload(file)
}

const act = async (page: EnginePage, step: string, url: string) => {
  const [verb, ...words] = step.split(' ')
  const rest = words.join(' ')
  if (verb === 'wait') return wait(Number(rest))
  if (verb === 'back') return page.goBackTo(url)
  if (verb === 'eval') return page.evaluate(rest)
  if (verb === 'requestSubmit') return page.evaluate(requestSubmit(words))
  if (verb === 'click') return (await page.find(rest)).click()
  if (verb === 'enter') return (await page.find(rest)).pressEnter()
  if (verb === 'submit') return (await page.find(rest)).run(submit)
  if (verb !== 'type') throw new Error(`no such step: ${step}`)
  const control = await page.find(words[0] ?? '')
  await control.run(empty)
  return control.type(words.slice(1).join(' '))
}

const requestSubmit = ([form = '', submitter]: readonly string[]) => {
  const find = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`
  return `${find(form)}.requestSubmit(${submitter ? find(submitter) : ''})`
}

// What follows runs in the page.

const setValue = (element: Element, [text = '']: readonly string[]) => {
  ;(element as HTMLInputElement).value = text
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

const selectOptions = (element: Element, values: readonly string[]) => {
  for (const option of (element as HTMLSelectElement).options) option.selected = values.includes(option.value)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

const empty = (element: Element) => {
  ;(element as HTMLInputElement).value = ''
}

const submit = (element: Element) => HTMLFormElement.prototype.submit.call(element)

const valuesOf = (fields: unknown): Map<string, string[]> => {
  const values = new Map<string, string[]>()
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields as Record<string, unknown>)
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), ...[value].flat()])
  return values
}

const isSame = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b)

/** Everything that is wrong with what arrived; empty when the case holds. */
export const faultsOf = (formCase: FormCase, engine: BrowserName, arrivals: readonly Arrival[]): string[] => {
  const faults: string[] = []
  const everything = arrivals.map(arrival => arrival.url + arrival.text).join('\n')
  for (const text of formCase.neverSent ?? []) if (everything.includes(text)) faults.push(`sent ${text}`)
  for (const { method, status } of arrivals)
    if (method !== 'POST' || status !== 202) faults.push(`${method} got ${status}`)
  if (formCase.expected === null) return arrivals.length ? [...faults, 'something was sent'] : faults

  const bodies = new Map<string, Set<string>>()
  for (const { method, text } of arrivals) {
    // A preflight is a fault already, and has no body.
    if (method !== 'POST') continue
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
  const accept = { ...formCase.accept, ...formCase.engineDivergence?.[engine]?.accept }
  for (const [name, value] of Object.entries(formCase.expected)) {
    const got = sent.get(name) ?? []
    if (!isSame(got, [value].flat()) && !(got.length && got.every(one => accept[name]?.includes(one))))
      faults.push(`${name} is ${JSON.stringify(got).slice(0, 200)}`)
  }
  for (const [name, got] of sent) {
    const isAllowed = name in formCase.expected || formCase.optional?.includes(name) || formCase.expectedValues
    if (!isAllowed && !got.every(one => accept[name]?.includes(one))) faults.push(`${name} should not be there`)
    for (const text of formCase.mustNotContain ?? []) if (got.join().includes(text)) faults.push(`${name} has ${text}`)
  }
  const all = [...sent.values()].flat()
  for (const value of formCase.expectedValues ?? []) if (!all.includes(value)) faults.push(`no field has ${value}`)
  const urlEnd = formCase.expectedContext?.urlEndsWith ?? ''
  if (!String(submission.page?.url).endsWith(urlEnd)) faults.push(`page.url does not end with ${urlEnd}`)
  for (const [name, hints] of Object.entries(formCase.expectedHints ?? {})) {
    for (const [member, hint] of Object.entries(hints))
      if (submission.hints?.[name]?.[member] !== hint) faults.push(`no hint ${member} of ${name}`)
  }
  return faults
}
