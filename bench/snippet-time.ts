// How long a script keeps a page, in Chromium slowed down four times: starting; and of the snippet one submission, by a
// person and by code alone, on pages with one form and with two hundred. The page's own handler prevents the submission, so
// that the page stays.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import puppeteer, { type Page } from 'puppeteer-core'
import { findBrowser } from '../local/find-browser.ts'

const slowdown = 4
const runs = 15
const settledMs = 300

/** What one page was kept for, in milliseconds, over all runs. */
export interface SnippetTime {
  readonly forms: number
  /** Compiling and running the script. */
  readonly start: number[]
  /**
   * Inside the `submit` event, which the page waits for, less what it takes without us: after a person has been in the form,
   * so that its code has run before.
   */
  readonly handler: number[]
  /** The same, where code submits a form that nobody has touched: all of it runs for the first time. */
  readonly untouched: number[]
  /** All script from the submission to its quiet, with sending it and hearing the answer, less what it takes without us. */
  readonly submit: number[]
  /** The longest task over 50 ms that the browser saw; 0 when there was none. */
  readonly longTask: number
}

/** Measures a built script on pages with so many forms. */
export const timeSnippet = (script: string, forms: number): Promise<SnippetTime> =>
  onPage(forms, async (page, open) => {
    const client = await page.createCDPSession()
    await client.send('Performance.enable')
    const scriptMs = async () => {
      const { metrics } = await client.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000
    }
    const code = readFileSync(script, 'utf8')
    const time: SnippetTime = { forms, start: [], handler: [], untouched: [], submit: [], longTask: 0 }
    let longTask = 0
    for (let run = 0; run < runs; run += 1)
      for (const isTouched of [true, false]) {
        await open()
        const without = await submitMs(page, scriptMs)
        // What building the page took is the page's.
        await page.evaluate('long = [0]')
        time.start.push(await startMs(page, code))
        if (isTouched) await touch(page)
        const withUs = await submitMs(page, scriptMs)
        time[isTouched ? 'handler' : 'untouched'].push(withUs.handler - without.handler)
        if (isTouched) time.submit.push(withUs.all - without.all)
        longTask = Math.max(longTask, Number(await page.evaluate('Math.max(...long)')))
      }
    return { ...time, longTask }
  })

/** How long any script takes to start, in milliseconds, on a page with one form: other trackers in the same run. */
export const timeStart = (code: string): Promise<number[]> =>
  onPage(1, async (page, open) => {
    const start: number[] = []
    for (let run = 0; run < runs; run += 1) {
      await open()
      start.push(await startMs(page, code))
    }
    return start
  })

/** Works on a slowed page of our own. `open` loads it anew. */
async function onPage<T>(forms: number, work: (page: Page, open: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('access-control-allow-origin', '*')
    const isPage = request.url === '/'
    response.setHeader('content-type', isPage ? 'text/html' : 'application/json')
    response.end(isPage ? pageWith(forms) : '{"status":"accepted","issues":[]}')
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
    return await work(page, () => page.goto(origin))
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

/** A person goes into the last form. */
const touch = async (page: Page): Promise<void> => {
  await page.evaluate("document.forms[document.forms.length - 1].querySelector('input').focus()")
  await new Promise(done => setTimeout(done, settledMs))
}

// Each start is a first one: a browser keeps what it compiled of a text that it has seen.
let starts = 0

const startMs = async (page: Page, code: string): Promise<number> => {
  starts += 1
  const answer = await page.evaluate(`(() => {
    window.leadCaptureConfig = { key: 'pk_live_bench', endpoint: location.origin }
    const script = Object.assign(document.createElement('script'), { textContent: ${JSON.stringify(`${code}\n// ${starts}`)} })
    const startedAt = performance.now()
    document.head.append(script)
    return performance.now() - startedAt
  })()`)
  return Number(answer)
}

const submitMs = async (page: Page, scriptMs: () => Promise<number>): Promise<{ handler: number; all: number }> => {
  const before = await scriptMs()
  const handler = await page.evaluate(`(() => {
    const startedAt = performance.now()
    document.forms[document.forms.length - 1].requestSubmit()
    return performance.now() - startedAt
  })()`)
  await new Promise(done => setTimeout(done, settledMs))
  return { handler: Number(handler), all: (await scriptMs()) - before }
}

const pageWith = (forms: number) => `<!doctype html><title>Bench</title><script>
  var long = [0]
  new PerformanceObserver(list => { for (const { duration } of list.getEntries()) long.push(duration) }).observe({ type: 'longtask' })
  addEventListener('submit', event => event.preventDefault())
</script>${Array.from({ length: forms }, (_, n) => formOf(n)).join('')}`

const formOf = (n: number) =>
  `<form id="form-${n}">${['nome', 'email', 'telefone', 'empresa', 'cargo', 'mensagem']
    .map(
      name => `<label for="${name}-${n}">${name}</label><input id="${name}-${n}" name="${name}" value="${name} ${n}">`,
    )
    .join(
      '',
    )}<label><input type="checkbox" name="aceite" checked> Aceito receber e-mails</label><button>Enviar</button></form>`
