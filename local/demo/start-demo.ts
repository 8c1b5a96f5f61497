// The demo site: a company's pages with real forms, on an origin of its own, each page with the product's tag.
// It behaves as a customer's site does: it takes its own form posts and knows nothing of what the tag captured.

import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadPages, type Pages } from './load-pages.ts'

export interface DemoOptions {
  /** 0 takes a free port. */
  readonly port: number
  /** Origin of the Worker, from which the tag is loaded. */
  readonly workerUrl: string
  /** Origin of the stand-in CRM, for the link to its contacts. */
  readonly crmUrl: string
  /** The key in the tag, `pk_live_…`. */
  readonly siteKey: string
}

export interface Demo {
  readonly url: string
  close(): Promise<void>
}

/** Bytes of a form posted to the site itself; more is 413. */
const formBytesMax = 65_536
const plainText = 'text/plain; charset=utf-8'

/** Resolves when the site answers. */
export async function startDemo({ port, workerUrl, crmUrl, siteKey }: DemoOptions): Promise<Demo> {
  const pages = await loadPages()
  const server = createServer((request, response) => {
    const site: Site = { pages, workerUrl, crmUrl, siteKey, selfUrl: ownOrigin(request) }
    answer(site, request, response).catch(() => {
      // Only a connection that broke while it was read lands here: there is no one left to answer.
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Site extends Omit<DemoOptions, 'port'> {
  readonly pages: Pages
  readonly selfUrl: string
}

// The visitor may have come by 127.0.0.1 or by localhost, and absolute links must stay there.
function ownOrigin({ headers, socket }: IncomingMessage): string {
  const host = headers.host ?? ''
  return `http://${/^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.test(host) ? host : `127.0.0.1:${socket.localPort}`}`
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?')
  const bytes = await readAway(request)
  if (bytes > formBytesMax) return end(response, 413, plainText, 'O formulário é grande demais.')
  if (request.method === 'POST') return answerPost(response, path)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD, POST')
    return end(response, 405, plainText, 'Método não permitido.')
  }
  const asset = site.pages.assets.get(path)
  if (asset !== undefined) return end(response, 200, asset.type, asset.text)
  sendPage(site, response, path)
}

/** The site's own back end: it thanks, as most do, and keeps nothing. */
function answerPost(response: ServerResponse, path: string): void {
  switch (path) {
    case '/ajax':
      end(response, 200, 'application/json', '{"ok":true}')
      break
    case '/obrigado':
      // See other: reloading the thank-you page must not send the form again.
      response.setHeader('location', '/obrigado')
      end(response, 303, plainText, '')
      break
    default:
      end(response, 404, plainText, 'Página não encontrada.')
  }
}

function sendPage({ pages, workerUrl, crmUrl, siteKey, selfUrl }: Site, response: ServerResponse, path: string): void {
  const nonce = randomBytes(16).toString('base64')
  const html = pages.render(path, { WORKER: workerUrl, CRM: crmUrl, KEY: siteKey, SELF: selfUrl, NONCE: nonce })
  // The policy of a careful site: what the product needs of it is the Worker's origin in three places.
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' ${workerUrl}`,
    `connect-src 'self' ${workerUrl}`,
    `form-action 'self' ${workerUrl}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  response.setHeader('content-security-policy', policy.join('; '))
  end(response, html.isFound ? 200 : 404, 'text/html; charset=utf-8', html.text)
}

async function readAway(request: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > 16 * formBytesMax) request.destroy()
  }
  return bytes
}

function end(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
  response.end(text)
}
