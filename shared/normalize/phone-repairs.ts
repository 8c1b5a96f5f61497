// What a number that is in no plan as typed may stand for: an old writing that its plan has given up, or a prefix too many.
// Rules only propose: the caller takes a proposal when the plan has it. No rule makes up a digit that no plan change names.

export interface Repair {
  readonly rule: string
  /** Country code and number, without plus. */
  readonly digits: string
}

/** A number as the library parsed it, and the text that it was typed as. */
export interface ParsedDigits {
  readonly code: string
  readonly national: string
  readonly text: string
}

/** Old writings of numbers that are in use: in address books, on sites, and as WhatsApp ids, which kept them. */
export function renumbered({ code, national, text }: ParsedDigits): readonly Repair[] {
  return renumberings
    .filter(one => one.code === code && one.old.test(national) && (!('grouped' in one) || one.grouped(national, text)))
    .map(({ rule, old, now }) => ({ rule, digits: code + national.replace(old, now) }))
}

/** The number without what a form had filled in already, or without a zero that is dialled within the country only. */
export function withoutExtraPrefix({ code, national, text }: ParsedDigits): readonly Repair[] {
  const repairs: Repair[] = []
  // 55 is an area of Brazil as well, and a number of an area has 8 or 9 digits: what the writing does not set apart may as
  // well be a digit too many.
  const isSetApart = code !== '55' || isTypedInFours(national, text)
  // A code twice stands apart from the number, or nothing does: in `55 5534-5678 90` the second 55 is none.
  if (isSetApart && new RegExp(`^\\D*${code}\\D*(?:00)?${code}(?=\\D|\\d+\\D*$)`).test(text))
    repairs.push({ rule: 'repeated_country_code', digits: code + national.replace(new RegExp(`^(?:0*${code})+`), '') })
  const [, area] = (code === '55' && isSetApart && /^\D*(?:55\D+)?([1-9]\d)\D+\1(?=\D)/.exec(text)) || []
  if (area) repairs.push({ rule: 'repeated_area_code', digits: code + national.replace(area, '') })
  if (national.startsWith('0')) repairs.push({ rule: 'trunk_zero', digits: code + national.slice(1) })
  return repairs
}

/** The last eight digits are typed in one or in fours: `98765-432` is a number with a digit missing. */
const isTypedInFours = (national: string, text: string): boolean =>
  new RegExp(national.slice(-8).replace(/.{4}/, '$&\\D*')).test(text)

const renumberings = [
  // Brazil put a 9 in front of every mobile number: Anatel, Resolução 553/2010, area by area until 6 November 2016.
  {
    rule: 'brazil_ninth_digit',
    code: '55',
    old: /^([1-9]{2})([6-9]\d{7})$/,
    now: '$19$2',
    grouped: isTypedInFours,
  },
  // Mexico gave up the 1 before mobile numbers from abroad: Plan Técnico Fundamental de Numeración (DOF 11 May 2018),
  // dialled so since 3 August 2019. WhatsApp ids still have it.
  { rule: 'mexico_mobile_prefix', code: '52', old: /^1(\d{10})$/, now: '$1' },
  // Colombia put 60 before the area digit of landlines: CRC, Resolución 5826/2019, dialled so since 1 September 2021
  // (radionacional.co/actualidad/como-marcar-de-celular-a-fijo-en-colombia, read 2026-11-28).
  { rule: 'colombia_landline_prefix', code: '57', old: /^([1245678])(\d{7})$/, now: '60$1$2' },
  // Argentina's mobile numbers have a 9 before the area when dialled from abroad, or a 15 after it within the country
  // (github.com/norman/nt54, "Special number handling", read 2026-11-28): who knows one of them types both.
  {
    rule: 'argentina_mobile_prefix',
    code: '54',
    old: /^9(?:(11)15(\d{8})|(\d{3})15(\d{7})|(\d{4})15(\d{6}))$/,
    now: '9$1$2$3$4$5$6',
  },
] as const
