// What a form case needs of a browser, whoever drives it. An implementation has one process and gives a page of its own
// to each case.

import type { BrowserName } from '../../../local/find-browser.ts'

/** The longest that each wait may take; at its end the wait throws and says what did not come. */
export const waitMsMax = { start: 60_000, load: 20_000, element: 10_000, leave: 10_000, answer: 20_000 } as const

/** A running browser. */
export interface Engine {
  readonly name: BrowserName
  /** As people call it: `Firefox 140.5.0`. */
  readonly version: string
  /** Put first into the head of every page: how the engine hears errors where its driver does not tell them. */
  readonly markup: string
  /** Whether a page's own `window.open` opens a window. WebKitGTK under its driver answers null. */
  readonly opensWindows: boolean
  /** How many pages may act side by side. */
  readonly pagesMax: number
  openPage(url: string): Promise<EnginePage>
  close(): Promise<void>
}

/** A page in the foreground. */
export interface EnginePage {
  readonly url: () => Promise<string>
  /** Goes there and waits for its `load`. */
  goto(url: string): Promise<void>
  /** Waits until the page has left `url`, then goes back and waits for `load` or for the page's return from cache. */
  goBackTo(url: string): Promise<void>
  /**
   * Waits for an element. `A |> B` is B in the frame A, `A >>> B` is B in the open shadow root of A. An element is to be
   * used before the next one is looked for: a driver may have entered a frame for it.
   */
  find(selector: string): Promise<EngineElement>
  /** Runs code in the page's own world. */
  evaluate(code: string): Promise<void>
  /** Everything that was thrown into the pages that this tab has shown. May leave the page to find out. */
  errors(): Promise<readonly string[]>
  /** Closes it, and whatever it has opened. */
  close(): Promise<void>
}

/** An element that was found. */
export interface EngineElement {
  /** As a person does: the pointer goes there and presses. */
  click(): Promise<void>
  /** Key by key, after what is there. */
  type(text: string): Promise<void>
  pressEnter(): Promise<void>
  /** Chooses a file of this machine. */
  upload(path: string): Promise<void>
  /** Runs a function in the page's own world. It must not use anything from outside of itself. */
  run(act: (element: Element, values: readonly string[]) => void, values?: readonly string[]): Promise<void>
}
