// Ways to break an API, as scripts of the page.

import type { FaultPage } from './fault-site.ts'
import type { TouchedApi } from './touched-apis.ts'

/** A way to break an API. */
interface Way {
  readonly way: string
  breakIt(api: TouchedApi): FaultPage
}

const at = ({ path }: TouchedApi) => {
  const [, owner = 'window', key = ''] = /^(?:(.+)\.)?(\w+)$/.exec(path) ?? []
  return { owner, key: `'${key}'` }
}

/** Puts code in the place of an API. */
const put = (api: TouchedApi, code: string) =>
  `Object.defineProperty(${at(api).owner}, ${at(api).key}, { configurable: true, ${
    api.isRead ? `get() { ${code} }, set() { ${code} }` : `writable: true, value: function () { ${code} }`
  } })`

const before = (way: string, script: (api: TouchedApi) => string): Way => ({
  way,
  breakIt: api => ({ title: `${api.path} ${way}`, api: api.path, speaks: !!api.speaks, before: script(api) }),
})
const after = (way: string, script: (api: TouchedApi) => string): Way => ({
  way,
  breakIt: api => ({ title: `${api.path} ${way}`, api: api.path, speaks: !!api.speaks, after: script(api) }),
})
const throwing = (api: TouchedApi) => put(api, `throw new Error('${api.path}')`)

/** All the ways. */
export const ways: readonly Way[] = [
  before('throws', throwing),
  before('gives nothing', api => put(api, 'return undefined')),
  before('gives a number', api => put(api, 'return 5')),
  before('gives a text', api => put(api, "return 'x'")),
  before('is missing', api => `Reflect.deleteProperty(${at(api).owner}, ${at(api).key})`),
  before('is frozen', api => {
    const { owner } = at(api)
    return owner === 'window'
      ? `if (typeof ${api.path} === 'function') Object.freeze(${api.path})`
      : `Object.freeze(${owner})`
  }),
  after('throws later', throwing),
  // The page's own wrapper passes on what it is asked.
  after('is patched later', api => {
    const { owner, key } = at(api)
    return api.isRead
      ? `{ const was = Object.getOwnPropertyDescriptor(${owner}, ${key}); if (was?.get) Object.defineProperty(${owner}, ${key}, { ...was, get() { return was.get.call(this) } }) }`
      : `{ const was = ${api.path}; ${api.path} = new Proxy(was, {}) }`
  }),
]

/** The same page, where the person allowed to store. */
export const withConsent = (page: FaultPage): FaultPage => ({
  ...page,
  title: `${page.title}, with consent`,
  after: `window.leadCapture && leadCapture.consent(true); ${page.after ?? ''}`,
})

/** A page that leaves something odd where we look, or has a policy; the lead gets through in spite of it. */
export const oddPages: readonly FaultPage[] = [
  ...[
    "fetch = () => Promise.reject(new Error('fetch'))",
    'fetch = () => Promise.resolve(5)',
    'fetch = () => new Promise(() => {})',
    'fetch = async () => ({ ok: true, status: 200, json: async () => null })',
    "Array.prototype.toJSON = function () { return 'x' }",
    "Object.prototype.toJSON = function () { return 'x' }",
    "String.prototype.toJSON = () => 'x'",
    'Array.prototype.each = function () {}',
    'Object.prototype.extra = function () {}',
    "Object.prototype.key = 'x'; Object.prototype.path = 'x'; Object.prototype.form = 'x'",
    'Array.prototype.includes = undefined',
    "window.name = 'x'; window.event = 5; window.status = 'x'",
    'console = undefined',
    'history.pushState = () => { throw 1 }',
    ...[
      '5',
      "'x'",
      'null',
      '() => { throw 1 }',
      '() => 5',
      '(a, b, say) => say(null, true)',
      '(a, b, say) => say({}, true)',
    ].map(value => `window.__tcfapi = ${value}`),
    ...[
      '5',
      "'x'",
      'null',
      '{}',
      '[null, 5]',
      "[['consent', 'update', null]]",
      "[['consent', 'update', { ad_storage: {} }]]",
    ].map(value => `window.dataLayer = ${value}`),
    ...['OneTrust', 'OnetrustActiveGroups', 'Cookiebot', 'leadCaptureConfig'].flatMap(name =>
      ['5', "'x'", 'null', '[]', '{ hasResponse: true, submit: 5 }'].map(value => `window.${name} = ${value}`),
    ),
    ...['5', 'null', '{}', '{ q: 5 }', '{ q: [5, null, ["nothing", []]] }', '{ submit: 5, q: [] }'].map(
      value => `window.leadCapture = ${value}`,
    ),
  ].map(before => ({ title: before, before })),
]
