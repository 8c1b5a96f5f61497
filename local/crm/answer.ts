// An answer before it is sent: a status, what goes in the body, headers. Plain values, so that rules stay pure.

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A JSON answer as HubSpot types it. */
export const jsonAnswer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  body: JSON.stringify(body),
})

/** An answer without a body. */
export const emptyAnswer = (status: number): Answer => ({ status, headers: {}, body: '' })

/** A page. */
export const htmlAnswer = (status: number, html: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html;charset=utf-8', ...headers },
  body: html,
})
