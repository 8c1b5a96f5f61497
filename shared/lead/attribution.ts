// Where a lead came from: a fold over its touches, so that order of arrival and repetition do not matter.

import type { Touchpoint } from './touchpoint.ts'
import { isDirect } from './touchpoint.ts'

/** `original` is the earliest touch and never moves; `latest` is the last one that says where the person came from. */
export interface Attribution {
  readonly original?: Touchpoint
  readonly latest?: Touchpoint
}

/**
 * Earliest touch by time is the original. Latest by time is the latest, but a direct visit never replaces a known
 * source. Equal times are decided by the touch's text, so that any order gives one answer.
 */
export function foldAttribution(touches: readonly Touchpoint[]): Attribution {
  let original: Touchpoint | undefined
  let latest: Touchpoint | undefined
  for (const touch of touches) {
    if (!original || comesBefore(touch, original)) original = touch
    if (!latest || replacesLatest(touch, latest)) latest = touch
  }
  return { ...(original ? { original } : {}), ...(latest ? { latest } : {}) }
}

function replacesLatest(touch: Touchpoint, latest: Touchpoint): boolean {
  const touchIsDirect = isDirect(touch)
  if (touchIsDirect !== isDirect(latest)) return !touchIsDirect
  return comesBefore(latest, touch)
}

// Between touches of one moment the one that says more is the original: a page view and its campaign share a time.
function comesBefore(a: Touchpoint, b: Touchpoint): boolean {
  if (a.at !== b.at) return a.at < b.at
  const directness = Number(isDirect(a)) - Number(isDirect(b))
  return directness !== 0 ? directness < 0 : text(a) < text(b)
}

const text = (touch: Touchpoint) => JSON.stringify(Object.entries(touch).sort(([a], [b]) => (a < b ? -1 : 1)))
