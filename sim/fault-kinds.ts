// Every fault that a run can have: where it strikes, how often a run that leaves it to chance has it, and what it does.
// `holds` says that every promise is kept under it. Where it is false the product is known to break under this fault:
// it is then not part of a run by chance, and known-breaks.ts says what may break and why.

interface FaultFacts {
  readonly at: 'browser' | 'edge' | 'ledger' | 'queue' | 'd1' | 'consumer' | 'crm' | 'clock' | 'secret' | 'operator'
  /** Chance at each opportunity, of a thousand. */
  readonly perMille: number
  readonly holds: boolean
  readonly does: string
}

const at = (place: FaultFacts['at'], perMille: number, does: string): FaultFacts => ({
  at: place,
  perMille,
  holds: true,
  does,
})
const breaks = (place: FaultFacts['at'], does: string): FaultFacts => ({ at: place, perMille: 0, holds: false, does })

export const faultKinds = {
  'tab-closes-first': at(
    'browser',
    120,
    'the tab closes before anything is sent; the outbox sends it at the next visit',
  ),
  'tab-closes-for-good': at('browser', 20, 'the tab closes before anything is sent and the person never comes back'),
  'sends-two-ways': at('browser', 200, 'a request and a beacon carry the same submission at once'),
  'sends-after-answer': at('browser', 200, 'the same submission is sent again after it was acknowledged'),
  'goes-offline': at('browser', 150, 'no request leaves the page for a while, then the line is back'),
  'clock-skewed': at('browser', 150, 'the clock of the page is hours or days from ours'),
  'reuses-id': at('browser', 20, 'another body comes under an id that is known'),
  'request-late': at('edge', 80, 'the request arrives when the page has long given up and sent it again'),
  'edge-dies-first': at('edge', 100, 'the Worker dies before the ledger is called'),
  'edge-dies-after': at('edge', 100, 'the Worker dies after the commit and before the answer leaves'),
  'answer-late': at('edge', 100, 'the answer takes longer than the page waits'),
  'statement-fails': at('ledger', 40, 'a statement of a transaction fails (disk full): all of it is rolled back'),
  'dies-before-commit': at('ledger', 40, 'the object is reset after it worked and before its writes are durable'),
  evicted: at('ledger', 10, 'the object loses what it holds in memory, and whatever it was doing'),
  'call-fails': at('ledger', 20, 'a call of the ledger does not reach it'),
  'reply-lost': at('ledger', 20, 'the ledger worked and committed, but its reply is an error'),
  'alarm-lost-and-evicted': at('ledger', 5, 'an alarm never fires, and the object moves'),
  'alarm-late': at('ledger', 60, 'an alarm fires minutes late'),
  'alarm-throws': at('ledger', 40, 'storage fails in the middle of an alarm'),
  'alarm-twice': at('ledger', 60, 'an alarm fires again though it went well'),
  'alarm-lost': at('ledger', 5, 'an alarm never fires, and the object stays in memory'),
  'ring-fails': at('queue', 80, 'the queue does not take the messages'),
  'ring-fails-taken': at('queue', 60, 'the queue takes the messages and answers with an error'),
  'message-lost': at('queue', 80, 'a message never arrives'),
  'message-doubled': at('queue', 120, 'a message arrives twice, at two consumers at once'),
  'message-delayed': at('queue', 120, 'a message arrives minutes late, after younger ones'),
  'message-again': at('queue', 80, 'a batch is delivered again after it was acknowledged'),
  'message-dead': at('queue', 40, 'a message goes to the dead letter queue'),
  'message-garbled': at('queue', 20, 'a message that is none of ours comes along'),
  'd1-down': at('d1', 100, 'the read index refuses the batch'),
  'd1-slow': at('d1', 60, 'the read index takes half a minute, and so does whatever waits behind it'),
  'd1-answer-lost': at('d1', 60, 'the read index writes the batch and answers with an error'),
  'd1-lands-late': breaks('d1', 'the read index answers with an error and writes the batch later, over a newer one'),
  'gate-fails': at('consumer', 20, 'a call of the gate does not reach it'),
  'gate-evicted': at('consumer', 60, 'the gate loses what it holds in memory'),
  'dies-before-call': at('consumer', 60, 'the consumer dies after it leased and before it calls the CRM'),
  'dies-before-settle': at('consumer', 60, 'the consumer dies between the answer of the CRM and settling'),
  'settle-fails': at('consumer', 60, 'the call that settles does not reach the ledger'),
  'settle-reply-lost': at('consumer', 40, 'settling worked, but its reply is an error'),
  'settle-late': at('consumer', 40, 'settling arrives after the lease has ended'),
  'lease-late': at('consumer', 40, 'the leased deliveries arrive so late that the lease ends while the CRM is called'),
  'crm-500': at('crm', 40, '500 and nothing written'),
  'crm-502-html': at('crm', 40, '502 with a page of the gateway, nothing written'),
  'crm-429': at('crm', 40, '429 with Retry-After'),
  'crm-429-daily': at('crm', 4, '429 of the daily limit, without Retry-After'),
  'crm-401': at('crm', 20, 'the token is refused for a while'),
  'crm-400': at('crm', 30, 'one lead of the call is refused as invalid'),
  'crm-409-transient': at('crm', 20, '409 that names no record'),
  'crm-409-stranger': at('crm', 20, "409 that names another person's record though nothing is in the way"),
  'crm-423': at('crm', 20, '423: locked by another update'),
  'crm-207-partial': at('crm', 40, '207: one lead is not written, the others are'),
  'crm-resets-after': at('crm', 50, 'everything is written, then the connection is reset'),
  'crm-hangs-after': at('crm', 30, 'everything is written, then no answer comes'),
  'crm-hangs': at('crm', 30, 'nothing is written and no answer comes'),
  'crm-refuses': at('crm', 30, 'the connection is refused'),
  'crm-empty-200': at('crm', 30, '200 with an empty body, nothing written'),
  'crm-drops-lead': at('crm', 30, '200, but one lead is neither written nor named'),
  'crm-knows-person': at('crm', 60, 'the CRM has a contact of this address already, which is not ours'),
  'crm-knows-source': breaks('crm', 'the CRM has a contact of this address already, with a source of its own'),
  'crm-reads-lag': breaks('crm', 'reads do not see what was just written, for some seconds'),
  'crm-lands-late': breaks('crm', 'no answer comes, and the write lands half a minute after we gave up'),
  'clock-forward': at('clock', 30, 'our clock jumps forward by up to two hours'),
  'clock-back': at('clock', 30, 'our clock jumps back, at most to some minutes behind'),
  'token-missing': at('secret', 15, 'the secret of the destination is not set for a while'),
  'keyring-changed': at('secret', 15, 'the wrapping key in use is missing for a while, another one is current'),
  'redrive-all': at('operator', 40, 'an operator redrives everything that is parked or pending'),
  'release-spam': at('operator', 80, 'an operator releases what was flagged as spam'),
  'erase-person': at('operator', 150, 'an operator erases a person who has come, whatever is under way'),
  'erase-and-return': breaks('operator', 'an operator erases a person, who comes back while that is under way'),
  resume: at('operator', 40, 'an operator resumes the destination'),
  reproject: at('operator', 6, 'an operator rebuilds the read index while all goes on'),
} as const satisfies Readonly<Record<string, FaultFacts>>

export type FaultKind = keyof typeof faultKinds

/** All kinds, in the order of the table. */
export const allFaultKinds = Object.keys(faultKinds) as FaultKind[]
/** Those under which every promise is kept. */
export const survivableKinds = allFaultKinds.filter(kind => faultKinds[kind].holds)

export const isFaultKind = (name: string): name is FaultKind => name in faultKinds
