// A lead as the Worker hands it on after zod has read it, which knows the members that the lead of a-lead.ts has.

import type { WireSubmission } from '../shared/wire.ts'

export function sentOf(body: string) {
  const { fields, form, page, attribution, elapsed_ms } = JSON.parse(body) as WireSubmission
  return {
    fields,
    hints: {},
    form: { name: form?.name, how: form?.how ?? 'api', intent: form?.intent ?? 'high' },
    page: page ?? {},
    attribution: attribution ?? {},
    elapsedMs: elapsed_ms,
  } as const
}
