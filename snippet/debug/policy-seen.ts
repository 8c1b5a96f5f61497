// Hears what the page's Content Security Policy keeps from us.

import { collectorOrigin, leadsUrl } from './settings.ts'
import { tell } from './tell.ts'

/** True once the page's policy has stopped a request of ours. */
export let isBlockedByPolicy = false

/** Listens for violations that name the collector, or that come from our own files. `onBlocked` is called for each. */
export const watchPolicy = (onBlocked: () => void): void =>
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, sourceFile, effectiveDirective, disposition }) => {
      if (!`${blockedURI} ${sourceFile}`.includes(`${collectorOrigin}/lc`) && !blockedURI.startsWith(leadsUrl)) return
      // A policy that only reports stops nothing.
      if (disposition === 'enforce') {
        isBlockedByPolicy = true
        onBlocked()
      }
      tell('LC04', {
        blocked: blockedURI,
        directive: effectiveDirective,
        endpoint: collectorOrigin,
      })
    },
  )
