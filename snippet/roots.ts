// Where forms live: the window, same-origin frames, open shadow roots. Listeners are on windows in the capture phase,
// so that a page's stopImmediatePropagation does not blind us. Adding the same listener twice is adding it once.

import type { FormWatch } from './forms.ts'
import { isIgnored, watchPasswords } from './privacy.ts'

type FrameWindow = Window & typeof globalThis

/** Watches this page and whatever opens in it. */
export const watchRoots = (watch: FormWatch): void => {
  const wrapped = new WeakSet<object>()

  /** Whatever goes wrong in us is no business of the page. */
  const guard =
    (handle: (event: Event) => void) =>
    (event: Event): void => {
      try {
        handle(event)
      } catch {
        // A form that is none (a custom "submit" event), a page that redefines the DOM: this one is not captured.
      }
    }
  const onSubmit = guard(watch.onSubmit)
  const onFormData = guard(watch.onFormData)
  const onLoad = guard(event => bindFrame(event.target as HTMLIFrameElement))
  const onTouch = guard(event => {
    const path = event.composedPath()
    for (const node of path as Node[]) if (node.nodeType === 11) bindRoot(node, node)
    const form = (path[0] as HTMLInputElement).form
    if (form) watch.onTouch(form)
  })

  const bindRoot = (target: EventTarget, root: Node) => {
    target.addEventListener('submit', onSubmit, true)
    target.addEventListener('formdata', onFormData, true)
    watchPasswords(root)
  }

  const bindWindow = (view: FrameWindow) => {
    const page = view.document
    bindRoot(view, page)
    // Neither is composed with the shadow root's own submit: they come first and lead us in.
    view.addEventListener('focusin', onTouch, true)
    view.addEventListener('click', onTouch, true)
    // A frame's load does not reach the window, and a frame that is written to has none: focus leaving us is the sign.
    page.addEventListener('load', onLoad, true)
    view.addEventListener('blur', onBlur)
    wrapSubmit(view.HTMLFormElement)
    bindFrames(page)
  }

  const bindFrames = (page: Document) => page.querySelectorAll('iframe,frame').forEach(bindFrame)
  const onBlur = guard(event => bindFrames((event.currentTarget as Window).document))

  const bindFrame = (frame: Element) => {
    try {
      const { contentDocument, contentWindow } = frame as HTMLIFrameElement
      if (contentDocument && contentWindow && !isIgnored(frame)) bindWindow(contentWindow as FrameWindow)
    } catch {
      // Another origin: not ours to read.
    }
  }

  /** `form.submit()` fires no submit event. A frame's window survives its navigation, its HTMLFormElement does not. */
  const wrapSubmit = (FormElement: typeof HTMLFormElement) => {
    const proto = FormElement.prototype
    if (wrapped.has(proto)) return
    wrapped.add(proto)
    proto.submit = new Proxy(proto.submit, {
      apply: (submit, form, args) => {
        let after = () => {}
        guard(() => {
          after = watch.onSubmitCall(form)
        })(args[0])
        try {
          return Reflect.apply(submit, form, args)
        } finally {
          guard(after)(args[0])
        }
      },
    })
  }

  bindWindow(window)
}
