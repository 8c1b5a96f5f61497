// Walks the page as the snippet does: the document, open shadow roots, frames of the same origin.

import { isIgnored } from '../privacy.ts'

/** A document or a shadow root. */
export type PagePart = Document | ShadowRoot

/** Deeper pages are none. */
const partsMax = 200

/** The document and whatever opens in it. */
export const pageParts = (): PagePart[] => {
  const parts: PagePart[] = [document]
  // The list grows while it is read.
  for (const part of parts)
    for (const element of part.querySelectorAll('*')) {
      const inner = element.shadowRoot || (!isIgnored(element) && (element as HTMLIFrameElement).contentDocument)
      if (inner && parts.length < partsMax) parts.push(inner)
    }
  return parts
}
