// The panel of `?lead_debug=1`: a region of its own in a closed shadow root, after everything else in the order of
// focus. Its title opens and closes it, Escape closes it. It takes no focus by itself.

import type { LeadCapture } from '../public-types.ts'
import { quietly } from '../quietly.ts'
import { make, makeFold } from './elements.ts'
import type { Overview } from './overview.ts'
import { makeFindings } from './panel-findings.ts'
import { style } from './panel-style.ts'
import { makeSummary } from './panel-summary.ts'
import { language, say } from './words.ts'

/** Puts the panel on the page; the answer brings it up to date. */
export const openPanel = (leadCapture: LeadCapture, hasKey: boolean): ((overview: Overview) => void) => {
  const summary = makeSummary(leadCapture, hasKey)
  const findings = makeFindings()
  const { element, body } = makeFold(say('title'), true)
  body.append(summary.element, ...findings.elements)
  const panel = make('section', '', element)
  panel.setAttribute('aria-label', say('title'))
  panel.lang = language
  panel.onkeydown = pressed => {
    if (pressed.key !== 'Escape') return
    // It was meant for us: a dialog of the page stays open.
    pressed.stopPropagation()
    element.open = false
    element.querySelector('summary')?.focus()
  }
  const host = document.createElement('lead-capture-debug')
  const root = host.attachShadow({ mode: 'closed' })
  quietly(style)(root)
  root.append(panel)
  // Beside the body: a framework that owns the body's children does not find one that it did not make.
  document.documentElement.append(host)
  return overview => {
    summary.show(overview)
    findings.show(overview)
  }
}
