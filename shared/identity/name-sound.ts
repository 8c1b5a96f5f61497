// Names by their sound in Portuguese, Spanish and English, so that spellings of one name meet. Trusts that a name is folded.
// Promises: bounded work; a shorter text or an equally long one.

import { remembered } from './remembered.ts'

/** Consonants as they sound, and the last vowel: it often tells a man's name from a woman's. */
export const soundOf = remembered((name: string): string => {
  const sound = name
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/[ckq]h?|qu/g, 'k')
    .replace(/[zx]/g, 's')
    .replace(/[vw]/g, 'v')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/[yi]e?$/, 'i')
    .replace(/h/g, '')
    .replace(/n[ne]?$/, 'n')
  const last = /[ao]$/.exec(sound)?.[0] ?? ''
  return (
    sound.slice(0, 1) +
    sound
      .slice(1)
      .replace(/[aeiouy]/g, '')
      .replace(/(.)\1+/g, '$1') +
    last
  )
})

/** One text for the spellings of a short form: Dotty, Dottie and Dot; Erika and Erica. */
export function rootOf(name: string): string {
  const text = spelled(name)
  const root = text.replace(/(?:ie|ei|e|i)$/, '')
  return root.length > 1 ? root : text
}

/** As it sounds in the languages here: Stef of Stephanie, Tad of Thaddeus, Nick of Nicolas. */
export const spelled = remembered((name: string): string => {
  const plain = name
    .replaceAll(' ', '')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ch?|q|k+/g, 'k')
    .replace(/y/g, 'i')
  return plain.replace(/([^aeiou])\1+/g, '$1')
})
