// Somewhere to show a browser that has no headless mode. Xvfb where it is installed, also on a desktop: no windows jump
// up there, and none is behind another one. Else the machine's own display.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { waitMsMax } from './engine.ts'

const xvfb = '/usr/bin/Xvfb'

/** A display to start a browser on. */
export interface Display {
  readonly env: NodeJS.ProcessEnv
  close(): void
}

/** Whether there is anything to show a window on. */
export const hasDisplay = (): boolean =>
  existsSync(xvfb) || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/** Opens it, on a number that is free. */
export const openDisplay = async (): Promise<Display> => {
  if (!existsSync(xvfb)) return { env: process.env, close: () => {} }
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = server.stdio[3]
  if (!number) throw new Error('Xvfb has no pipe to tell its number by')
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${code} before it was ready`)
  })
  // Later it ends because it is told to, and nobody waits for that.
  ended.catch(() => {})
  try {
    const [told] = await Promise.race([once(number, 'data', { signal: AbortSignal.timeout(waitMsMax.start) }), ended])
    const { WAYLAND_DISPLAY: _, ...env } = process.env
    return {
      env: { ...env, DISPLAY: `:${String(told).trim()}`, GDK_BACKEND: 'x11' },
      close: () => void server.kill(),
    }
  } catch (cause) {
    server.kill()
    throw new Error('Xvfb did not become ready', { cause })
  }
}
