// The examples of docs/embed.md and docs/embed/: they use only what the snippet knows, they can be parsed, the links lead
// somewhere, and the scripts that hand a platform's consent on do so.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext, Script } from 'node:vm'
import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const pages = ['docs/embed.md', ...readdirSync(join(root, 'docs/embed')).map(file => `docs/embed/${file}`)].map(
  path => ({ path, text: read(path) }),
)

interface Block {
  readonly path: string
  readonly language: string
  readonly code: string
}
const blocks: readonly Block[] = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map(([, , language = '', code = '']) => ({
    path,
    language,
    code,
  })),
)

/** The code between `<script>` and `</script>`; none for the elements that load a file. */
const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code)

/** The names that an interface of the public types declares. */
const membersOf = (name: string): string[] => {
  const [, body = ''] =
    new RegExp(`interface ${name} {\\n([\\s\\S]*?)^}`, 'm').exec(read('snippet/public-types.ts')) ?? []
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?(:<]/gm)].map(([, member = '']) => member)
}

// The snippet is another TypeScript project, so it is asked by its address.
const known: { attributeNames: string[]; fieldNames: string[]; attributionNames: string[] } = await import(
  pathToFileURL(join(root, 'snippet/debug/known-names.ts')).href
)

/** Everything that a pattern finds in the pages, with the page. */
const found = (pattern: RegExp): (readonly [found: string, path: string])[] =>
  pages.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(match => [match[1] ?? match[0], path] as const))
const unknownOf = (pattern: RegExp, names: readonly string[]) =>
  found(pattern).filter(([name]) => !names.includes(name))

describe('the pages about embedding', () => {
  it('use only attributes of forms and fields that the snippet reads', () => {
    expect(found(/\bdata-lead[\w-]*/g).length).toBeGreaterThan(25)
    expect(unknownOf(/\b(data-lead[\w-]*)/g, known.attributeNames)).toEqual([])
  })

  it('give them only values that the snippet and the collector know', () => {
    expect(unknownOf(/\bdata-lead-field="([^"]*)"/g, known.fieldNames)).toEqual([])
    expect(unknownOf(/\bdata-lead-fill="([^"]*)"/g, known.attributionNames)).toEqual([])
    expect(unknownOf(/\bdata-lead-intent="([^"]*)"/g, ['high', 'low'])).toEqual([])
  })

  it('give the tag only attributes that the snippet reads', () => {
    const attributes = [...membersOf('LeadCaptureConfig').map(name => `data-${name}`), 'data-cfasync']
    expect(attributes).toContain('data-key')
    const tags = found(/<script[^>]*\/lc[^>]*>/gi)
    expect(tags.length).toBeGreaterThan(8)
    const unknown = tags.flatMap(([tag, path]) =>
      [...tag.matchAll(/\sdata-[\w-]+/g)]
        .map(([name]) => [name.trim(), path])
        .filter(([name = '']) => !attributes.includes(name)),
    )
    expect(unknown).toEqual([])
    expect(unknownOf(/`data-((?!lead|cfasync)[\w-]+)[="`]/g, membersOf('LeadCaptureConfig'))).toEqual([])
  })

  it('configure and call only what the public types have', () => {
    const configured = found(/leadCaptureConfig = \{([^}]*)\}/g).flatMap(([members, path]) =>
      [...members.matchAll(/(\w+): /g)].map(([, name = '']) => [name, path] as const),
    )
    expect(configured.length).toBeGreaterThan(2)
    expect(configured.filter(([name]) => !membersOf('LeadCaptureConfig').includes(name))).toEqual([])
    expect(membersOf('LeadCapture').sort()).toEqual(['consent', 'on', 'submit'])
    expect(unknownOf(/leadCapture\??\.(\w+)/g, membersOf('LeadCapture'))).toEqual([])
  })

  it('show the stub as it is', () => {
    const shown = blocks.filter(({ code }) => code.includes('window.leadCapture=window.leadCapture||'))
    expect(shown.map(({ code }) => code.trim())).toEqual([read('snippet/stub.html').trim()])
  })

  it.each(
    blocks.filter(({ language }) => language !== 'text').map(block => [block.path, block.language, block] as const),
  )('%s: a block of %s can be parsed', async (_, language, { code }) => {
    if (language === 'html') for (const script of scriptsIn(code)) new Script(script)
    else if (language === 'json') JSON.parse(code)
    else if (/^(js|ts|tsx)$/.test(language)) await transform(code, { loader: language === 'js' ? 'js' : 'tsx' })
    else expect(['php', 'liquid']).toContain(language)
  })

  it('link only to pages and headings that exist', () => {
    const anchorsOf = (text: string) =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-'),
      )
    const broken = found(/\]\((?!https?:)([^)]+)\)/g).filter(([link, path]) => {
      const [file = '', anchor] = link.split('#')
      const target = file ? join(dirname(path), file) : path
      // This one is about a part of the snippet that explains itself; it may be written after these pages.
      if (target === 'docs/debug.md' && !existsSync(join(root, target))) return false
      return !existsSync(join(root, target)) || (anchor && !anchorsOf(read(target)).includes(anchor))
    })
    expect(broken).toEqual([])
  })
})

