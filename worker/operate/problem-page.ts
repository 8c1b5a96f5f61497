// A problem as a page, in words of the same table as the answers to machines.

import { html } from 'hono/html'
import { type ProblemType, problemKinds } from '../../shared/problem.ts'
import { answerPage } from './layout.ts'
import type { View } from './view.ts'

/** A page that says what is wrong, with the status of the problem. */
export function problemPage(
  view: View,
  type: ProblemType,
  status: number = problemKinds[type].status,
): Promise<Response> {
  const { title, detail } = problemKinds[type]
  return answerPage(view, { title: title[view.language], status, main: html`<p>${detail[view.language]}</p>` })
}
