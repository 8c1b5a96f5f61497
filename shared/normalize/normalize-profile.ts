// From mapped fields to the profile of a person. Promises: a value that cannot be read never costs the others;
// every change is on record; issues carry the sender's own field names. What is not used here stays among raw fields.

import type { CustomField, LeadProfile, NormalizationChange } from '../lead/profile.ts'
import { type CanonicalField, canonicalFields } from '../mapping/canonical-fields.ts'
import type { MappedFields, MappedValue } from '../mapping/map-fields.ts'
import type { Issue, IssueCode } from '../wire.ts'
import { joinFullName } from './person-name.ts'
import {
  type Reading,
  type Region,
  readCompany,
  readCountry,
  readEmail,
  readIndustry,
  readJobTitle,
  readLine,
  readMessage,
  readName,
  readPhone,
  readPostalCode,
  readState,
  readWebsite,
} from './read-value.ts'
import { splitFullName } from './split-full-name.ts'
import { type Step, take } from './step.ts'
import { normalizeLine } from './text.ts'

export interface NormalizeContext {
  /** ISO 3166-1 alpha-2 of the site, for national phone numbers of leads that name no country. */
  readonly defaultCountry?: string | undefined
}

/** A field of which no value could be read: the sender's name for it, and ours. */
export interface UnreadableField {
  readonly field: string
  readonly canonical: CanonicalField
}

export interface NormalizedProfile {
  readonly profile: LeadProfile
  readonly changes: readonly NormalizationChange[]
  readonly issues: readonly Issue[]
  readonly unreadable: readonly UnreadableField[]
  /** Values that were understood and lost to another one of the same kind, under the sender's names: a second phone. */
  readonly spare: readonly CustomField[]
}

export function normalizeProfile(mapped: MappedFields, context: NormalizeContext): NormalizedProfile {
  const work = new ProfileWork(mapped)
  // The country first: it is what a national phone number is read with.
  const country = work.choose('country', sent => readCountry(sent.value))
  const region: Region = country
    ? { country, from: 'country_field' }
    : { country: context.defaultCountry?.toUpperCase(), from: 'site_default' }
  for (const field of canonicalFields) {
    if (field === 'interest') work.chooseAll(field)
    else if (field !== 'country') work.choose(field, sent => readers[field](sent, region))
  }
  work.completeNames()
  return work.finish()
}

/** How each field is read. `region` is the country of the lead, else of the site. */
const readers: Readonly<
  Record<Exclude<CanonicalField, 'interest' | 'country'>, (sent: MappedValue, region: Region) => Reading>
> = {
  email: sent => readEmail(sent.value),
  phone: readPhone,
  firstName: sent => readName(sent.value),
  lastName: sent => readName(sent.value),
  fullName: sent => readName(sent.value),
  company: sent => readCompany(sent.value),
  jobTitle: sent => readJobTitle(sent.value),
  state: (sent, region) => readState(sent.value, region.country),
  city: sent => readLine(sent.value),
  postalCode: (sent, region) => readPostalCode(sent.value, region.country),
  website: sent => readWebsite(sent.value),
  industry: sent => readIndustry(sent.value),
  companySize: sent => readLine(sent.value),
  message: sent => readMessage(sent.value),
}

class ProfileWork {
  readonly mapped: MappedFields
  readonly profile: { -readonly [field in keyof LeadProfile]: LeadProfile[field] } = {}
  readonly changes: NormalizationChange[] = []
  readonly issues = new Map<string, Issue>()
  readonly unreadable: UnreadableField[] = []
  readonly spare = new Map<string, string[]>()

  constructor(mapped: MappedFields) {
    this.mapped = mapped
  }

  /** The first value that can be read. Another one of the same sender's field is an issue, one of another field is spare. */
  choose(field: Exclude<CanonicalField, 'interest'>, read: (sent: MappedValue) => Reading): string | undefined {
    const values = this.mapped.canonical[field]
    if (!values) return undefined
    let chosen: { name: string; value: string } | undefined
    const failed = new Map<string, { code: IssueCode | undefined }>()
    for (const sent of values) {
      const reading = read(sent)
      if (reading.kind === 'unreadable') {
        failed.set(sent.name, { code: reading.code })
        this.changes.push({ field, rule: `refused:${reading.reason}`, before: sent.value })
      } else if (!chosen) {
        chosen = { name: sent.name, value: reading.value }
        this.profile[field] = reading.value
        if (reading.extension) this.profile.phoneExtension = reading.extension
        this.note(field, reading.changes)
        for (const code of reading.issues ?? []) this.report(sent.name, code)
        for (const other of reading.others ?? []) this.keepSpare(sent.name, other)
      } else if (reading.value !== chosen.value) this.passOver(sent, chosen.name)
    }
    for (const [name, { code }] of failed) this.fail(field, name, code, chosen?.name === name)
    return chosen?.value
  }

  chooseAll(field: 'interest'): void {
    const values = new Set<string>()
    for (const sent of this.mapped.canonical[field] ?? []) {
      const steps: Step[] = []
      const value = take(steps, 'trimmed', sent.value, normalizeLine(sent.value))
      if (value) values.add(value)
      this.note(field, steps)
    }
    if (values.size > 0) this.profile.interest = [...values]
  }

  /** `fullName` is there whenever a name is; its parts are there when they can be told apart safely. */
  completeNames(): void {
    const { firstName, lastName, fullName } = this.profile
    if (fullName === undefined) {
      const joined = joinFullName(firstName, lastName)
      if (joined)
        this.derive('fullName', 'joined_names', [firstName, lastName].filter(part => part).join(' + '), joined)
    } else if (firstName === undefined && lastName === undefined) {
      const parts = splitFullName(fullName)
      if (!parts) return
      this.derive('firstName', 'split_full_name', fullName, parts.firstName)
      this.derive('lastName', 'split_full_name', fullName, parts.lastName)
    }
  }

  finish(): NormalizedProfile {
    const spare = [...this.spare].map(([name, values]) => ({ name, values }))
    return {
      profile: this.profile,
      changes: this.changes,
      issues: [...this.issues.values()],
      unreadable: this.unreadable,
      spare,
    }
  }

  derive(field: 'firstName' | 'lastName' | 'fullName', rule: string, before: string, after: string): void {
    this.profile[field] = after
    this.changes.push({ field, rule, before, after })
  }

  passOver(sent: MappedValue, chosenName: string): void {
    if (sent.name === chosenName) this.report(sent.name, 'invalid_type')
    this.keepSpare(sent.name, sent.value)
  }

  keepSpare(name: string, value: string): void {
    this.spare.set(name, [...(this.spare.get(name) ?? []), value])
  }

  /** A field with one readable value among bad ones was a list where one value belongs. */
  fail(field: CanonicalField, name: string, code: IssueCode | undefined, hasReadable: boolean): void {
    if (hasReadable) this.report(name, 'invalid_type')
    else {
      this.unreadable.push({ field: name, canonical: field })
      if (code) this.report(name, code)
    }
  }

  note(field: CanonicalField, steps: readonly Step[]): void {
    for (const step of steps) this.changes.push({ field, ...step })
  }

  report(field: string, code: IssueCode): void {
    this.issues.set(`${code} ${field}`, { field, code })
  }
}
