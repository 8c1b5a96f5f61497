// A process of the crew: plays whatever scene it is handed, with a clock, chance and console of its own.

import type { Scene } from './outcome.ts'
import { standInForRuntime } from './runtime-hook.ts'

standInForRuntime()
const { playScene } = await import('./outcome.ts')
process.on('message', (scene: Scene) => {
  // What a scene throws is no breach but a simulator that does not work: the process ends of it, and says why.
  void playScene(scene).then(outcome => process.send?.(outcome))
})
