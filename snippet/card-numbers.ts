// Takes card numbers out of free text. Phone numbers and other long numbers stay, because losing a phone number is
// losing the lead.

// In one piece, or in groups as on cards. A number after a plus is a phone number.
const numbers = /\+?\d{13,}|\d{4}([\s.-])\d{4}\1\d{4}\1\d{1,4}(\1\d{1,3})?|3\d{3}([\s.-])\d{6}\3\d{4,5}/
// 14 digits with 000 before the last three are a Brazilian company's CNPJ, which a form may well ask for.
const cardShape = /^(4\d{12}|3[47]\d{13}|3[068]\d{6}(?!000)\d{6}|\d{16}|[4-6]\d{16,18})$/

/** The text with every card number replaced. */
export const redactCards = (text: string): string => {
  let done = ''
  for (let run: string | undefined; (run = numbers.exec(text)?.[0]); ) {
    // A last group may be another number's, and so may a first one: what is no card gives way to what begins behind it.
    const card = [run, run.replace(/\D\d+$/, '')].find(isCard)
    const end = text.indexOf(run) + (card || ((/^\+?\d+/.exec(run) as string[])[0] as string)).length
    done += card ? `${text.slice(0, text.indexOf(run))}[card]` : text.slice(0, end)
    text = text.slice(end)
  }
  return done + text
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts twice, with its digits added up. */
const isCard = (run: string): boolean => {
  const digits = run.replace(/[\s.-]/g, '')
  const sum = [...digits].map(Number).reduceRight((sum, digit, place) => {
    const isTwice = (digits.length - place) % 2 === 0
    return sum + ((isTwice && (digit * 2) % 9) || digit)
  }, 0)
  return cardShape.test(digits) && sum % 10 === 0
}
