// Where forms live: the window, same-origin frames, open shadow roots. Listeners are on windows in the capture phase,
// so that a page's stopImmediatePropagation does not blind us. Adding the same listener twice is adding it once.

import { readForm } from './fields.ts'
import { onFormData, onGesture, onSubmit, onSubmitCall } from './forms.ts'
import { isIgnored, rememberPasswords } from './privacy.ts'
import { quietly } from './quietly.ts'

const wrapped = new WeakSet<object>()

/** True for the window of a frame that brought a snippet of its own. */
const hasOwn = (view: unknown) =>
  view !== window && !!(view as { leadCapture?: { on?: unknown } } | null)?.leadCapture?.on

const onEvent = quietly((event: Event): void => {
  if (hasOwn(event.currentTarget)) return
  // First: our own reading of a list is one.
  if (event.type === 'formdata') return onFormData(event, event.target as Element)
  const path = event.composedPath() as HTMLIFrameElement[]
  const target = path[0] as HTMLIFrameElement
  if (event.type === 'submit') return onSubmit(event, target)
  // A click of the page's own is no new act of a person.
  if (/click|key/.test(event.type) && event.isTrusted) onGesture()
  // Nothing else to do for each key, and for each image.
  if (event.type === 'keydown') return
  if (event.type === 'load') return bindFrame(target)
  for (const node of path) {
    // A shadow root's own submit does not reach the window. Focus and clicks do, come first, and lead us in.
    if (node.nodeType === 11) listenOn(node)
    // Time to fill what the page may read by itself.
    if (node.nodeName === 'FORM') readForm(node)
  }
  rememberPasswords(target.getRootNode() as ParentNode & Node)
  bindFrame(target)
})

/** A form may stand in another page than the one that made it, and then it is the other's. */
const onCall = (form: HTMLFormElement) => hasOwn(form.ownerDocument.defaultView) || onSubmitCall(form)

const listenOn = (target: EventTarget) => {
  for (const type of ['submit', 'formdata', 'focusin', 'click', 'keydown', 'load'])
    target.addEventListener(type, onEvent, true)
}

/** `contentDocument` is null for a frame of another origin. */
const bindFrame = (frame: HTMLIFrameElement) => {
  if (frame.contentDocument && !isIgnored(frame)) bindWindow(frame.contentWindow as typeof window)
}

/** Watches the forms of a window and of whatever opens in it. */
export const bindWindow = (view: typeof window): void => {
  const { document } = view
  listenOn(view)
  // A frame's load does not reach the window.
  document.addEventListener('load', onEvent, true)
  document.querySelectorAll('iframe').forEach(bindFrame)
  rememberPasswords(document)
  // A frame's window survives its navigation, its HTMLFormElement does not.
  const { prototype } = view.HTMLFormElement
  if (wrapped.has(prototype)) return
  wrapped.add(prototype)
  prototype.submit = new Proxy(prototype.submit, {
    apply: (submit, form, args) => {
      quietly(onCall)(form)
      return submit.apply(form, args as [])
    },
  })
}
