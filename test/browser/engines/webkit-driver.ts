// Runs WebKitGTK's WebDriver as a process of its own. The driver starts the browser, `MiniBrowser --automation`, and
// throws its profile away at the end.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePorts } from '../../support/product.ts'
import { waitMsMax } from './engine.ts'

/** A driver that is ready for a session. */
export interface RunningDriver {
  readonly url: string
  close(): Promise<void>
}

const askAgainAfterMs = 50

/** Starts it on a free port. */
export const startWebkitDriver = async (executable: string, env: NodeJS.ProcessEnv): Promise<RunningDriver> => {
  const [port] = await freePorts()
  const driver = spawn(executable, [`--port=${port}`], { env, stdio: 'ignore' })
  const ended = once(driver, 'exit').then(
    () => true,
    () => true,
  )
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + waitMsMax.start
  // It says nothing when it is ready: one has to ask.
  while (!(await isReady(url))) {
    const again = new Promise<false>(resolve => setTimeout(() => resolve(false), askAgainAfterMs))
    if (!(await Promise.race([ended, again])) && Date.now() < deadline) continue
    driver.kill()
    throw new Error(`${executable} did not become ready`)
  }
  return {
    url,
    close: async () => {
      driver.kill()
      await ended
    },
  }
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/status`)).ok
  } catch {
    // Nobody listens there yet: the only thing that an answer on this machine can fail with.
    return false
  }
}
