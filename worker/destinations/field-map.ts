// The field map as an operator writes it into a destination's settings: `{ "version": 1, "fields": [ … ] }`.

import * as z from 'zod/mini'
import type { FieldMap, FieldRule } from '../../shared/delivery/field-map.ts'
import { isFieldPath, isToldWhole } from '../../shared/delivery/field-path.ts'
import type { OwnerPolicy } from '../../shared/identity/owner-policy.ts'
import { fieldRulesMax } from '../../shared/limits.ts'

/**
 * @param standard what is written where the settings name no fields
 * @param target how the vendor spells a field, so that a mistyped one is told before it is sent
 */
export function fieldMapShape(standard: readonly FieldRule[], target: RegExp) {
  const ruleShape = z.object({
    from: z.string().check(z.maxLength(300), z.refine(isFieldPath, 'no such path')),
    to: z.string().check(z.regex(target)),
    owner: z.optional(z.enum(['never', 'always', 'whenPresent', 'onlyWhenEmpty'])),
    picklist: z.optional(z.record(z.string(), z.string())),
    maxLength: z.optional(z.int().check(z.positive())),
    tooLong: z.optional(z.enum(['refuse', 'cut'])),
    as: z.optional(z.enum(['text', 'number', 'boolean'])),
    fallback: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  })
  const map: FieldMap = { version: 1, fields: standard }
  const shape = z.object({ version: z.literal(1), fields: z.array(ruleShape).check(z.maxLength(fieldRulesMax)) })
  return z._default(
    z.pipe(
      shape,
      z.transform(({ version, fields }): FieldMap => ({ version, fields: fields.map(withOwner) })),
    ),
    map,
  )
}

// A campaign that stayed beside a later touch without one, or a channel beside consent that was withdrawn, would be untrue.
const withOwner = <Rule extends Pick<FieldRule, 'from'> & { readonly owner?: OwnerPolicy | undefined }>(
  rule: Rule,
) => ({
  ...rule,
  owner: rule.owner ?? (isToldWhole(rule.from) ? 'always' : 'whenPresent'),
})
