// Reads the page's elements without trusting them. A form with a field named `elements` or `getAttribute` shadows its
// own members (HTML, [LegacyOverrideBuiltIns]), so everything is asked of the prototypes, which also serve elements
// of other frames: no instanceof here, it is false across realms.

/** A control of a form, as far as we read it. A custom element has some of these members or none. */
export type Control = HTMLInputElement

const elementProto = Element.prototype
const elementsGetter = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements')

/** The attribute of an element whose own `getAttribute` may be a field. */
export const attr = (element: Element, name: string): string | null => elementProto.getAttribute.call(element, name)

/** The controls of a form in tree order; throws when it is no form. */
export const controlsOf = (form: Element): Control[] => [...elementsGetter?.get?.call(form)]

/** The nearest ancestor (or self) that matches, looking out of shadow roots too. */
export const closest = (element: Element, selector: string): Element | null => {
  const found: Element | null = elementProto.closest.call(element, selector)
  if (found) return found
  const host = (Node.prototype.getRootNode.call(element) as ShadowRoot).host
  return host ? closest(host, selector) : null
}

/** The text a person reads in a node: what is typed, chosen or scripted inside it is not part of it. */
export const textOf = (node: Node): string =>
  node.nodeType === 3
    ? (node as Text).data
    : /^(SELECT|TEXTAREA|SCRIPT|STYLE|BUTTON)$/i.test(node.nodeName)
      ? ''
      : [...node.childNodes].map(textOf).join('')

/** `textOf` in one line. */
export const lineOf = (node: Node): string => textOf(node).replace(/\s+/g, ' ').trim()
