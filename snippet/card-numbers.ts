// Takes card numbers out of free text: 13 to 19 digits that begin like a card's and pass the Luhn check. Phone numbers
// and other long numbers stay, because losing a phone number is losing the lead.

const cardShape = /^(4\d{12}|3\d{13,14}|\d{16}|[4-6]\d{16,18})$/

/** The text with every card number replaced. */
export const redactCards = (text: string): string =>
  // A number after a plus is a phone number. "4242 4242 4242 4242 12/27" is a card and something else, so stretches of
  // groups are tried, the longest first.
  text.replace(/\+?\d(?:[\s-]?\d){12,}/g, run => {
    const groups = run.split(/([\s-])/)
    for (let from = 0; from < groups.length; from += 2)
      for (let to = groups.length; to > from; to -= 2) {
        if (isCard(groups.slice(from, to).join('').replace(/[\s-]/g, ''))) groups.splice(from, to - from, '[card]')
      }
    return groups.join('')
  })

const isCard = (digits: string): boolean =>
  cardShape.test(digits) &&
  [...digits].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) << (place & 1)
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0) %
    10 ===
    0
