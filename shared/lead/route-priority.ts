// Which of a site's routes a lead belongs to: the most urgent one that any of its submissions asks for. A later submission
// can raise the route and never lowers it, and the order of arrival does not matter.

import * as z from 'zod/mini'
import { channels } from '../source/channel-group.ts'
import { foldMedium } from '../source/medium-kind.ts'
import type { Submission } from './submission.ts'
import { classifyTouch } from './touchpoint.ts'

/** A text in which `*` stands for any characters. Letter case and accents do not matter. */
const pattern = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))
const patterns = z.array(pattern).check(z.minLength(1), z.maxLength(50))

/** A rule applies to a submission when all of what it names holds; what it does not name does not matter. */
export const routeRuleSchema = z.strictObject({
  route: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  /** The higher, the more urgent. */
  priority: z.int().check(z.gte(0), z.lte(1_000)),
  /** Names of the form, one of which holds. */
  forms: z.optional(patterns),
  intent: z.optional(z.enum(['high', 'low'])),
  /** What one touch of the submission says. */
  channels: z.optional(z.array(z.enum(channels)).check(z.minLength(1))),
  sources: z.optional(patterns),
})
export const routeTableSchema = z.array(routeRuleSchema).check(z.maxLength(100))
export type RouteRule = z.infer<typeof routeRuleSchema>

export interface Route {
  readonly route: string
  readonly priority: number
}

type RoutedSubmission = Pick<Submission, 'form' | 'touchpoints'>

/** The route of the highest priority; of equal ones the first in the table. Undefined when no rule applies. */
export function chooseRoute(table: readonly RouteRule[], submissions: readonly RoutedSubmission[]): Route | undefined {
  let chosen: RouteRule | undefined
  for (const rule of table) {
    if (chosen && rule.priority <= chosen.priority) continue
    if (submissions.some(submission => applies(rule, submission))) chosen = rule
  }
  return chosen && { route: chosen.route, priority: chosen.priority }
}

/** Used where a site has no table of its own. Form names in English, Portuguese and Spanish. */
export const defaultRouteTable: readonly RouteRule[] = [
  { route: 'demo', priority: 100, forms: ['*demo*', '*agend*', '*meeting*', '*reuni*'] },
  {
    route: 'sales',
    priority: 90,
    forms: ['*sales*', '*vendas*', '*ventas*', '*quote*', '*orcamento*', '*presupuesto*'],
  },
  { route: 'sales', priority: 90, forms: ['*cotac*', '*cotiz*', '*propost*', '*propuest*', '*pricing*', '*preco*'] },
  { route: 'contact', priority: 80, forms: ['*contact*', '*contat*', '*fale*conosco*', '*talk*to*us*'] },
  { route: 'trial', priority: 70, forms: ['*trial*', '*teste*', '*prueba*', '*signup*', '*sign-up*', '*cadastro*'] },
  {
    route: 'paid',
    priority: 60,
    channels: ['Paid Search', 'Paid Social', 'Paid Video', 'Paid Shopping', 'Paid Other', 'Display', 'Cross-network'],
  },
  { route: 'high-intent', priority: 50, intent: 'high' },
  { route: 'event', priority: 40, forms: ['*webinar*', '*event*'] },
  {
    route: 'content',
    priority: 30,
    forms: ['*e-book*', '*ebook*', '*material*', '*download*', '*whitepaper*', '*guia*'],
  },
  { route: 'newsletter', priority: 10, forms: ['*newsletter*', '*boletim*', '*boletin*', '*news*'] },
  { route: 'general', priority: 0 },
]

function applies(rule: RouteRule, submission: RoutedSubmission): boolean {
  if (rule.intent && rule.intent !== submission.form.intent) return false
  if (rule.forms && !matchesOne(rule.forms, submission.form.name)) return false
  if (!rule.channels && !rule.sources) return true
  return submission.touchpoints.some(touch => {
    const { channel, source } = classifyTouch(touch)
    return (!rule.channels || rule.channels.includes(channel)) && (!rule.sources || matchesOne(rule.sources, source))
  })
}

const matchesOne = (wanted: readonly string[], text: string | undefined) =>
  text !== undefined && wanted.some(pattern => matches(foldMedium(pattern), foldMedium(text)))

// Finds the parts between the stars from left to right, each at its first place: work grows with the text, never faster.
function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*')
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return pattern === text
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return from <= text.length - last.length
}
