// Makes elements of the panel. Texts are text nodes: nothing is parsed as HTML, so Trusted Types have nothing to allow,
// and there is no style attribute for a policy to refuse.

/** An element with a class, or none, and children. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}

/** Shows other children, if they are others: what is selected, or where a screen reader is, stays while it is true. */
export const show = (parent: Element, ...children: readonly Node[]): void => {
  const next = make('div', '', ...children)
  if (!parent.firstElementChild?.isEqualNode(next)) parent.replaceChildren(next)
}

/** Two columns of texts. */
export const makeTable = (rows: readonly (readonly [name: string, text: string])[]): HTMLElement =>
  make(
    'table',
    '',
    ...rows.map(([name, text]) => make('tr', '', make('td', '', make('code', '', name)), make('td', '', text))),
  )

/** A part that opens and closes. */
export interface Fold {
  readonly element: HTMLDetailsElement
  /** Beside the title: a few words on what is inside. */
  readonly brief: Element
  readonly body: Element
}

/** A part with a title. */
export const makeFold = (title: string, isOpen?: boolean): Fold => {
  const brief = make('span', '')
  const body = make('div', '')
  const element = make('details', '', make('summary', '', make('b', '', title), brief), body)
  element.open = !!isOpen
  return { element, brief, body }
}
