// Reads the page's elements without trusting them. A form with a field named `elements` or `getAttribute` shadows its
// own members (HTML, [LegacyOverrideBuiltIns]), so everything is asked of the prototypes, which also serve elements
// of other frames. No instanceof: it is false across realms.

/** A control of a form, as far as we read it. A custom element has some of these members or none. */
export type Control = HTMLInputElement

const proto = Element.prototype
const elementsOf = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements') as { get(): Control[] }

/** The attribute of an element whose own `getAttribute` may be a field; empty when it is not there. */
export const attr = (element: Element, name: string): string => proto.getAttribute.call(element, name) || ''

/** The controls of a form in tree order; throws when it is no form. */
export const controlsOf = (form: Element): Control[] => [...elementsOf.get.call(form)]

/** The nearest ancestor (or self) that matches, looking out of shadow roots too. */
export const closest = (element: Element | undefined, selector: string): Element | null | undefined =>
  element &&
  (proto.closest.call(element, selector) || closest((proto.getRootNode.call(element) as ShadowRoot).host, selector))

/** The text a person reads in a node: what is typed or chosen inside it is not part of it. */
export const textOf = (node: Node): string =>
  node.nodeType === 3
    ? (node as Text).data
    : /SELECT|TEXTAREA/.test(node.nodeName)
      ? ''
      : [...node.childNodes].map(textOf).join(' ').replace(/\s+/g, ' ').trim()
