// A site whose pages are broken on purpose. A host page, which is not, holds each of them in a frame of the same origin:
// its own functions act on their documents, so that a broken page needs none of its own.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page to break. */
export interface FaultPage {
  /** A title for reports. */
  readonly title: string
  /** The API that it breaks. */
  readonly api?: string
  /** We may speak there. */
  readonly speaks?: boolean
  /** Scripts of the page before and after ours. */
  readonly before?: string
  readonly after?: string
  /** Response headers, as a policy. */
  readonly headers?: Readonly<Record<string, string>>
  /** Our tag, where it is another one; `COLLECTOR` is its origin. */
  readonly tag?: string
  /** Attributes of the frame. */
  readonly frame?: string
}

/** What the page's own server got. */
export interface Sunk {
  readonly url: string
  readonly method: string | undefined
  readonly type: string | undefined
  readonly body: string
}

/** A running site. */
export interface FaultSite {
  readonly origin: string
  readonly pages: FaultPage[]
  readonly sunk: Sunk[]
  close(): Promise<void>
}

/** The page's own form: what it sends is known without us. */
export const ownForm = (n: number): string =>
  `<form method="post" action="/sink?n=${n}"><input name="email" value="ana${n}@example.com"><input name="message" value="Hello"><button>Go</button></form>`
export const ownRequest = (n: number): Sunk => ({
  url: `/sink?n=${n}`,
  method: 'POST',
  type: 'application/x-www-form-urlencoded',
  body: `email=ana${n}%40example.com&message=Hello`,
})

/** Starts the site. Page n is at /page/n. */
export const startFaultSite = async (collectorOrigin: string): Promise<FaultSite> => {
  const pages: FaultPage[] = []
  const sunk: Sunk[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = request.url ?? ''
    const headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' }
    if (url.startsWith('/sink'))
      sunk.push({
        url,
        method: request.method,
        type: request.headers['content-type'],
        body: `${Buffer.concat(chunks)}`,
      })
    const n = Number(/^\/page\/(\d+)/.exec(url)?.[1])
    const page = pages[n]
    const tag = page?.tag ?? `<script src="COLLECTOR/lc.js" data-key="pk_${n}"></script>`
    const html = page
      ? `<title>Page</title>${script(page.before)}${tag.replaceAll('COLLECTOR', collectorOrigin)}<body>${ownForm(n)}</body>${script(page.after)}`
      : '<title>Host</title>'
    for (const [name, value] of Object.entries({ ...headers, ...page?.headers }))
      response.setHeader(name, value.replaceAll('COLLECTOR', collectorOrigin))
    response.end(`<!doctype html>${html.replaceAll('COLLECTOR', collectorOrigin)}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    pages,
    sunk,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const script = (code = '') => code && `<script nonce="n">${code}</script>`

/** Opens pages in frames, submits their forms and answers how their bodies looked before. Runs in the host page. */
export const openAndSubmit = async (pages: readonly { n: number; frame: string }[]): Promise<string[]> => {
  const { body } = document
  const loaded = (frame: Element) =>
    Promise.race([
      new Promise(resolve => frame.addEventListener('load', resolve, { once: true })),
      new Promise(resolve => setTimeout(resolve, 20_000)),
    ])
  const looks = pages.map(async ({ n, frame: attributes }) => {
    const holder = document.createElement('div')
    holder.innerHTML = `<iframe ${attributes}></iframe>`
    const frame = holder.firstElementChild as HTMLIFrameElement
    frame.src = `/page/${n}`
    const first = loaded(frame)
    body.append(holder)
    await first
    const page = frame.contentDocument
    // A sandbox: the page clicks for itself.
    if (!page) {
      await loaded(frame)
      return ''
    }
    const find = (selector: string) => Document.prototype.querySelector.call(page, selector) as HTMLElement
    const parts = [...Document.prototype.querySelectorAll.call(page, 'body > :not(script)')]
    const look = parts.map(part => part.outerHTML).join('')
    const form = find('form')
    const height = Element.prototype.getBoundingClientRect.call(form).height
    const second = loaded(frame)
    HTMLElement.prototype.click.call(find('button'))
    await second
    return `${height} ${look}`
  })
  const answers = await Promise.all(looks)
  body.replaceChildren()
  localStorage.clear()
  // biome-ignore lint/suspicious/noDocumentCookie: it removes what a page left.
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie.split('=')[0]}=;max-age=0;path=/`
  return answers
}