describe('each page of a platform', () => {
  it.each(pages.slice(1).map(({ path, text }) => [path, text] as const))(
    '%s says where the tag goes, which policy it needs, what of consent, how to check, and where that is from',
    (path, text) => {
      expect(found(/\]\((embed\/[\w-]+\.md)/g).map(([link]) => `docs/${link}`)).toContain(path)
      expect(text).toContain('https://leads.example.com/lc.js')
      expect(text).toMatch(
        /script-src [^;]*https:\/\/leads\.example\.com; connect-src [^;]*https:\/\/leads\.example\.com/,
      )
      expect(text).toMatch(/^## Consent$/m)
      expect(text).toContain('lead_debug=1')
      expect(text).toMatch(/^Sources, read 2026-11-24: \[/m)
    },
  )
})

describe("a platform's consent is handed on", () => {
  /** Runs the script of a page that has the given word in it, and answers what it hands on. */
  const consentsOf = (path: string, word: string, platform: object, happens: (events: Events) => void): unknown[] => {
    const script = blocks
      .filter(block => block.path === path)
      .flatMap(({ code }) => scriptsIn(code))
      .find(code => code.includes(word))
    const consents: unknown[] = []
    const events = new Events()
    const window = {
      ...platform,
      leadCapture: { consent: (choice: unknown) => consents.push(choice) },
      addEventListener: events.listen,
    }
    runInNewContext(script ?? '', { ...platform, window, document: { addEventListener: events.listen } })
    happens(events)
    return consents
  }
  class Events {
    readonly #listeners: (readonly [string, (event: object) => void])[] = []
    readonly listen = (name: string, listener: (event: object) => void) => {
      this.#listeners.push([name, listener])
    }
    readonly fire = (name: string, detail: object = {}) => {
      for (const [heard, listener] of this.#listeners) if (heard === name) listener({ detail })
    }
  }

  it.each([
    ['yes', [true]],
    ['no', [false]],
    ['', []],
  ])('Shopify: %j of an earlier page is %j', (marketing, expected) => {
    const Shopify = {
      loadFeatures: (_: unknown, done: (error?: Error) => void) => done(),
      customerPrivacy: { currentVisitorConsent: () => ({ marketing }) },
    }
    const consents = consentsOf('docs/embed/shopify.md', 'loadFeatures', { Shopify }, ({ fire }) => fire('load'))
    expect(consents).toEqual(expected)
  })

  it('Shopify: what the visitor chooses now', () => {
    const consents = consentsOf('docs/embed/shopify.md', 'loadFeatures', {}, ({ fire }) => {
      fire('load')
      fire('visitorConsentCollected', { marketingAllowed: true })
      fire('visitorConsentCollected', { marketingAllowed: false })
    })
    expect(consents).toEqual([true, false])
  })

  it.each([
    ['a choice for', { defaultPolicy: false, policy: { advertising: true } }, [true]],
    ['a choice against', { defaultPolicy: false, policy: { advertising: false } }, [false]],
    ["the site's default", { defaultPolicy: true, policy: { advertising: true } }, []],
  ])('Wix: %s', (_, details, expected) => {
    const consentPolicyManager = { getCurrentConsentPolicy: () => details }
    const consents = consentsOf('docs/embed/wix.md', 'consentPolicyManager', { consentPolicyManager }, ({ fire }) =>
      fire('consentPolicyChanged'),
    )
    expect(consents).toEqual(expected)
  })

  it.each([
    ['allow', [true]],
    ['deny', [false]],
    ['none', []],
  ])('Webflow: %s', (choice, expected) => {
    const wf = { ready: (act: () => void) => act(), getUserTrackingChoice: () => choice }
    const consents = consentsOf('docs/embed/webflow.md', 'getUserTrackingChoice', { wf }, ({ fire }) => fire('load'))
    expect(consents).toEqual(expected)
  })
})
