// Asks the local runtime's inspector what an isolate holds (Chrome DevTools Protocol: HeapProfiler, Runtime.getHeapUsage).

export interface Inspector {
  /** What is reachable after its garbage is collected: objects, the runtime's parts of them, and buffers. */
  readonly heldBytes: () => Promise<number>
  readonly close: () => void
}

interface HeapUsage {
  readonly usedSize: number
  readonly embedderHeapUsedSize?: number
  readonly backingStorageSize?: number
}

/** Throws when there is no isolate of that name. */
export async function openInspector(port: number, isolate: string): Promise<Inspector> {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`)
  const targets = (await listed.json()) as readonly { id: string; webSocketDebuggerUrl: string }[]
  const target = targets.find(({ id }) => id === isolate)
  if (!target) throw new Error(`the inspector knows no ${isolate}, only ${targets.map(({ id }) => id).join(', ')}`)
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((done, fail) => {
    socket.addEventListener('open', done, { once: true })
    socket.addEventListener('error', fail, { once: true })
  })
  let asked = 0
  const ask = (method: string) =>
    new Promise<unknown>(done => {
      asked += 1
      const id = asked
      const hear = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: unknown }
        if (answer.id !== id) return
        socket.removeEventListener('message', hear)
        done(answer.result)
      }
      socket.addEventListener('message', hear)
      socket.send(JSON.stringify({ id, method }))
    })
  return {
    heldBytes: async () => {
      await ask('HeapProfiler.collectGarbage')
      const {
        usedSize,
        embedderHeapUsedSize = 0,
        backingStorageSize = 0,
      } = (await ask('Runtime.getHeapUsage')) as HeapUsage
      return usedSize + embedderHeapUsedSize + backingStorageSize
    },
    close: () => socket.close(),
  }
}
