// The demo's pages, read once: each file in `pages` is put into the layout, and `{{NAME}}` becomes a value.
// A page starts with `<title>…</title>`, which the layout shows in the head. `{{STUB}}` is the stub that the product
// ships, as a site's developer would paste it.

import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'

/** What placeholders become. Values are escaped: they may stand in text and in attributes. */
export type PageValues = Readonly<Record<'WORKER' | 'CRM' | 'KEY' | 'SELF' | 'NONCE', string>>

export interface Asset {
  readonly type: string
  readonly text: string
}

export interface Pages {
  readonly assets: ReadonlyMap<string, Asset>
  /** Paths of the pages, `/` for the home page. */
  readonly paths: readonly string[]
  /** The page at `path`, or the page that says that there is none. */
  render(path: string, values: PageValues): { readonly isFound: boolean; readonly text: string }
}

const typeByExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const pagesFolder = new URL('./pages/', import.meta.url)
const assetsFolder = new URL('./assets/', import.meta.url)
const stubFile = new URL('../../snippet/stub.html', import.meta.url)
const layoutName = 'layout'
const notFoundName = 'nao-encontrada'

/** Reads all pages and assets. */
export async function loadPages(): Promise<Pages> {
  const templates = new Map<string, string>()
  for (const file of await readdir(pagesFolder)) {
    templates.set(file.replace(/\.html$/, ''), await readFile(new URL(file, pagesFolder), 'utf8'))
  }
  const assets = new Map<string, Asset>()
  for (const file of await readdir(assetsFolder)) {
    assets.set(`/${file}`, {
      type: typeByExtension[extname(file)] ?? 'text/plain',
      text: await readFile(new URL(file, assetsFolder), 'utf8'),
    })
  }
  const stub = (await readFile(stubFile, 'utf8')).trim().replace('<script>', '<script nonce="{{NONCE}}">')
  const layout = templateNamed(templates, layoutName)
  const bodies = new Map([...templates].filter(([name]) => name !== layoutName && name !== notFoundName).map(atItsPath))
  return {
    assets,
    paths: [...bodies.keys()],
    render(path, values) {
      const body = bodies.get(path)
      const page = body ?? templateNamed(templates, notFoundName)
      const title = /^<title>.*<\/title>/.exec(page)?.[0] ?? ''
      const content = page.slice(title.length).replace('{{STUB}}', () => stub)
      const whole = layout.replace('{{TITLE}}', () => title).replace('{{CONTENT}}', () => content)
      return { isFound: body !== undefined, text: filled(whole, values) }
    },
  }
}

const atItsPath = ([name, text]: readonly [string, string]) => [name === 'inicio' ? '/' : `/${name}`, text] as const

function templateNamed(templates: ReadonlyMap<string, string>, name: string): string {
  const template = templates.get(name)
  if (template === undefined) throw new Error(`the demo has no page ${name}.html`)
  return template
}

const filled = (text: string, values: PageValues): string =>
  text.replace(/\{\{([A-Z]+)\}\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? escapeHtml(values[name as keyof PageValues]) : placeholder,
  )

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
