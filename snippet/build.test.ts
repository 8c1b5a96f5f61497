import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { snippetBrotliBytesMax, snippetGzipBytesMax, stubBytesMax } from './budget.ts'
import { buildSnippet } from './build.ts'

const built = buildSnippet({ outDir: await mkdtemp(join(tmpdir(), 'snippet-')) })

it('weighs no more than its budget', async () => {
  const { bytes } = await built
  expect(bytes.brotli).toBeLessThanOrEqual(snippetBrotliBytesMax)
  expect(bytes.gzip).toBeLessThanOrEqual(snippetGzipBytesMax)
})

it('has a stub within its budget', async () => {
  expect((await readFile('snippet/stub.html')).length).toBeLessThanOrEqual(stubBytesMax)
})

it('may be imported where there is no page, and then submits nothing', async () => {
  const { files } = await built
  const { submit } = await import(pathToFileURL(files.module).href)
  expect(await submit({ email: 'ana@example.com' })).toEqual({ id: '', status: 'rejected', issues: [] })
})

it('declares the types of the module without importing any', async () => {
  const types = await readFile((await built).files.types, 'utf8')
  expect(types).toContain("export declare const submit: LeadCapture['submit']")
  expect(types).not.toMatch(/^import/m)
})
