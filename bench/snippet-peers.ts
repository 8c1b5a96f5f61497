// What other trackers weigh as their makers publish them, fetched into a folder that is thrown away. Bundled where the
// package holds modules, as a web team would do it; taken as it is where it holds a script.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Weight, weigh } from '../snippet/build.ts'

/** A tracker, and how to get at its script. */
interface Peer {
  readonly name: string
  /** Whether it sends what people typed. */
  readonly values: 'field values' | 'no field values'
  readonly packages: readonly string[]
  /** A file of the package, or code to bundle. */
  readonly script: { readonly file: string } | { readonly code: string }
}

const peers: readonly Peer[] = [
  {
    name: 'Plausible',
    values: 'no field values',
    packages: ['@plausible-analytics/tracker@0.4.6'],
    script: {
      code: "import { init } from '@plausible-analytics/tracker'\ninit({ domain: 'site.example', formSubmissions: true })",
    },
  },
  {
    name: 'Counterscale',
    values: 'no field values',
    packages: ['@counterscale/tracker@3.4.1'],
    script: {
      code: "import * as tracker from '@counterscale/tracker'\ntracker.init({ siteId: 's', reporterUrl: 'https://r.example/c' })",
    },
  },
  {
    name: 'Snowplow with forms',
    values: 'field values',
    packages: ['@snowplow/browser-tracker@4.6.8', '@snowplow/browser-plugin-form-tracking@4.6.8'],
    script: {
      code: `import { newTracker, trackPageView } from '@snowplow/browser-tracker'
import { enableFormTracking, FormTrackingPlugin } from '@snowplow/browser-plugin-form-tracking'
newTracker('t', 'https://c.example', { appId: 'a', plugins: [FormTrackingPlugin()] })
trackPageView()
enableFormTracking()`,
    },
  },
  {
    name: 'Segment',
    values: 'no field values',
    packages: ['@segment/analytics-next@1.84.3'],
    script: { file: '@segment/analytics-next/dist/umd/standalone.js' },
  },
  {
    name: 'PostHog',
    values: 'no field values',
    packages: ['posthog-js@1.449.2'],
    script: { file: 'posthog-js/dist/array.js' },
  },
]

/** A peer and its weight; without one when it could not be fetched or built, with the reason. */
export type PeerWeight = Pick<Peer, 'name' | 'values'> &
  ({ readonly weight: Weight; readonly code: string } | { readonly reason: string })

/** Fetches and weighs all of them. */
export async function weighPeers(): Promise<PeerWeight[]> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const weights: PeerWeight[] = []
    for (const peer of peers) weights.push(await weighPeer(folder, peer))
    return weights
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function weighPeer(folder: string, { name, values, packages, script }: Peer): Promise<PeerWeight> {
  const weighed = (code: Uint8Array) => ({
    name,
    values,
    weight: weigh(code),
    code: Buffer.from(code).toString(),
  })
  try {
    const quiet = ['--silent', '--ignore-scripts', '--no-audit', '--no-fund']
    execFileSync('npm', ['install', ...quiet, ...packages], { cwd: folder })
    if ('file' in script) return weighed(readFileSync(join(folder, 'node_modules', script.file)))
    const { outputFiles } = await build({
      stdin: { contents: script.code, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      write: false,
      logLevel: 'silent',
    })
    return weighed(outputFiles[0]?.contents ?? new Uint8Array())
  } catch (thrown) {
    return { name, values, reason: String(thrown).split('\n')[0] ?? '' }
  }
}
