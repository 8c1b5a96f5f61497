// What the fields of a known source are called, for when the sender is named: a vendor's own key means one thing there,
// whatever the word means on other forms ("title" is a job title in Salesforce). Keys as the vendors' forms are
// known to send them, not checked against each vendor's page; `-` is a key that is known and is no field of a lead. A key that is not here goes the usual way.
// Gravity Forms has none: its keys are numbers of the form ("1.3" is a first name or a city).

import { type CanonicalField, canonicalFields } from './canonical-fields.ts'

/** Sources that have a profile. */
export type ProfiledSource = keyof typeof profiles

/** The field, `undefined` for a key that is known not to be one, or `'unknown'`: then other rules decide. */
export function fieldOfSourceKey(source: string, name: string): CanonicalField | undefined | 'unknown' {
  const profile = profileOf(source)
  const key = name.trim().toLowerCase()
  return profile?.has(key) ? profile.get(key) : 'unknown'
}

const profiles = {
  // developers.facebook.com, Marketing API, "Lead ads: retrieving", standard questions.
  meta: `email: email work_email; phone: phone_number work_phone_number whatsapp_number; fullName: full_name; firstName: first_name;
    lastName: last_name; company: company_name; jobTitle: job_title; country: country; state: state province; city: city;
    postalCode: zip_code post_code; website: website; -: date_of_birth gender marital_status relationship_status military_status
    street_address id_cpf id_ar_dni id_cl_rut id_mx_rfc id_pe_dni inbox_url`,
  // developers.google.com/google-ads, webhook of lead form assets, user column ids.
  'google-ads': `email: email work_email; phone: phone_number work_phone; fullName: full_name; firstName: first_name; lastName: last_name;
    company: company_name; jobTitle: job_title; country: country; state: region; city: city; postalCode: postal_code; -: street_address
    google_key is_test`,
  // learn.microsoft.com/linkedin, lead sync, predefinedField.
  linkedin: `email: email work_email emailaddress; phone: phone_number work_phone_number phonenumber; firstName: first_name firstname;
    lastName: last_name lastname; company: company_name companyname company; jobTitle: job_title jobtitle title; country: country
    country_region; state: state state_province; city: city; postalCode: zip_code postal_code; companySize: company_size;
    industry: industry; website: company_website; -: linkedin_profile_link job_function seniority degree field_of_study school start_date
    graduation_date gender`,
  // knowledge.hubspot.com, default contact and company properties.
  hubspot: `email: email; phone: phone mobilephone hs_whatsapp_phone_number; firstName: firstname; lastName: lastname;
    company: company; jobTitle: jobtitle; country: country hs_country_region_code; state: state hs_state_code; city: city; postalCode: zip;
    website: website; industry: industry; companySize: numberofemployees numemployees company_size; message: message; -: salutation
    hs_persona hs_lead_status lifecyclestage address fax hs_context hutk`,
  // mailchimp.com/developer, merge fields of a new audience.
  mailchimp: `email: email email_address; firstName: fname; lastName: lname; phone: phone smsphone; company: company; -: address birthday
    language u id f_id tags`,
  // developers.rdstation.com, fields of a contact and of a conversion.
  'rd-station': `email: email email_lead; fullName: name nome; phone: mobile_phone personal_phone telefone celular; company: company_name
    empresa company; jobTitle: job_title cargo; state: state uf estado; city: city cidade; country: country; website: website
    company_site site; -: birthdate gender twitter facebook linkedin conversion_identifier identificador token_rdstation tags
    traffic_source client_tracking_id available_for_mailing legal_bases bio`,
  // help.salesforce.com, Web-to-Lead.
  'salesforce-web-to-lead': `email: email; firstName: first_name; lastName: last_name; company: company; jobTitle: title; phone: phone mobile;
    country: country country_code; state: state state_code; city: city; postalCode: zip; website: url; industry: industry;
    companySize: employees; message: description; -: oid returl ret_url salutation street lead_source rating revenue campaign_id
    member_status emailoptout faxoptout donotcall fax debug debugemail captcha_settings recordtype`,
  // contactform7.com, the form that a new installation has.
  'contact-form-7': `email: your-email; fullName: your-name; phone: your-tel your-phone; message: your-message; company: your-company;
    website: your-url; -: your-subject _wpcf7 _wpcf7_version _wpcf7_locale _wpcf7_unit_tag _wpcf7_container_post _wpcf7_posted_data_hash`,
  // elementor.com/help, the ids that a new form widget gives.
  elementor: `email: email form_fields[email]; fullName: name form_fields[name]; message: message form_fields[message]; phone: tel phone
    form_fields[tel] form_fields[phone]; -: post_id form_id referer_title queried_id`,
  // zoho.com/crm/developer, leads module.
  zoho: `email: email; firstName: first_name; lastName: last_name; fullName: full_name; company: company; jobTitle: designation;
    phone: phone mobile; country: country; state: state; city: city; postalCode: zip_code; website: website; industry: industry;
    companySize: no_of_employees; message: description; -: lead_source lead_status fax rating annual_revenue salutation xnqsjsdp xmiwtld
    actiontype returnurl`,
  // developers.activecampaign.com, contacts.
  activecampaign: `email: email; firstName: firstname first_name; lastName: lastname last_name; phone: phone; company: orgname customer_acct_name`,
  // developers.pipedrive.com, persons and leads.
  pipedrive: `email: email emails; fullName: name; firstName: first_name; lastName: last_name; phone: phone phones; company: org_name;
    jobTitle: job_title; -: owner_id label add_time visible_to`,
  // experienceleague.adobe.com, Marketo's lead fields.
  marketo: `email: email; firstName: firstname; lastName: lastname; company: company; jobTitle: title; phone: phone mobilephone;
    country: country; state: state; city: city; postalCode: postalcode; website: website; industry: industry;
    companySize: numberofemployees; -: salutation munchkinid formid leadsource`,
} as const satisfies Readonly<Record<string, string>>

const built = new Map<string, ReadonlyMap<string, CanonicalField | undefined>>()

/** Built on first use, one a source. */
function profileOf(source: string): ReadonlyMap<string, CanonicalField | undefined> | undefined {
  const known = built.get(source)
  if (known || !isProfiled(source)) return known
  const profile = new Map<string, CanonicalField | undefined>()
  for (const part of profiles[source].split(';')) {
    const [field = '', keys = ''] = part.split(/: /)
    const canonical = canonicalFields.find(name => name === field.trim())
    for (const key of keys.trim().split(/\s+/)) profile.set(key, canonical)
  }
  built.set(source, profile)
  return profile
}

const isProfiled = (source: string): source is ProfiledSource => Object.hasOwn(profiles, source)
