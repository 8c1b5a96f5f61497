// The sites of a deployment: configuration, one `SITE_…` variable each, read once an isolate. Nothing that accepting a
// lead needs is in a database, so that no database can stop it.

import * as z from 'zod/mini'
import { type DestinationId, parseDestinationId, parseSiteId, type SiteId } from '../../shared/ids.ts'
import { type RouteRule, routeTableSchema } from '../../shared/lead/route-priority.ts'
import { batchMinutesMax, batchMinutesMin, sitesMax } from '../../shared/limits.ts'
import { type DestinationKind, destinationKinds } from '../destinations/registry.ts'
import type { Env } from '../env.ts'
import { log } from '../platform/log.ts'

/** Requests a minute per client address. Each value is a rate limit binding of wrangler.toml. */
const requestLimits = [60, 600] as const
export type RequestsPerMinute = (typeof requestLimits)[number]

const slugged = <T>(parse: (text: string) => T | undefined) =>
  z.pipe(
    z.string(),
    z.transform((text, ctx) => {
      const id = parse(text)
      if (id !== undefined) return id
      ctx.issues.push({ code: 'custom', input: text, message: 'use up to 40 of a-z, 0-9 and -' })
      return z.NEVER
    }),
  )

// `https://www.example.com`, or a scheme and host with any port: `http://127.0.0.1:*`.
const originPattern = z.string().check(z.regex(/^https?:\/\/[a-z0-9.-]+(?::(?:\d{1,5}|\*))?$/))

export interface SiteKey {
  readonly key: string
  readonly isRevoked: boolean
  readonly requestsPerMinute?: RequestsPerMinute | undefined
}

export interface SiteDestination {
  readonly id: DestinationId
  readonly kind: DestinationKind
  /** Checked by the destination itself. */
  readonly settings?: unknown
  /** Which delivered leads are looked for in the destination some time later. */
  readonly readBack?: 'never' | 'sampled' | 'full' | undefined
  /** Calls that we may make, where the vendor's contract gives another number than most have, or others call it too. */
  readonly pace?:
    | { readonly calls: number; readonly perSeconds: number; readonly perDay?: number | undefined }
    | undefined
}

export interface Site {
  readonly id: SiteId
  /** Origins whose pages may send leads. */
  readonly origins: readonly string[]
  readonly keys: readonly SiteKey[]
  /** ISO 3166-1 alpha-2, for leads that name no country. */
  readonly defaultCountry: string
  /** Where its ledger lives. There is none for Brazil. Fixed when the first lead arrives. */
  readonly jurisdiction?: 'eu' | 'us' | undefined
  /** Whose business a lead is, in place of the product's own table. */
  readonly routes?: readonly RouteRule[] | undefined
  readonly destinations: readonly SiteDestination[]
  /** Minutes from one batch of low intent to the next. */
  readonly batchMinutes?: number | undefined
}

const paceShape = z.strictObject({
  calls: z.int().check(z.gte(1), z.lte(100_000)),
  perSeconds: z.int().check(z.gte(1), z.lte(3_600)),
  perDay: z.optional(z.int().check(z.gte(1), z.lte(100_000_000))),
})

const siteShape: z.ZodMiniType<Site> = z.object({
  id: slugged<SiteId>(parseSiteId),
  origins: z.array(originPattern).check(z.maxLength(200)),
  keys: z
    .array(
      z.object({
        key: z.string().check(z.regex(/^pk_[a-z]+_[A-Za-z0-9_-]{1,64}$/)),
        isRevoked: z._default(z.boolean(), false),
        requestsPerMinute: z.optional(z.literal(requestLimits)),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
  defaultCountry: z.string().check(z.regex(/^[A-Z]{2}$/)),
  jurisdiction: z.optional(z.enum(['eu', 'us'])),
  batchMinutes: z.optional(z.int().check(z.gte(batchMinutesMin), z.lte(batchMinutesMax))),
  // A slip in who is told of a lead must not stop the lead: the site then has the product's own routes.
  routes: z.catch(z.optional(routeTableSchema), () => {
    log.fact('configuration.rejected', { count: 1 })
    return undefined
  }),
  destinations: z
    .array(
      z.object({
        id: slugged<DestinationId>(parseDestinationId),
        kind: z.enum(destinationKinds),
        settings: z.optional(z.unknown()),
        readBack: z.optional(z.enum(['never', 'sampled', 'full'])),
        pace: z.optional(paceShape),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(10),
      // Of two with one id only the first would ever be called.
      z.refine(list => new Set(list.map(({ id }) => id)).size === list.length, 'two destinations have one id'),
    ),
})

/** A `SITE_…` variable that is no site, and the paths in it that are wrong; an empty one is the whole. */
export interface SiteProblem {
  readonly variable: string
  readonly at: readonly string[]
}

interface Configured {
  readonly sites: ReadonlyMap<SiteId, Site>
  readonly problems: readonly SiteProblem[]
}

const configuredOf = new WeakMap<Env, Configured>()

/** All sites by id. A variable that is malformed is left out and logged: one bad site must not stop the others. */
export const readSites = (env: Env): ReadonlyMap<SiteId, Site> => configured(env).sites

/** The variables that were left out: whoever operates the deployment has to be told. */
export const siteProblems = (env: Env): readonly SiteProblem[] => configured(env).problems

function configured(env: Env): Configured {
  const known = configuredOf.get(env)
  if (known) return known
  const sites = new Map<SiteId, Site>()
  const problems: SiteProblem[] = []
  const names = Object.keys(env).filter(name => name.startsWith('SITE_'))
  for (const [at, name] of names.entries()) {
    const { data, error } = siteShape.safeParse(jsonOf(env[name]))
    if (!data) problems.push({ variable: name, at: pathsOf(error) })
    // The id of another site, or one more than there may be.
    else if (sites.has(data.id) || at >= sitesMax) problems.push({ variable: name, at: ['id'] })
    else sites.set(data.id, data)
  }
  if (problems.length > 0) log.fact('configuration.rejected', { count: problems.length })
  configuredOf.set(env, { sites, problems })
  return { sites, problems }
}

const problemPathsMax = 20

const pathsOf = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string[] => [
  ...new Set(error.issues.slice(0, problemPathsMax).map(({ path }) => path.join('.'))),
]

// What is no JSON is no site either: the shape says so.
function jsonOf(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value
  } catch {
    return undefined
  }
}

/** The site and key that a site key names. */
export function findKey(env: Env, key: string): { site: Site; key: SiteKey } | undefined {
  for (const site of readSites(env).values()) {
    const found = site.keys.find(candidate => candidate.key === key)
    if (found) return { site, key: found }
  }
  return undefined
}

/** Whether pages of this origin may send leads to the site. Scheme, host and port must all be the same. */
export function isAllowedOrigin(site: Site, origin: string): boolean {
  return site.origins.some(pattern => {
    if (!pattern.endsWith(':*')) return pattern === origin
    const base = pattern.slice(0, -2)
    return origin === base || (origin.startsWith(`${base}:`) && /^\d{1,5}$/.test(origin.slice(base.length + 1)))
  })
}
