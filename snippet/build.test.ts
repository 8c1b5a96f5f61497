import { createHash } from 'node:crypto'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { debugGzipBytesMax, snippetBrotliBytesMax, snippetGzipBytesMax, stubBytesMax } from './budget.ts'
import { buildSnippet, weigh } from './build.ts'
import type { LeadCapture } from './public-types.ts'

const built = await buildSnippet({ outDir: await mkdtemp(join(tmpdir(), 'snippet-')) })

it('weighs no more than its budget', async () => {
  const { bytes } = built
  expect(bytes.brotli).toBeLessThanOrEqual(snippetBrotliBytesMax)
  expect(bytes.gzip).toBeLessThanOrEqual(snippetGzipBytesMax)
})

it('has a twin whose name and hash are those of its content, for pages that pin it', async () => {
  const { files, pinned } = built
  const code = await readFile(files.script)
  expect(pinned.integrity).toBe(`sha384-${createHash('sha384').update(code).digest('base64')}`)
  const assets = dirname(files.script)
  expect(await readFile(join(assets, pinned.file))).toEqual(code)
  expect(JSON.parse(await readFile(join(assets, 'lc.integrity.json'), 'utf8'))).toEqual(pinned)
})

it('asks in its first line to be compiled beside the page', async () => {
  expect(await readFile(built.files.script, 'utf8')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
})

it('explains itself within its budget', async () => {
  expect(weigh(await readFile(built.files.debug)).gzip).toBeLessThanOrEqual(debugGzipBytesMax)
})

it('has a stub within its budget', async () => {
  expect((await readFile('snippet/stub.html')).length).toBeLessThanOrEqual(stubBytesMax)
})

it('may be imported where there is no page, and then submits nothing, of whatever type it is', async () => {
  interface Contact {
    email: string
    phone?: string
  }
  const contact: Contact = { email: 'ana@example.com' }
  const { submit } = (await import(pathToFileURL(built.files.module).href)) as LeadCapture
  const nothing = { id: '', status: 'rejected', issues: [] }
  expect(await submit(contact)).toEqual(nothing)
  // @ts-expect-error: an object is no field.
  expect(await submit({ email: { address: 'ana@example.com' } })).toEqual(nothing)
})

it('declares the types of the module without importing any', async () => {
  const types = await readFile(built.files.types, 'utf8')
  expect(types).toContain("export declare const submit: LeadCapture['submit']")
  expect(types).not.toMatch(/^import/m)
})
