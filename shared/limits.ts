// Every bound of the product in one place, the unit last in the name. Reaching a bound is a named, tested outcome:
// the comment says which. Numbers without a source are our own choice.

/** Bytes of a request body; more is 413 `payload-too-large`. The keepalive budget of a page is 64 KiB (Fetch, §4.7). */
export const bodyBytesMax = 65_536
/** Bytes of a body that is too large which are read and dropped, so that its sender sees the answer. */
export const drainBytesMax = 16_777_216
/** Nesting of a JSON body; deeper is 400 `json-too-deep`. */
export const jsonDepthMax = 16
/** Entries in `fields`; more is 422 `too_many_fields`. */
export const fieldsMax = 200
/** UTF-16 units of one field's value; the rest is cut and reported as issue `truncated`. */
export const fieldCharsMax = 4_096
/** UTF-16 units of a field's name; the rest is cut. */
export const fieldNameCharsMax = 256
/** Values of one field that are read; the rest is dropped and reported as issue `truncated`. */
export const fieldValuesMax = 50
/** UTF-16 units of a captcha token; longer is 422 `too_long` (Turnstile: tokens have at most 2048 characters). */
export const captchaCharsMax = 2_048
/** UTF-16 units of a URL kept (page, referrer, landing page, policy); longer ones are cut. */
export const urlCharsMax = 2_048
/** UTF-16 units of one UTM value or click id; longer ones are cut. */
export const touchpointValueCharsMax = 512
/** UTF-16 units of a consent text, and of a platform's own record (a TC string); longer ones are cut. */
export const consentTextCharsMax = 4_096
/** A form filled faster than this is flagged as spam. */
export const formFillMsMin = 800
/** How far ahead of ours a sender's clock may be before the time of receipt is used (issue `clock_skew`). */
export const clockSkewMsMax = 300_000
/** How old `occurred_at` may be before the time of receipt is used (issue `clock_skew`). */
export const occurredAgeDaysMax = 400

/** Octets of an e-mail's local part and of the whole address (RFC 5321 §4.5.3.1.1, RFC 5321 errata 1690). */
export const emailLocalBytesMax = 64
export const emailBytesMax = 254

/** Rows of one operator list page; more is refused. */
export const listLimitMax = 200
export const listLimitDefault = 50
/** Characters of a list cursor; longer ones are refused unread. */
export const cursorCharsMax = 512
/** Body of an operator call, in bytes. */
export const operatorBodyBytesMax = 16_384
/** Deliveries that one bulk redrive touches; the answer says whether more remain. */
export const redriveDeliveriesMax = 1_000
/** How long a signed-in page session lasts. */
export const sessionHoursMax = 12
/** Sites of one deployment; each is one `SITE_…` variable. */
export const sitesMax = 100

/** Leads of a site that a new one is compared with: the newest ones. Older ones are found by their exact keys only. */
export const matchLeadsMax = 50_000
/** Block keys kept of one lead, over all its submissions; the highest HMACs give way. */
export const blockKeysPerLeadMax = 24
/** Leads that share one block key; a key that more of them have says nothing and is not followed. */
export const leadsPerBlockKeyMax = 200
/** Leads that one lead is compared with, those that share the most block keys first. */
export const candidatesMax = 60
/** Pairs of one lead that wait for somebody, the likeliest ones: a namesake with fifty others is nobody's work. */
export const reviewsPerLeadMax = 5
/** Submissions of a lead that are opened to compare it: the earliest one and the latest others. */
export const submissionsComparedMax = 10
/** Leads that may become one person's by themselves; more than that wait for somebody. */
export const leadsPerPersonMax = 30
/** Leads whose matches are looked for before the next ones are delivered. */
export const matchRoundLeadsMax = 200
/** Prepared leads held in memory for comparing. */
export const preparedLeadsMax = 2_000

/** How long what could not be a lead is kept. */
export const quarantineDaysMax = 14
/** Quarantined bodies kept per site and reason; the oldest gives way, so that a flood of one reason spares the others. */
export const quarantineRowsPerReasonMax = 2_000
/** Spam-flagged submissions kept per site; the oldest gives way. */
export const spamRowsMax = 10_000
/** Submissions of one lead that are folded into it: the earliest one and the latest others. All are kept. */
export const submissionsFoldedMax = 100
/** How long after the submission before it one counts as renewed interest, of which the lead's owner is told again. */
export const renewedInterestHoursMin = 24

