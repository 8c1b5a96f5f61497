// Takes card numbers out of free text. Phone numbers and other long numbers stay, because losing a phone number is
// losing the lead.

// In one piece, or in the groups that are printed on cards. A number after a plus is a phone number.
const numbers = /\+?\d{13,}|\d{4}([\s.-])\d{4}\1\d{4}\1\d{4}|3\d{3}([\s.-])\d{6}\2\d{4,5}/g
// 14 digits with 000 before the last three are a Brazilian company's CNPJ, which a form may well ask for.
const cardShape = /^(4\d{12}|3[47]\d{13}|3[068]\d{6}(?!000)\d{6}|\d{16}|[4-6]\d{16,18})$/

/** The text with every card number replaced. */
export const redactCards = (text: string): string => text.replace(numbers, run => (isCard(run) ? '[card]' : run))

/** ISO/IEC 7812-1, annex B: every second digit from the right counts twice, with its digits added up. */
const isCard = (run: string): boolean => {
  const digits = run.replace(/[\s.-]/g, '')
  const sum = [...digits].map(Number).reduceRight((sum, digit, place) => {
    const isTwice = (digits.length - place) % 2 === 0
    return sum + ((isTwice && (digit * 2) % 9) || digit)
  }, 0)
  return cardShape.test(digits) && sum % 10 === 0
}
