// Folds the key of a country's name once more, so that one entry stands for the spellings of many languages: `Brazil`,
// `Brasil`, `Brazill` and `Бразил` are one. Used when the table is built and when it is read.
// Promises: two keys that fold alike sound alike. Short keys keep their letters, because short words sound like others.

/** The shortest key whose letters are folded by sound. */
const soundsCharsMin = 6

const cyrillic = 'абвгґдеєжзиіјклљмнњопрстћуфхцчџшщыэөүұңқғһәҡҙҫҳҷђ'
const latin = 'abvggdeessiiikllmnnoprstkufhsssssieouunkghaksshsd'
const plainLetters = new Map([...cyrillic].map((letter, at) => [letter, latin[at] ?? '']))
for (const pair of 'юiu яia ъ ь æe œe əe ɛe øo ɔo đd ɖd ðd łl ŋn þt ƙk ɓb'.split(' ')) {
  const [letter = '', ...sound] = pair
  plainLetters.set(letter, sound.join(''))
}

/** The key that the spellings of many languages share. */
export function looseCountryKey(key: string): string {
  const letters = /^[a-z]*$/.test(key) ? key : [...key].map(letter => plainLetters.get(letter) ?? letter).join('')
  if (key.length < soundsCharsMin) return letters
  return letters
    .replace(/ph/g, 'f')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/ck|[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/(?<=[bcdgkstp])h/g, '')
    .replace(/(.)\1+/gu, '$1')
}
