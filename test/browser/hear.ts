// Listens to what lc-debug.js tells in the console of a page.

import type { Browser } from 'puppeteer-core'
import { lineOf, listen } from './panel.ts'
import { type Visit, visit } from './visit.ts'

/** Visits a page with this body and `data-debug`, and hears what the console says. */
export const hear = (
  browser: Browser,
  body: string,
  act: (heard: Visit & { said: string[]; line(code: string): Promise<string> }) => Promise<void>,
  { attributes = '', tag }: { attributes?: string; tag?: string } = {},
) =>
  visit(
    browser,
    { attributes: `data-debug ${attributes}`, pages: { '/': body }, ...(tag ? { tag } : {}) },
    async visit => {
      const said = listen(visit.page)
      await visit.open('/')
      await act({ ...visit, said, line: code => lineOf(said, code) })
    },
  )

/** How often a code was told. */
export const times = (said: readonly string[], code: string) => said.filter(line => line.includes(` ${code} `)).length
