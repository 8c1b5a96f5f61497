// Every bound of the stand-in CRM, the unit last in the name. The ones marked HubSpot are its published limits
// (developers.hubspot.com, "Usage guidelines" and "Contacts", read 2026-11-24); the others are our own choice.

/** HubSpot: inputs of one batch; more is 400. */
export const batchInputsMax = 100
/** HubSpot: results of one search page; more is 400. */
export const searchResultsMax = 200
export const searchResultsDefault = 10
/** HubSpot: contacts of one page of the list; more is 400. */
export const listResultsMax = 100
export const listResultsDefault = 10
/** HubSpot: groups of one search, filters of one group; more is 400. */
export const searchGroupsMax = 5
export const searchFiltersPerGroupMax = 6
/** HubSpot: values of one IN or NOT_IN filter; more is 400. */
export const searchValuesMax = 100
/** HubSpot: matches that paging can reach; an `after` beyond is 400. */
export const searchReachMax = 10_000
/** HubSpot: characters of a property's value; more is 400 for that input. */
export const propertyValueCharsMax = 65_536
/** HubSpot: characters of a property's name; longer names do not exist. */
export const propertyNameCharsMax = 100
/** HubSpot: custom unique properties of one object type; one more is 400. */
export const uniquePropertiesMax = 10
/** HubSpot: calls in any ten seconds and calls a day of a private app (Professional); more is 429. */
export const callsPerTenSecondsMax = 190
export const callsPerDayMax = 650_000

/** Properties written by one input; more is 400. */
export const propertiesMax = 1_000
/** Bytes of a request's body; more is 413. */
export const bodyBytesMax = 4_194_304
/** Calls remembered for `GET /_crm/calls`; the oldest gives way. */
export const callsListedMax = 10_000
/** Contacts on the page `GET /_crm`, the latest ones; the page says when there are more. */
export const contactsOnPageMax = 200
/** Faults of one list; more is 400. */
export const faultsMax = 1_000
/** How long a fault may hold an answer. */
export const faultHangMsMax = 600_000
/** How long an idle connection stays open. */
export const idleConnectionMsMax = 65_000
