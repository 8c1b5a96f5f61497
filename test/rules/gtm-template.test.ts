// The Tag Manager template, as the editor of Tag Manager reads it, and its code run with stand-ins for Google's
// functions. The stand-ins ask the template's own permissions, as Google's do.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const template = readFileSync(resolve(root, 'integrations/gtm/lead-capture.tpl'), 'utf8')

/** The sections by name. Each begins with its name on a line of its own. */
const sections = new Map(
  [...template.matchAll(/^___([A-Z_]+)___$([\s\S]*?)(?=^___[A-Z_]+___$|(?![\s\S]))/gm)].map(
    ([, name = '', body = '']) => [name, body.trim()] as const,
  ),
)
const section = (name: string): string => sections.get(name) ?? ''
const code = section('SANDBOXED_JS_FOR_WEB_TEMPLATE')

interface Parameter {
  readonly type: string
  readonly name: string
  readonly valueValidators?: readonly { readonly type: string; readonly args?: readonly string[] }[]
}
const parameters: readonly Parameter[] = JSON.parse(section('TEMPLATE_PARAMETERS'))

/** A value as Tag Manager writes it: 1 is a text, 2 a list, 3 a map, 8 a boolean. */
interface Value {
  readonly type: 1 | 2 | 3 | 8
  readonly string?: string
  readonly boolean?: boolean
  readonly listItem?: readonly Value[]
  readonly mapKey?: readonly Value[]
  readonly mapValue?: readonly Value[]
}
interface Permission {
  readonly instance: {
    readonly key: { readonly publicId: string; readonly versionId: string }
    readonly param: readonly { readonly key: string; readonly value: Value }[]
  }
}
const permissions: readonly Permission[] = JSON.parse(section('WEB_PERMISSIONS'))

const listOf = (permission: string, param: string): readonly Value[] =>
  permissions
    .filter(({ instance }) => instance.key.publicId === permission)
    .flatMap(({ instance }) => instance.param)
    .filter(({ key }) => key === param)
    .flatMap(({ value }) => value.listItem ?? [])

const mayInject = (url: string): boolean =>
  listOf('inject_script', 'urls').some(({ string = '' }) =>
    // A star stands for any part of an address.
    new RegExp(`^${string.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.+')}$`).test(url),
  )
const mayAccess = (global: string, how: 'read' | 'write'): boolean =>
  listOf('access_globals', 'keys').some(({ mapKey = [], mapValue = [] }) => {
    const at = (name: string) => mapValue[mapKey.findIndex(({ string }) => string === name)]
    return at('key')?.string === global && at(how)?.boolean === true
  })

/** Which permission each function asks (developers.google.com/tag-platform/tag-manager/templates/api, 2026-11-24). */
const permissionOf: Readonly<Record<string, string | undefined>> = {
  copyFromWindow: 'access_globals',
  createRegex: undefined,
  injectScript: 'inject_script',
  logToConsole: 'logging',
  makeString: undefined,
  queryPermission: undefined,
  setInWindow: 'access_globals',
  testRegex: undefined,
}
const required = [...code.matchAll(/require\('(\w+)'\)/g)].map(([, name = '']) => name)

type Fields = Readonly<Record<string, unknown>>
interface Run {
  readonly calls: readonly (readonly [name: string, ...args: unknown[]])[]
  readonly window: Record<string, unknown>
}

