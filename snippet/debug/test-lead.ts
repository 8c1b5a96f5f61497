// The test lead of the panel: an invented person, sent the way of every other lead.

import type { LeadCapture } from '../public-types.ts'

/** Who is sent. The address is what to search for and to erase. */
export const testLead = {
  fullName: 'Ana Test',
  email: 'ana@example.com',
  // 555-0100 to 555-0199 are kept for fiction (North American Numbering Plan).
  phone: '+1 202-555-0143',
}

/** Its form name, by which it is found at the collector and in the CRM. */
const testLeadForm = 'lead-debug-test'

/** Sends the test lead. What becomes of it is seen as for every other. */
export const sendTestLead = async (leadCapture: LeadCapture): Promise<void> => {
  await leadCapture.submit(testLead, { form: testLeadForm })
}
