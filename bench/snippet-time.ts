// How long a script keeps a page, in Chromium slowed down four times: starting; and of the snippet one submission, by a
// person and by code alone, on pages with one form and with two hundred. Read from the browser's own trace, in the time of
// the page's thread, so that other work of the machine counts little. The page's own handler prevents the submission, so
// that the page stays.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import puppeteer, { type Page } from 'puppeteer-core'
import { findBrowser } from '../local/find-browser.ts'

const slowdown = 4
const runs = 31
const settledMs = 300

/** What one page was kept for, in milliseconds, over all runs. */
export interface SnippetTime {
  /**
   * Running the script for the first time. It is compiled beside the page's thread while it arrives. What it leaves to a
   * task of its own, the first look at consent and outbox, is no part of it.
   */
  readonly start: number[]
  /** Inside the `submit` event, which the page waits for, where a person has gone through the form before. */
  readonly handler: number[]
  /** The same, where code submits a form that nobody has touched: most of our code runs for the first time. */
  readonly untouched: number[]
  /** The longest stretch of our own, from the script to the quiet after the submission. */
  readonly longestTask: number[]
}

/** Measures a built script on pages with so many forms. */
export const timeSnippet = (script: string, forms: number): Promise<SnippetTime> =>
  onPage(readFileSync(script, 'utf8'), forms, async (page, visit) => {
    const time: SnippetTime = { start: [], handler: [], untouched: [], longestTask: [] }
    for (let run = 0; run < runs; run += 1)
      for (const isTouched of [true, false]) {
        const trace = await visit(async () => {
          if (isTouched) await touch(page)
          await page.evaluate('document.forms[document.forms.length - 1].requestSubmit()')
        })
        time.start.push(msOf(trace.find(isStart)))
        time[isTouched ? 'handler' : 'untouched'].push(
          msOf(trace.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'submit')),
        )
        const ours = trace.filter(({ name, args }) => /^(EvaluateScript|FunctionCall)$/.test(name) && isOurs(args))
        time.longestTask.push(Math.max(...ours.map(msOf).filter(ms => ms > 0)))
      }
    return time
  })

/** How long any script takes to start, in milliseconds, on a page with one form: other trackers in the same run. */
export const timeStart = (code: string): Promise<number[]> =>
  onPage(code, 1, async (_, visit) => {
    const start: number[] = []
    for (let run = 0; run < runs; run += 1) start.push(msOf((await visit()).find(isStart)))
    return start
  })

/** An event of the browser's trace, times in microseconds. `tdur` is the time that its thread ran. */
interface TraceEvent {
  readonly name: string
  readonly tid: number
  readonly ts: number
  readonly tdur?: number
  readonly args: { readonly data?: { readonly type?: string; readonly url?: string } }
}

const msOf = (event: TraceEvent | undefined) => (event?.tdur ?? Number.NaN) / 1_000

const isOurs = ({ data }: TraceEvent['args']) => !!data?.url?.includes(scriptPath)

const isStart = ({ name, args }: TraceEvent) => name === 'EvaluateScript' && isOurs(args)

const scriptPath = '/script.js'

/** Visits a page that loads the script as a site does, and acts there. Answers the trace of the visit. */
type VisitPage = (act?: () => Promise<void>) => Promise<TraceEvent[]>

/** Works on a slowed page of our own. */
async function onPage<T>(
  script: string,
  forms: number,
  work: (page: Page, visit: VisitPage) => Promise<T>,
): Promise<T> {
  let visits = 0
  const server = createServer((request, response) => {
    request.resume()
    const { url = '' } = request
    const [type, body] = url.startsWith(scriptPath)
      ? // Each visit is a first one: a browser keeps what it compiled of a text that it has seen.
        ['text/javascript', `${script}\n//${url}`]
      : url === '/'
        ? ['text/html', pageWith(forms, `${scriptPath}?${visits}`)]
        : ['application/json', '{"status":"accepted","issues":[]}']
    response.setHeader('content-type', type)
    response.end(body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const executablePath = findBrowser('chromium')
  if (!executablePath) throw new Error('No Chromium found. Install one, or set BROWSER_PATH to its executable.')
  // A sandbox needs a user of its own, which a container's root is not.
  const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const page = await browser.newPage()
    const client = await page.createCDPSession()
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return await work(page, async act => {
      visits += 1
      await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] })
      await page.goto(origin)
      await settle()
      await act?.()
      await settle()
      const trace = Buffer.from((await page.tracing.stop()) ?? []).toString()
      return (JSON.parse(trace) as { traceEvents: TraceEvent[] }).traceEvents
    })
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

const settle = () => new Promise<void>(done => setTimeout(done, settledMs))

/** A person goes through the fields of the last form. */
const touch = async (page: Page): Promise<void> => {
  await page.evaluate(
    "for (const field of document.forms[document.forms.length - 1].querySelectorAll('input')) field.focus()",
  )
  await settle()
}

const pageWith = (forms: number, script: string) => `<!doctype html><title>Bench</title>
<script>addEventListener('submit', event => event.preventDefault())</script>
<script async src="${script}" data-key="pk_live_bench"></script>
${Array.from({ length: forms }, (_, n) => formOf(n)).join('')}`

const formOf = (n: number) =>
  `<form id="form-${n}">${['nome', 'email', 'telefone', 'empresa', 'cargo', 'mensagem']
    .map(
      name => `<label for="${name}-${n}">${name}</label><input id="${name}-${n}" name="${name}" value="${name} ${n}">`,
    )
    .join(
      '',
    )}<label><input type="checkbox" name="aceite" checked> Aceito receber e-mails</label><button>Enviar</button></form>`