/** Runs the template's code once. `loads` says whether the script can be loaded. */
const run = (
  fields: Fields,
  { window = {}, loads = true, mocks = {} }: { window?: Fields; loads?: boolean; mocks?: Fields } = {},
): Run => {
  const calls: [string, ...unknown[]][] = []
  const page: Record<string, unknown> = { ...window }
  const refuse = (what: string) => {
    throw new Error(`${what} is not permitted`)
  }
  const functions: Record<string, (...args: never[]) => unknown> = {
    copyFromWindow: (name: string) => (mayAccess(name, 'read') ? page[name] : refuse(`reading ${name}`)),
    createRegex: (pattern: string) => new RegExp(pattern),
    injectScript: (url: string, onSuccess: () => void, onFailure: () => void) =>
      mayInject(url) ? (loads ? onSuccess : onFailure)() : refuse(`loading ${url}`),
    logToConsole: () => undefined,
    makeString: String,
    queryPermission: (permission: string, url: string) => permission === 'inject_script' && mayInject(url),
    setInWindow: (name: string, value: unknown) => {
      if (!mayAccess(name, 'write')) refuse(`writing ${name}`)
      page[name] = value
    },
    testRegex: (regex: RegExp, text: string) => regex.test(text),
  }
  const spied = (name: string, act: ((...args: never[]) => unknown) | undefined) => {
    const mock = mocks[name]
    return (...args: never[]) => {
      calls.push([name, ...args])
      if (name in mocks) return typeof mock === 'function' ? mock(...args) : mock
      return act?.(...args)
    }
  }
  const require = (name: string) => spied(name, functions[name] ?? (() => refuse(name)))
  const data = {
    ...fields,
    gtmOnSuccess: spied('gtmOnSuccess', undefined),
    gtmOnFailure: spied('gtmOnFailure', undefined),
  }
  // Nothing else is in this world: a look at `window` or `document` would throw.
  runInNewContext(`(function () {${code}\n})()`, { require, data })
  return { calls, window: page }
}
const namesOf = ({ calls }: Run): string[] =>
  calls.map(([name]) => name).filter(name => /^(injectScript|gtm)/.test(name))

const good = { siteKey: 'pk_live_demo', collectorOrigin: 'https://leads.example.com' }

