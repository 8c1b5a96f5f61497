// Reads the page's elements without trusting them. A form with a field named `elements` or `getAttribute` shadows its
// own members (HTML, [LegacyOverrideBuiltIns]), so everything is asked of the prototypes, which also serve elements
// of other frames. No instanceof: it is false across realms.

import { quietly } from './quietly.ts'

/** A control of a form, as far as we read it. A custom element has some of these members or none. */
export type Control = HTMLInputElement

const proto = Element.prototype

/** The attribute of an element whose own `getAttribute` may be a field; empty when it is not there. */
export const attr = (element: Element, name: string): string => proto.getAttribute.call(element, name) || ''

/** Whether an element whose own `matches` may be a field matches. */
export const matches = (element: Element, selector: string): boolean => proto.matches.call(element, selector)

/** What a form is called in its tag. Two forms of a page may share it. */
export const signOf = (form: Element): string => `${attr(form, 'id')}\n${attr(form, 'name')}\n${attr(form, 'action')}`

/** The controls of a form in tree order; throws when it is no form. */
export const controlsOf = (form: Element): Control[] => [
  ...(Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<Control>),
]

/** The nearest ancestor (or self) that matches, looking out of shadow roots too. */
export const closest = (element: Element | undefined, selector: string): Element | null | undefined =>
  element && (proto.closest.call(element, selector) || closest(hostOf(proto.getRootNode.call(element)), selector))

// A document has a `host` too, where a form of it is called so.
const hostOf = (root: Node) => (root.nodeType === 11 ? (root as ShadowRoot).host : undefined)

/**
 * What the document says; a form or an image of that name hides the document's own member. Whoever may put an image into
 * the page would name our script, and with it the collector.
 */
export const documentMember = <Member extends 'title' | 'referrer' | 'currentScript'>(member: Member) =>
  Reflect.get(Document.prototype, member, document) as Member extends 'currentScript'
    ? HTMLScriptElement | null
    : string

/** Asks each element inside a form that matches; nothing where that cannot be asked. */
export const within = quietly(<T>(form: Element, selector: string, ask: (element: HTMLElement) => T): T[] =>
  [...(proto.querySelectorAll.call(form, selector) as Iterable<HTMLElement>)].map(ask),
)

/** The text a person reads in a node: what is typed or chosen inside it is not part of it. */
export const textOf = (node: Node | null | undefined): string => (node ? rawText(node).replace(/\s+/g, ' ').trim() : '')

const rawText = (node: Node): string =>
  node.nodeType === 3
    ? (node as Text).data
    : // What has no text of its own, as a line break, parts two words. Other elements do not: "<a>policy</a>."
      // A shadow root is no element, and has a text.
      (!(node.nodeType === 1 && matches(node as Element, 'select,textarea,style,script,[hidden],[data-lead-ignore]')) &&
        [...node.childNodes].map(rawText).join('')) ||
      ' '
