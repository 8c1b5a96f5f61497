// The check digits of Brazil's tax ids: CPF is a person's (11 digits), CNPJ a company's (14).
// Tells them apart where a field asks for either. Digits may be written with dots, slashes, spaces and hyphens.

/** True for a person's id whose check digits are right. */
export function isCpf(text: string): boolean {
  return hasCheckDigits(text, 11, 11)
}

/** True for a company's id whose check digits are right. */
export function isCnpj(text: string): boolean {
  return hasCheckDigits(text, 14, 9)
}

/** Modulo 11 with weights from 2 upwards, right to left, starting again after `weightMax` (Receita Federal). */
function hasCheckDigits(text: string, length: number, weightMax: number): boolean {
  if (text.length > 40) return false
  const digits = text.replace(/[\s./-]/g, '')
  if (digits.length !== length || !/^\d+$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  return [length - 2, length - 1].every(at => Number(digits[at]) === checkDigit(digits.slice(0, at), weightMax))
}

function checkDigit(digits: string, weightMax: number): number {
  let sum = 0
  let weight = 2
  for (let at = digits.length - 1; at >= 0; at--) {
    sum += Number(digits[at]) * weight
    weight = weight === weightMax ? 2 : weight + 1
  }
  return ((sum * 10) % 11) % 10
}
