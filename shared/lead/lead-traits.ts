// What can be told about a person from the profile alone, for routing, matching and reports. Never stored: it is read from
// the profile each time, so that a better rule speaks about old leads too.

import { normalizeCompany } from '../normalize/company.ts'
import { normalizeJobTitle, type Seniority } from '../normalize/job-title.ts'
import { mailboxKind } from '../normalize/mailbox-kind.ts'
import { suggestEmailDomain } from '../normalize/mistyped-domain.ts'
import { normalizePhone, type PhoneType } from '../normalize/phone.ts'
import { registrableDomain } from '../normalize/registrable-domain.ts'
import type { LeadProfile } from './profile.ts'

export interface LeadTraits {
  /** `role`: a team reads it. `disposable`: made to be thrown away. `free`: says nothing about a company. */
  readonly mailbox?: 'role' | 'disposable' | 'free' | 'company'
  /** The registrable domain of a company's mailbox: what groups people into an account. */
  readonly companyDomain?: string
  /** The address that was likely meant where the domain is mistyped. For a person to look at: nothing is sent to it. */
  readonly likelyEmail?: string
  readonly phoneType?: PhoneType
  /** The company's name as it is compared: lower case, without its legal form. */
  readonly companyBase?: string
  readonly legalForm?: string
  readonly seniority?: Seniority
  readonly department?: string
}

/** Reads them. A trait that cannot be told is left out. */
export function leadTraits({ email, phone, company, country, jobTitle }: LeadProfile): LeadTraits {
  return {
    ...(email === undefined ? {} : mailTraits(email)),
    ...(phone === undefined ? {} : phoneTraits(phone)),
    ...(company === undefined ? {} : companyTraits(company, country)),
    ...(jobTitle === undefined ? {} : titleTraits(jobTitle)),
  }
}

function mailTraits(email: string): LeadTraits {
  const { role, free, disposable } = mailboxKind(email)
  // A shop with a free mailbox has `contato@gmail.com` in nobody's name either, so the team comes first.
  const mailbox = role ? 'role' : disposable ? 'disposable' : free ? 'free' : 'company'
  const at = email.lastIndexOf('@') + 1
  const companyDomain = free || disposable ? undefined : registrableDomain(email.slice(at))
  const likelyDomain = suggestEmailDomain(email)
  return {
    mailbox,
    ...(companyDomain ? { companyDomain } : {}),
    ...(likelyDomain ? { likelyEmail: email.slice(0, at) + likelyDomain } : {}),
  }
}

function phoneTraits(phone: string): LeadTraits {
  const read = normalizePhone(phone, {})
  return read.ok ? { phoneType: read.value.type } : {}
}

function companyTraits(company: string, country: string | undefined): LeadTraits {
  const { base, legalForm } = normalizeCompany(company, country)
  return { companyBase: base, ...(legalForm ? { legalForm } : {}) }
}

function titleTraits(jobTitle: string): LeadTraits {
  const { seniority, department } = normalizeJobTitle(jobTitle)
  return { ...(seniority ? { seniority } : {}), ...(department ? { department } : {}) }
}
