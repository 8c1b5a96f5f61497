// Ports are asked for before anything starts, so that a taken one is one sentence and not a stack trace.

import { createServer } from 'node:net'

/** The port that `variable` names, or `fallback`. Throws a sentence that says what to do when it is taken. */
export async function claimPort(variable: string, fallback: number): Promise<number> {
  const text = process.env[variable]
  const port = text === undefined || text === '' ? fallback : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${variable}=${text} is no port: use 1 to 65535.`)
  if (port !== 0 && !(await isFree(port))) {
    throw new Error(
      `Port ${port} is taken: stop what uses it, or choose another one with ${variable}=${port + 1000} npm start.`,
    )
  }
  return port
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
