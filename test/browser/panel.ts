// What who installs us sees: the lines of the console, and the panel in its closed shadow root, which only the browser's
// own tools can look into.

import type { ConsoleMessage, Page, SerializedAXNode } from 'puppeteer-core'
import { until } from './visit.ts'

/** Our lines of the console, as they come. */
export const listen = (page: Page): string[] => {
  const said: string[] = []
  page.on('console', (message: ConsoleMessage) => {
    if (message.text().startsWith('[lead-capture]')) said.push(message.text())
  })
  return said
}

/** Waits for a line with this code, and answers it. */
export const lineOf = async (said: readonly string[], code: string): Promise<string> => {
  await until(() => said.some(line => line.includes(` ${code} `)))
  return said.find(line => line.includes(` ${code} `)) ?? ''
}

/** A node of the document as the browser's tools see it: closed shadow roots too. */
interface ToolsNode {
  readonly nodeName: string
  readonly nodeValue: string
  readonly attributes?: readonly string[]
  readonly children?: readonly ToolsNode[]
  readonly shadowRoots?: readonly ToolsNode[]
  readonly shadowRootType?: string
}

/** The text of the panel; empty where there is none. */
export const panelText = async (page: Page): Promise<string> => textOf(find(await documentOf(page)))

/** True when a part of the panel has an inline style. */
export const hasInlineStyle = async (page: Page): Promise<boolean> =>
  allOf(find(await documentOf(page))).some(
    node => node.nodeName === 'STYLE' || (node.attributes ?? []).includes('style'),
  )

/** What a screen reader would say of the element that has the focus. */
export const focused = async (page: Page): Promise<string> => {
  const walk = (node: SerializedAXNode | null): SerializedAXNode | undefined => {
    if (!node) return undefined
    for (const child of node.children ?? []) {
      const found = walk(child)
      if (found) return found
    }
    return node.focused ? node : undefined
  }
  return walk(await page.accessibility.snapshot({ interestingOnly: false }))?.name ?? ''
}

const documentOf = async (page: Page): Promise<ToolsNode> => {
  const session = await page.createCDPSession()
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  await session.detach()
  return root
}

// The browser builds elements such as <details> of shadow roots too.
const inside = (node: ToolsNode) =>
  [...(node.shadowRoots ?? []), ...(node.children ?? [])].filter(child => child.shadowRootType !== 'user-agent')
const allOf = (node: ToolsNode | undefined): ToolsNode[] => (node ? [node, ...inside(node).flatMap(allOf)] : [])
const find = (root: ToolsNode) => allOf(root).find(node => node.nodeName === 'LEAD-CAPTURE-DEBUG')
const textOf = (node: ToolsNode | undefined): string =>
  allOf(node)
    .flatMap(({ nodeName, nodeValue }) => (nodeName === '#text' ? nodeValue : []))
    .join('\n')