/** One call to a destination, from connect to the last byte of the answer. */
export const destinationTimeoutMsMax = 15_000
/** All calls made for one batch, follow-ups included. Below the lease, so that no one else delivers meanwhile. */
export const deliverBudgetMsMax = 25_000
/** How long a delivery belongs to one consumer. */
export const leaseSecondsMax = 30
/** Bytes read of a destination's answer; the rest is not read. */
export const destinationAnswerBytesMax = 65_536
/** Attempts listed on one delivery; older ones between the first and the latest give way. */
export const attemptsListedMax = 100
/** The longest we wait because a destination said so (`Retry-After`). */
export const retryAfterHoursMax = 24
/** Deliveries of low intent that are in the queue at a time: half of all, so that the queue has room for high intent. */
export const ringLowOutstandingMax = 1_000
/** Minutes from one batch of low intent to the next, where a site does not say. */
export const batchMinutesDefault = 10
export const batchMinutesMin = 5
export const batchMinutesMax = 15
/** After delivering, before the record is looked for: reads of a CRM lag behind its writes. */
export const readBackSecondsMin = 60
/** One delivery of so many is looked for, where a destination does not say. */
export const readBackOneOf = 50
/** Waiting deliveries that are brought forward when a destination is resumed; the others keep their time. */
export const hastenDeliveriesMax = 10_000
/** How long a paused destination's deliveries wait before its pause is looked at again. */
export const pausedLookMinutesMax = 60
/** Deliveries named by one message of the queue, and so by one call to a destination that takes batches. */
export const ringDeliveriesMax = 100
/** Due deliveries that a ledger rings for before it waits for some of them to be settled. */
export const ringOutstandingMax = 2_000
/** Leads of an object's earlier life that are read at once, to be shown in the read index. */
export const unshownLeadsMax = 2_000
/** How long the ledger waits for a rung delivery before it rings again. As long as a lease, so that it finds it free. */
export const ringAgainSecondsMin = 30
/** How long the ledger waits after the queue or the read index failed. */
export const effectRetrySecondsMin = 5
/** How often a paused destination is probed with one delivery. */
export const blockedProbeSecondsMin = 60
/** How long an isolate remembers what the gate keeps of a vendor's fields. */
export const catalogMemoryMinutesMax = 10
/** Rules of one destination's field map; more is `misconfigured`. */
export const fieldRulesMax = 200
/** Bytes read of a vendor's description of its fields; of a longer one nothing is known, and leads are sent as they are. */
export const metadataBytesMax = 4_194_304
/** A vendor is asked again what fields it has after so long. */
export const catalogHoursMax = 24
/** And after a refused field, but not more often than this, whatever it answers. */
export const catalogMinutesMin = 10
/** Values of one picklist that are kept; a longer list is not checked. */
export const picklistValuesMax = 500
/** Fields kept that the field map does not name, but the vendor requires; the vendor itself refuses a lead without the others. */
export const requiredFieldsMax = 50
/** UTF-16 units of the note of what the vendor's fields do not take; the rest is cut. With a message, below 32,000. */
export const noteCharsMax = 20_000
/** Fields that one attempt leaves out because they are refused: one of the lead's, and the note where it is refused too. */
export const fieldsLeftOutMax = 2
/** Leads projected to D1 in one go (one D1 batch). */
export const projectLeadsMax = 50
/** Leads read by one call of `npm run reproject`. */
export const reprojectLeadsMax = 200

/** Submissions kept in a browser's outbox, each at most one body; the oldest gives way. */
export const outboxSubmissionsMax = 20
/** How long a browser keeps an unconfirmed submission. */
export const outboxDaysMax = 7
/** Sealed bytes handed to a consumer in one lease call; the rest stays due. Below the 32 MiB of one RPC. */
export const leaseBytesMax = 8_388_608
/** Deliveries over which latency percentiles are taken, the newest first. */
export const latencySampleMax = 1_000
