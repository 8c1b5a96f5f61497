// The form cases of test/fixtures/forms in every engine that is here: what the browser submits is what is captured, less
// what may never leave the page. With UPDATE_DOCS=1 the run writes docs/form-matrix.md.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildForTests } from '../support/collector-build.ts'
import { startCollector } from '../support/collector-server.ts'
import { startSite } from '../support/page-server.ts'
import type { Engine } from './engines/engine.ts'
import { aMatrix, casesInMatrix, writeMatrix } from './engines/form-matrix.ts'
import { engineNames, missingFor, startEngine } from './engines/start-engine.ts'
import { type FormCase, faultsOf, runCase } from './form-case.ts'

const folder = join(process.cwd(), 'test', 'fixtures', 'forms')
const names = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace('.json', ''))
  .sort()

/** Cases that do not hold yet, as `engine · case`, and why. A case that starts to hold must leave this table. */
const notYet: Readonly<Record<string, string>> = {}

/** What an engine's driver cannot do, as `engine · case`, and why. Each is in docs/testing.md. */
const skipped: Readonly<Record<string, string>> = {}

const matrix = aMatrix()

beforeAll(buildForTests)

// The engines at once, each with one case after the other: a case waits most of its time.
describe.concurrent.each(engineNames)('captures what the browser submits: %s', name => {
  const missing = missingFor(name)
  if (missing) return it.skip(`${name}: ${missing}`)

  let engine: Engine
  beforeAll(async () => {
    engine = await startEngine(name)
    matrix.ran(name, engine.version)
  })
  afterAll(() => engine?.close())

  for (const caseName of names) {
    const title = `${name} · ${caseName}`
    const cannot = skipped[title]
    if (cannot) {
      matrix.tell(name, caseName, `skipped: ${cannot}`)
      it.skip(`${title}: ${cannot}`)
      continue
    }
    it(title, { concurrent: false }, async () => {
      matrix.tell(name, caseName, 'not captured')
      const formCase: FormCase = JSON.parse(readFileSync(join(folder, `${caseName}.json`), 'utf8'))
      const collector = await startCollector()
      const tag = `<script src="${collector.origin}/lc.js" data-key="pk_live_demo"></script>`
      const site = await startSite(tag)
      const html = readFileSync(join(folder, `${caseName}.html`), 'utf8')
      // First in the head, and not at the tag: a page may move the tag, or take the first script beside it.
      site.pages.set(
        '/form',
        html.replace('<head>', () => `<head>${engine.markup}`),
      )
      const page = await engine.openPage(`${site.origin}/form`)
      try {
        await runCase(page, name, formCase, collector.arrivals)
        expect(await page.errors(), 'nothing is thrown into the page').toEqual([])
        const faults = faultsOf(formCase, name, collector.arrivals)
        if (title in notYet) expect(faults, `holds now, take it out of notYet: ${notYet[title]}`).not.toEqual([])
        else expect(faults, formCase.name).toEqual([])
        const { engineDivergence: _, ...standard } = formCase
        const isStandard = faultsOf(standard, name, collector.arrivals).length === 0
        const outcome = formCase.expected === null ? 'nothing sent' : isStandard ? 'captured' : 'divergence'
        if (!(title in notYet)) matrix.tell(name, caseName, outcome)
      } finally {
        await page.close()
        await Promise.all([collector.close(), site.close()])
      }
    })
  }
})

describe('docs/form-matrix.md', () => {
  it('has a row for each case, and no other', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeMatrix(matrix, names)
    expect(casesInMatrix(), 'UPDATE_DOCS=1 writes it').toEqual(names)
  })
})
