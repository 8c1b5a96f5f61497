// Pages with a policy that the browser enforces against scripts, requests or storage.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultPage } from './fault-site.ts'

/** A page with a policy, and whether the lead gets through. */
export interface PolicyPage extends FaultPage {
  readonly captures: boolean
  readonly why?: string
}

const csp = (policy: string) => ({ 'content-security-policy': policy })
const withNonce = '<script nonce="n" src="COLLECTOR/lc.js" data-key="pk_policy"></script>'

/** A sandbox without an origin: no storage, no cookie, no lock; and nobody outside it can click in it. */
const sandbox = {
  frame: 'sandbox="allow-scripts allow-forms"',
  after: "setTimeout(() => document.querySelector('button').click(), 300)",
}

/** The pages. Made late: the integrity is that of the built script. */
export const policyPages = (): PolicyPage[] => {
  const script = readFileSync(join(process.cwd(), 'dist', 'assets', 'lc.js'))
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`
  const withIntegrity = (value: string) =>
    `<script src="COLLECTOR/lc.js" data-key="pk_policy" integrity="${value}" crossorigin="anonymous"></script>`
  const strict = "default-src 'none'; form-action 'self'; script-src 'nonce-n' 'strict-dynamic'; connect-src COLLECTOR"
  return [
    { title: 'a nonce and strict-dynamic', headers: csp(strict), tag: withNonce, captures: true },
    { title: 'the right integrity', tag: withIntegrity(integrity), captures: true },
    {
      title: 'a wrong integrity',
      tag: withIntegrity(`sha384-${'A'.repeat(64)}`),
      captures: false,
      why: 'the browser does not run us',
    },
    {
      title: 'Trusted Types required',
      headers: csp("require-trusted-types-for 'script'; trusted-types 'none'"),
      captures: true,
    },
    { title: 'a sandbox without storage', ...sandbox, captures: true },
    {
      title: "connect-src 'none'",
      headers: csp("connect-src 'none'"),
      captures: false,
      why: 'every way to the collector is a connection',
    },
    {
      title: 'no request, and consent',
      headers: csp("connect-src 'none'"),
      after: 'leadCapture.consent(true)',
      captures: false,
      why: 'the outbox keeps it for a page that may connect',
    },
    {
      title: 'only a beacon',
      before: "fetch = () => Promise.reject(new Error('blocked'))",
      captures: true,
    },
    { title: 'no beacon', before: 'Navigator.prototype.sendBeacon = () => false', captures: true },
  ]
}
