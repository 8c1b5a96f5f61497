// Takes card numbers out of free text. Phone numbers and other long numbers stay, because losing a phone number is
// losing the lead.

// Digits with at most three separators between two of them. A number after a plus is a phone number.
const runs = /\+?\d(?:(?:[^\S\n]|[.-]){0,3}\d){12,}/g
// In one piece, or in groups as on cards.
const printed = /\+?\d{13,}|\d{4}\D+\d{4}\D+\d{4}\D+\d{1,4}(\D+\d{1,3})?|3\d{3}\D+\d{6}\D+\d{4,5}/
// 14 digits with 000 before the last three are a Brazilian company's CNPJ, which a form may well ask for.
const cardShape = /^(4\d{12}|3[47]\d{13}|3[068]\d{6}(?!000)\d{6}|\d{16}|[4-6]\d{16,18})$/

/**
 * The text with every card number replaced.
 * @param isPhone it was asked as a phone number: with 15 digits or fewer it is one (ITU-T E.164)
 */
export const redactCards = (text: string, isPhone?: boolean): string =>
  text.replace(runs, run => {
    let done = ''
    let rest = run
    for (let group: string | undefined; (group = printed.exec(rest)?.[0]); ) {
      // A last group may be another number's, and so may a first one: what is no card gives way to what begins behind it.
      const card = [group, group.replace(/\D+\d+$/, '')].find(digits => isCard(digits, isPhone))
      const end = rest.indexOf(group) + (card || ((/^\+?\d+/.exec(group) as string[])[0] as string)).length
      done += card ? `${rest.slice(0, rest.indexOf(group))}[card]` : rest.slice(0, end)
      rest = rest.slice(end)
    }
    done += rest
    // People group as they like. A number that has nothing beside it counts however it is grouped.
    return done === run && isCard(run, isPhone) ? '[card]' : done
  })

/** ISO/IEC 7812-1, annex B: every second digit from the right counts twice, with its digits added up. */
const isCard = (run: string, isPhone?: boolean): boolean => {
  const digits = run.replace(/[^\d+]/g, '')
  const sum = [...digits].map(Number).reduceRight((sum, digit, place) => {
    const isTwice = (digits.length - place) % 2 === 0
    return sum + ((isTwice && (digit * 2) % 9) || digit)
  }, 0)
  return cardShape.test(digits) && sum % 10 === 0 && !(isPhone && !digits[15])
}
