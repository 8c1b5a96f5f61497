// What a run came to, in a few lines, and the command that plays a world again.

import { allFaultKinds } from './fault-kinds.ts'
import type { Played, WorldPlan } from './play-worlds.ts'

export const faultsIn = ({ faults }: Played): number => [...faults.values()].reduce((sum, times) => sum + times, 0)

export function reportLines(played: Played, { seconds, kinds }: { seconds: number; kinds: boolean }): string[] {
  const { worlds, leads, submissions, merged, leftBehind, lost, doubled, broken } = played
  const perSecond = Math.round(leads / Math.max(seconds, 0.001))
  return [
    `${leads} leads in ${worlds} worlds, ${submissions} submissions acknowledged, ${merged} leads merged`,
    `${faultsIn(played)} faults of ${played.faults.size} kinds in ${seconds.toFixed(1)} s (${perSecond} leads a second)`,
    `lost ${lost}, doubled ${doubled}, records left behind by a merge ${leftBehind}`,
    ...(kinds ? allFaultKinds.map(kind => `  ${String(played.faults.get(kind) ?? 0).padStart(7)} ${kind}`) : []),
    ...broken.flatMap(({ world, violations }) =>
      [...new Set(violations.map(({ rule }) => rule))].map(rule => {
        const of = violations.filter(one => one.rule === rule).map(one => one.of)
        return `BROKEN in world ${world.seed}: ${rule}, ${of.length} times, first ${of[0]}`
      }),
    ),
  ]
}

/** Plays one world again, and nothing else. */
export function commandOf({ seed, leads, intensity, crmKind, only }: WorldPlan): string {
  const flags = [
    `--seed ${seed} --leads ${leads} --intensity ${intensity}`,
    ...(crmKind === 'upsert' ? [] : [`--crm ${crmKind}`]),
    ...(only ? [`--only ${only.join(',')}`] : []),
  ]
  return `npm run sim -- ${flags.join(' ')}`
}
