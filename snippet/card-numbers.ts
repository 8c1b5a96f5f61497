// Takes card numbers out of free text. Phone numbers and other long numbers stay, because losing a phone number is
// losing the lead.

// Digits with at most three separators between two of them. A number after a plus is a phone number.
const runs = /\+?\d(([^\S\n]|[.-]){0,3}\d){12,}/g
// In one piece, or in groups as on cards; and what is behind it.
const printed = /(\+?\d{13,}|(\d{4}\D+){3}\d{1,4}(\D+\d{1,3})?|3\d{3}\D+\d{6}\D+\d{4,5}).*/s
// 14 digits with 000 before the last three are a Brazilian company's CNPJ, which a form may well ask for.
const cardShape = /^(4\d{12}|3[47]\d{13}|3[068]\d{6}(?!000)\d{6}|\d{16}|[4-6]\d{16,18})$/

/**
 * The text with every card number replaced.
 * @param isPhone whether it was asked as a phone number: with 15 digits or fewer it is one (ITU-T E.164)
 */
export const redactCards = (text: string, isPhone?: () => boolean): string => {
  /** ISO/IEC 7812-1, annex B: every second digit from the right counts twice, with its digits added up. */
  const isCard = (run: string): boolean => {
    const digits = run.replace(/[^\d+]/g, '')
    const sum = [...digits]
      .map(Number)
      .reduce((sum, digit, place) => sum + ((digits.length + place) % 2 ? digit : (digit * 2) % 9 || digit), 0)
    return cardShape.test(digits) && !(sum % 10 || (!digits[15] && isPhone?.()))
  }
  const redactRun = (run: string): string => {
    const done = run.replace(printed, (found: string, group: string) => {
      // A last group may be another number's, and so may a first one: what is no card gives way to what begins behind it.
      const card = [group, group.replace(/\D+\d+$/, '')].find(isCard)
      const start = card || ((/.\d*/.exec(group) as string[])[0] as string)
      return (card ? '[card]' : start) + redactRun(found.slice(start.length))
    })
    // People group as they like. A number that has nothing beside it counts however it is grouped.
    return done === run && isCard(run) ? '[card]' : done
  }
  return text.replace(runs, redactRun)
}
