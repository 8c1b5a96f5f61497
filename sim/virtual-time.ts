// Time of a run: a heap of events, one after the other, and a wall clock that may be wrong. Nothing ever waits: the
// next event is now.

export interface VirtualTime {
  /** Milliseconds since the run began. Never jumps. */
  readonly elapsed: () => number
  /** What `Date.now()` says: the start of the run, what has elapsed, and by how much the clock is wrong. */
  readonly wall: () => number
  /** What a clock says that is right, as other people's are. */
  readonly right: () => number
  /** Runs `work` after so many milliseconds. Background events do not keep a run going. Returns what calls it off. */
  readonly after: (ms: number, work: () => void, kind?: 'foreground' | 'background') => () => void
  /** By how much the wall clock is ahead. */
  readonly skew: () => number
  /** Puts the wall clock forward or back. */
  readonly jump: (ms: number) => void
  /** Called after every jump: what was planned by the wall clock is planned again. */
  readonly onJump: (listener: () => void) => void
  /** Runs the next event and all that follows from it without waiting. False when there is none. */
  readonly step: () => Promise<boolean>
  /** Foreground events that are planned. */
  readonly waiting: () => number
}

interface Planned {
  readonly at: number
  readonly order: number
  readonly isForeground: boolean
  work: (() => void) | undefined
}

export function virtualTime(startAt: number): VirtualTime {
  const heap: Planned[] = []
  const listeners: (() => void)[] = []
  let now = 0
  let skew = 0
  let order = 0
  let foreground = 0
  const callOff = (planned: Planned) => {
    if (planned.work && planned.isForeground) foreground -= 1
    planned.work = undefined
  }
  return {
    elapsed: () => now,
    wall: () => Math.floor(startAt + now + skew),
    right: () => Math.floor(startAt + now),
    after: (ms, work, kind = 'foreground') => {
      const planned = { at: now + Math.max(0, ms), order, isForeground: kind === 'foreground', work }
      order += 1
      if (planned.isForeground) foreground += 1
      push(heap, planned)
      return () => callOff(planned)
    },
    skew: () => skew,
    jump: ms => {
      skew += ms
      for (const listener of listeners) listener()
    },
    onJump: listener => listeners.push(listener),
    step: async () => {
      for (let next = pop(heap); next; next = pop(heap)) {
        const { work } = next
        if (!work) continue
        callOff(next)
        now = next.at
        work()
        // Whatever was awaited and is there already goes on before the next event: all of it are microtasks.
        await new Promise<void>(resolve => process.nextTick(resolve))
        return true
      }
      return false
    },
    waiting: () => foreground,
  }
}

const isBefore = (a: Planned, b: Planned) => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Planned[], planned: Planned): void {
  let at = heap.length
  heap.push(planned)
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (!above || !isBefore(planned, above)) break
    heap[at] = above
    heap[parent] = planned
    at = parent
  }
}

function pop(heap: Planned[]): Planned | undefined {
  const [first] = heap
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    if (!left) break
    const isRight = right !== undefined && isBefore(right, left)
    const least = isRight ? right : left
    if (!isBefore(least, last)) break
    heap[at] = least
    at = 2 * at + (isRight ? 2 : 1)
  }
  heap[at] = last
  return first
}
