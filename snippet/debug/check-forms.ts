// Tells of each form what it is to us, once, and of names that several share.

import { attr } from '../dom.ts'
import type { FormKind, FormSeen } from './form-seen.ts'
import type { MessageCode } from './messages.ts'
import { tell } from './tell.ts'

const codes: Readonly<Record<FormKind, MessageCode>> = {
  lead: 'LC10',
  ignored: 'LC11',
  untagged: 'LC12',
  login: 'LC13',
  search: 'LC14',
  unsubscribe: 'LC16',
}

/** Tells about forms as they appear. */
export const checkForms = (forms: readonly FormSeen[]): void => {
  const leadNames = new Set<string>()
  for (const { form, name, kind, fields } of forms) {
    tell(codes[kind], { form: name, count: fields.filter(field => field.isCaptured).length }, form)
    if (attr(form, 'data-lead')) {
      if (leadNames.has(name)) tell('LC15', { form: name }, form)
      leadNames.add(name)
    }
  }
}
