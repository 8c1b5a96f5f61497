// The steps a value went through on its way to the profile, so that every change can be shown and explained.

/** One rule applied to one value. */
export interface Step {
  readonly rule: string
  readonly before: string
  readonly after: string
}

/** Notes the step when the rule changed something; returns what the value is now. */
export function take(steps: Step[], rule: string, before: string, after: string): string {
  if (after !== before) steps.push({ rule, before, after })
  return after
}
