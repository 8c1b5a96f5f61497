// Plays scenes on every core, each in a process of its own: a run has clock, chance and console of all of it. What comes
// of a scene does not depend on who plays it, and the outcomes are in the order of the scenes.

import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Outcome, Scene } from './outcome.ts'

/** Processes at most: each takes a second to load the product. */
const membersMax = 8

// A run is young for long: much of it is played before the optimizing compiler has seen it, and most of what it makes is
// garbage at once. These two take a tenth to a fifth off the time of a run.
const engineFlags = ['--always-sparkplug', '--max-semi-space-size=32']

const idle: ChildProcess[] = []

/** Plays them all. Throws when the simulator itself does not work. */
export async function playAll(scenes: readonly Scene[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  let next = 0
  const work = async () => {
    const member = idle.pop() ?? newMember()
    hold(member, true)
    for (let at = next++; at < scenes.length; at = next++) {
      const scene = scenes[at]
      if (scene) outcomes[at] = await played(member, scene)
    }
    hold(member, false)
    idle.push(member)
  }
  const members = Math.min(membersMax, availableParallelism(), scenes.length)
  await Promise.all(Array.from({ length: members }, work))
  return outcomes
}

// Node loads the product itself: flags and transforms of a test runner are not handed on. Maps come through as maps.
const newMember = (): ChildProcess =>
  fork(join(import.meta.dirname, 'crew-member.ts'), { execArgv: engineFlags, serialization: 'advanced' })

/** A member at rest keeps nobody waiting who would leave; it leaves with them. */
function hold(member: ChildProcess, isAtWork: boolean): void {
  if (isAtWork) member.ref()
  else member.unref()
  if (isAtWork) member.channel?.ref()
  else member.channel?.unref()
}

function played(member: ChildProcess, scene: Scene): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const forget = () => member.off('message', onOutcome).off('exit', onExit).off('error', reject)
    const onOutcome = (outcome: unknown) => {
      forget()
      // Ours: what `playScene` answers.
      resolve(outcome as Outcome)
    }
    const onExit = (code: number | null) => {
      forget()
      reject(new Error(`a member of the crew ended with ${code} while it played seed ${scene.seed}`))
    }
    member.once('message', onOutcome).once('exit', onExit).once('error', reject)
    member.send(scene)
  })
}
