// Builds and submits generated forms in the page. What is exported here runs in the page: it sees nothing outside itself.

import type { PrivateForm } from './private-forms.ts'

/** Remembers every text that is written to a storage. Runs before the page. */
export const watchStorage = (): void => {
  const written: string[] = []
  Object.assign(window, { written })
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (key, text) {
    written.push(key, text)
    setItem.call(this, key, text)
  }
}

/** Puts up each form, does with it what a person and the page do, sends it, and takes it away again. */
export const submitAll = async (forms: readonly PrivateForm[]): Promise<void> => {
  const frame = (document.querySelector('[name=inner]') as HTMLIFrameElement).contentDocument
  const { leadCapture } = window as unknown as { leadCapture: { submit(...args: unknown[]): Promise<unknown> } }

  /** The steps of a password, in their order. */
  const steps: Record<string, (control: HTMLInputElement, form: HTMLFormElement) => void> = {
    show: control => {
      const eye = control.parentNode?.querySelector('button')
      eye?.addEventListener('click', () => {
        control.type = 'text'
      })
      eye?.click()
    },
    rename: control => {
      control.name = control.name.replace(/\w/g, 'r')
    },
    move: (control, form) => {
      const other = document.createElement('form')
      form.before(other)
      other.append(control)
      control.click()
      form.append(control)
    },
    // As a framework does that draws the other branch of a condition.
    replace: control => {
      const other = document.createElement('input')
      other.name = control.name
      other.value = control.value
      control.replaceWith(other)
    },
    clone: control => control.replaceWith(control.cloneNode(true)),
  }

  const stages = forms.map(({ html, place, way, isTyped, isCloned, call }) => {
    if (call) {
      void leadCapture.submit(...call)
      return undefined
    }
    // Made by the page that shows it: an element of another page's making calls that page's `submit()`.
    const page = place.endsWith('frame') && frame ? frame : document
    const stage = page.createElement('div')
    page.querySelector('main')?.append(stage)
    const root = place.startsWith('shadow') ? stage.attachShadow({ mode: 'open' }) : stage
    root.innerHTML = html
    let form = root.querySelector('form') as HTMLFormElement
    form.target = 'sink'
    for (const control of isTyped ? form.querySelectorAll('input') : []) {
      const { value } = control
      if (!/hidden|radio|checkbox|file/.test(control.type)) control.removeAttribute('value')
      if (control.type !== 'file') control.value = value
    }
    for (const control of form.querySelectorAll<HTMLInputElement>('[data-file]')) {
      const name = control.dataset.file ?? ''
      const files = new DataTransfer()
      files.items.add(new File([name], name))
      control.files = files.files
    }
    form.querySelector('input')?.click()
    if (isCloned) {
      const clone = form.cloneNode(true) as HTMLFormElement
      form.replaceWith(clone)
      form = clone
    }
    for (const control of form.querySelectorAll<HTMLInputElement>('[data-step]'))
      for (const step of control.dataset.step?.split(' ') ?? []) steps[step]?.(control, form)
    if (way.startsWith('prevented'))
      form.addEventListener('submit', event => {
        event.preventDefault()
        if (way === 'prevented-reset') form.reset()
        if (way === 'prevented-remove') form.remove()
      })
    if (way === 'submit') form.submit()
    else if (way === 'requestSubmit') form.requestSubmit()
    else form.querySelector<HTMLButtonElement>('button:not([type])')?.click()
    return stage
  })
  await new Promise(resolve => setTimeout(resolve))
  for (const stage of stages) stage?.remove()
}