describe('the file', () => {
  it('has the sections of an exported template, in order', () => {
    expect([...sections.keys()]).toEqual([
      'TERMS_OF_SERVICE',
      'INFO',
      'TEMPLATE_PARAMETERS',
      'SANDBOXED_JS_FOR_WEB_TEMPLATE',
      'WEB_PERMISSIONS',
      'TESTS',
      'NOTES',
    ])
  })

  it('describes a tag for web containers', () => {
    expect(JSON.parse(section('INFO'))).toMatchObject({
      type: 'TAG',
      id: 'cvt_temp_public_id',
      version: 1,
      containerContexts: ['WEB'],
    })
  })

  it('asks for what its code reads, and for nothing else', () => {
    const read = [...code.matchAll(/data\.(?!gtmOn)(\w+)/g)].map(([, name]) => name)
    expect(parameters.map(({ name }) => name).sort()).toEqual([...new Set(read)].sort())
  })

  it('has a permission for every function it uses, and no other', () => {
    const needed = required.map(name => {
      expect(Object.keys(permissionOf)).toContain(name)
      return permissionOf[name]
    })
    expect(permissions.map(({ instance }) => instance.key.publicId).sort()).toEqual(
      [...new Set(needed.filter(name => name !== undefined))].sort(),
    )
  })

  it('keeps to the language of the sandbox', () => {
    // No constructors, no regular expressions written out, no exceptions, no globals. Comments and texts may say them.
    const statements = code.replace(/^\s*\/\/.*$|'[^'\n]*'/gm, '')
    expect(statements).not.toMatch(/\b(new|this|try|throw|class|function|window|document)\b|`|\//)
  })
})

describe('the fields', () => {
  const accepts = (name: string, value: string): boolean =>
    (parameters.find(parameter => parameter.name === name)?.valueValidators ?? []).every(({ type, args = [] }) =>
      type === 'REGEX' ? new RegExp(args[0] ?? '').test(value) : value !== '',
    )
  const isRun = (fields: Fields) => namesOf(run({ ...good, ...fields })).includes('injectScript')

  it('take a site key as the collector does', () => {
    const [, pattern] = /key: z\.string\(\)\.check\(z\.regex\(\/(.*?)\/\)/.exec(
      readFileSync(resolve(root, 'worker/receive/sites.ts'), 'utf8'),
    ) ?? ['', '']
    expect(parameters[0]?.valueValidators?.[1]?.args).toEqual([pattern])
  })

  it.each([
    ['pk_live_demo', true],
    ['pk_test_a-B_9', true],
    ['', false],
    ['pk_live_', false],
    ['sk_live_demo', false],
    ['pk_live_de mo', false],
    ['pk_live_demo"><script>', false],
  ])('site key %j: %s, in the editor and on the page', (siteKey, isGood) => {
    expect(accepts('siteKey', siteKey)).toBe(isGood)
    expect(isRun({ siteKey })).toBe(isGood)
  })

  it.each([
    ['https://leads.example.com', true],
    ['https://leads.example.com/', true],
    ['https://leads.example.com:8443', true],
    ['', false],
    ['http://leads.example.com', false],
    ['leads.example.com', false],
    ['https://leads.example.com/lc.js', false],
    ['https://leads.example.com@evil.example', false],
  ])('collector %j: %s, in the editor and on the page', (collectorOrigin, isGood) => {
    expect(accepts('collectorOrigin', collectorOrigin)).toBe(isGood)
    expect(isRun({ collectorOrigin })).toBe(isGood)
  })
})

describe('the tag', () => {
  it('loads lc.js from the collector and says that it did', () => {
    const { calls, window } = run({ ...good, collectorOrigin: 'https://leads.example.com/' })
    expect(window['leadCaptureConfig']).toEqual({ key: 'pk_live_demo', endpoint: 'https://leads.example.com' })
    expect(calls.find(([name]) => name === 'injectScript')?.[1]).toBe('https://leads.example.com/lc.js')
    expect(namesOf({ calls, window })).toEqual(['injectScript', 'gtmOnSuccess'])
  })

  it('hands on what was ticked, and leaves out what was not', () => {
    const ticked = run({ ...good, onlyTagged: true, requireConsent: true, debug: true })
    expect(ticked.window['leadCaptureConfig']).toMatchObject({ auto: 'off', consent: 'required', debug: true })
    const unticked = run({ ...good, onlyTagged: false, requireConsent: false, debug: false })
    expect(Object.keys(unticked.window['leadCaptureConfig'] as object)).toEqual(['key', 'endpoint'])
  })

  it('fails and loads nothing with a key that is refused', () => {
    const refused = run({ ...good, siteKey: 'UA-12345' })
    expect(namesOf(refused)).toEqual(['gtmOnFailure'])
    expect(refused.window).toEqual({})
  })

  it('fails when the script does not load', () => {
    expect(namesOf(run(good, { loads: false }))).toEqual(['injectScript', 'gtmOnFailure'])
  })

  it('fails and loads nothing where the permission was narrowed to another collector', () => {
    expect(namesOf(run(good, { mocks: { queryPermission: false } }))).toEqual(['gtmOnFailure'])
  })

  it('does nothing where the script is there already, but loads it where only the stub is', () => {
    const submit = () => {}
    expect(namesOf(run(good, { window: { leadCapture: { submit } } }))).toEqual(['gtmOnSuccess'])
    const stub = { submit, q: [] }
    expect(namesOf(run(good, { window: { leadCapture: stub } }))).toEqual(['injectScript', 'gtmOnSuccess'])
  })
})

describe("the template's own tests, which run in the editor of Tag Manager", () => {
  // The little of YAML that Tag Manager writes: names and blocks of code.
  const text = section('TESTS')
  const blockAfter = (lines: readonly string[], indent: number) => {
    const end = lines.findIndex(line => line !== '' && !line.startsWith(' '.repeat(indent)))
    return lines.slice(0, end === -1 ? undefined : end).join('\n')
  }
  const [scenariosText = '', setupText = ''] = text.split(/^setup: \|-$/m)
  const setup = blockAfter(setupText.split('\n').slice(1), 2)
  const scenarios = scenariosText
    .split(/^- name: /m)
    .slice(1)
    .map(part => {
      const [name = '', , ...lines] = part.split('\n')
      return [name, blockAfter(lines, 4)] as const
    })

  it('are there', () => expect(scenarios.length).toBeGreaterThan(4))

  it.each(scenarios)('%s', (_, scenario) => {
    const mocks: Record<string, unknown> = {}
    let calls: Run['calls'] = []
    const called = (name: string) => calls.filter(call => call[0] === name).length
    runInNewContext(`(function () {${setup}\n${scenario}\n})()`, {
      mock: (name: string, value: unknown) => {
        mocks[name] = value
      },
      runCode: (fields: Fields) => {
        calls = run(fields, { mocks }).calls
      },
      assertApi: (name: string) => ({
        wasCalled: () => expect(called(name), name).toBeGreaterThan(0),
        wasNotCalled: () => expect(called(name), name).toBe(0),
      }),
      assertThat: (value: unknown) => ({ isEqualTo: (other: unknown) => expect(value).toEqual(other) }),
    })
    expect(calls.length).toBeGreaterThan(0)
  })
})
