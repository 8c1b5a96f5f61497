// The site that the browser tests visit, on another origin than the collector. `<!-- SNIPPET -->` in a page becomes the
// tag; forms go to /sink, which takes every method.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A running site. */
export interface Site {
  readonly origin: string
  /** Pages by path. */
  readonly pages: Map<string, string>
  /** Requests to /sink, as `METHOD path`. */
  readonly sunk: string[]
  /** How often a page was asked for. */
  requested(path: string): number
  close(): Promise<void>
}

/** Starts a site on a free port. `tag` is put where a page says so. */
export const startSite = async (tag: string): Promise<Site> => {
  const pages = new Map<string, string>()
  const sunk: string[] = []
  const requests = new Map<string, number>()
  const server = createServer((request, response) => {
    request.resume()
    const path = (request.url ?? '').replace(/[?#].*/, '')
    requests.set(path, (requests.get(path) ?? 0) + 1)
    if (path === '/sink') sunk.push(`${request.method} ${request.url}`)
    const page = path === '/sink' ? '<!doctype html><title>Thanks</title>Thanks' : pages.get(path)
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end((page ?? '').replace('<!-- SNIPPET -->', tag))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    pages,
    sunk,
    requested: path => requests.get(path) ?? 0,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
