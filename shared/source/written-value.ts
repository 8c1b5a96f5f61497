// Whether somebody meant a value of a link or of a hidden input.

/** The trimmed value; undefined for a blank, and for the words by which forms and reports say "nothing". */
export function writtenValue(value: string | null | undefined): string | undefined {
  const text = value?.trim()
  return text && !(text.length <= charsMax && nothingWords.test(text)) ? text : undefined
}

// As scripts print what is not there, and as Google Analytics names it. The longest has 14 characters.
const nothingWords = /^(null|undefined|nan|none|direct|-|\((direct|none|not set|not provided)\))$/i
const charsMax = 14
