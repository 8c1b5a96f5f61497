// Takes card numbers out of free text. A card is 13 to 19 digits in groups, begins like one, and passes the Luhn check;
// phone numbers and other long numbers stay, because losing a phone number is losing the lead.

const cardShape = /^(4\d{12}|[2-6]\d{13,18})$/

/** The text with every card number replaced. */
export const redactCards = (text: string): string =>
  // A number after a plus is a phone number. Groups: "4242 4242 4242 4242 12/27" is a card and something else.
  text.replace(/\+?\d(?:[\s-]?\d){12,}/g, run => (run[0] === '+' ? run : redactRun(run.split(/([\s-])/))))

const redactRun = (parts: string[]): string => {
  for (let from = 0; from < parts.length; from += 2) {
    for (let to = parts.length; to > from; to -= 2) {
      const digits = parts.slice(from, to).join('').replace(/\D/g, '')
      if (cardShape.test(digits) && passesLuhn(digits)) {
        parts.splice(from, to - from, '[card]')
        break
      }
    }
  }
  return parts.join('')
}

const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const doubled = Number(digits[digits.length - 1 - i]) << (i & 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
