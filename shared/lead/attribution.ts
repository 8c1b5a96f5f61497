// Where a lead came from: a fold over its touches, so that order of arrival and repetition do not matter.
// A touch is taken whole: campaign and source of an answer are always of one arrival.

import type { Touchpoint } from './touchpoint.ts'
import { isDirect } from './touchpoint.ts'

/** `original` is the earliest touch and never moves; `latest` is the last one that says where the person came from. */
export interface Attribution {
  readonly original?: Touchpoint
  readonly latest?: Touchpoint
}

/**
 * Earliest touch by time is the original. Latest by time is the latest, but a touch that says nothing (a direct visit, the
 * way back from a payment page, blank values) never replaces a known source. Equal times are decided by what the touch
 * says and then by its text, so that any order gives one answer. A touch without a time counts only where no other does.
 */
export function foldAttribution(touches: readonly Touchpoint[]): Attribution {
  let original: Touchpoint | undefined
  let latest: Touchpoint | undefined
  let latestIsDirect = true
  for (const touch of touches) {
    if (!original || comesBefore(touch, original)) original = touch
    // Time first: it is cheaper to compare than a referrer is to read.
    if (latest && !latestIsDirect && !comesAfter(touch, latest)) continue
    const isSilent = isDirect(touch)
    if (!latest || isSilent < latestIsDirect || (isSilent === latestIsDirect && comesAfter(touch, latest))) {
      latest = touch
      latestIsDirect = isSilent
    }
  }
  return { ...(original ? { original } : {}), ...(latest ? { latest } : {}) }
}

function comesAfter(a: Touchpoint, b: Touchpoint): boolean {
  if (a === b) return false
  if (hasTime(a) !== hasTime(b)) return hasTime(a)
  return a.at !== b.at ? a.at > b.at : text(a) > text(b)
}

// Between touches of one moment the one that says more is the original: a page view and its campaign share a time.
function comesBefore(a: Touchpoint, b: Touchpoint): boolean {
  if (a === b) return false
  if (hasTime(a) !== hasTime(b)) return hasTime(a)
  if (a.at !== b.at) return a.at < b.at
  const directness = Number(isDirect(a)) - Number(isDirect(b))
  return directness !== 0 ? directness < 0 : text(a) < text(b)
}

// A blank time would come before every other, and be the original for ever.
const hasTime = (touch: Touchpoint) => /^\d{4}-/.test(touch.at)

const text = (touch: Touchpoint) => JSON.stringify(Object.entries(touch).sort(([a], [b]) => (a < b ? -1 : 1)))
