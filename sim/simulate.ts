// One run: people come, faults strike, the faults stop, time runs on, and what is left is judged.

import { browserOf } from './browser.ts'
import { diceOf } from './dice.ts'
import { edgeOf } from './edge.ts'
import { type Evidence, gather, olderSource } from './evidence.ts'
import type { FaultKind } from './fault-kinds.ts'
import { type FaultPlan, type Faults, faultsOf } from './faults.ts'
import { type Violation, violationsIn } from './invariants.ts'
import { isErasedEverywhere, type LedgerVariant, owesAnything } from './ledger-under-test.ts'
import { operatorOf } from './operator.ts'
import { inWorld } from './patched-globals.ts'
import { type Person, peopleOf } from './people.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'
import { watchOf } from './watch.ts'
import { type World, worldOf } from './world.ts'

export interface SimulationOptions {
  readonly seed: number
  /** People that come; each is a lead, most come once. */
  readonly leads: number
  readonly plan: FaultPlan
  /** Over which the people come. */
  readonly spanMs?: number
  /** How long faults may strike and operators come by after the last of them. */
  readonly troubledMs?: number
  readonly onlyOnce?: boolean
  readonly crmKind?: 'upsert' | 'create-only'
  /** What is broken on purpose. */
  readonly variant?: LedgerVariant
  readonly repliesEarly?: boolean
}

export interface SimulationResult {
  readonly evidence: Evidence
  readonly violations: readonly Violation[]
  readonly faults: ReadonlyMap<FaultKind, number>
  readonly opportunities: ReadonlyMap<FaultKind, number>
  /** Events that happened, and how long it all took by the run's own time. */
  readonly steps: number
  readonly elapsedMs: number
}

/** 24 November 2026, noon UTC. */
const startAt = Date.UTC(2026, 10, 24, 12)
const restDaysMax = 30
/** More than any run has needed by far: what takes more turns in a circle. */
const stepsMax = (leads: number) => 20_000 + 1_000 * leads
const minute = 60_000

export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const dice = diceOf(options.seed)
  const time = virtualTime(startAt)
  const faults = faultsOf(options.plan, dice)
  const watch = watchOf(time)
  const acknowledged = new Set<string>()
  const spanMs = options.spanMs ?? Math.max(10 * minute, options.leads * 300)
  const people = peopleOf({
    ...{ dice, spanMs, startAt, leads: options.leads, onlyOnce: options.onlyOnce === true },
    strikes: faults.strikes,
  })
  const world = worldOf({
    ...{ time, dice, faults, watch, crmKind: options.crmKind },
    ...{ variant: options.variant, repliesEarly: options.repliesEarly },
    onCrmWrite: leadId => {
      if (isErasedEverywhere(world.ledger, leadId)) watch.saw('written-after-erasure', leadId)
    },
  })
  const run = { time, faults, world, steps: 0, stepsMax: stepsMax(options.leads) }
  const globals = { time, dice, fetch: world.crm.fetch, onLog: (line: string) => watch.read(line, 'a line of the log') }
  try {
    return await inWorld(globals, async () => {
      const olderContacts = fillCrm(world, people)
      const post = edgeOf({ time, dice, faults, env: world.env, onAcknowledged: id => acknowledged.add(id) })
      const plan = browserOf({ time, dice, faults, post })
      for (const person of people) for (const visit of person.visits) plan(visit)
      const operator = operatorOf({ time, dice, faults, env: world.env, secrets: world.secrets, people, acknowledged })
      operator.begin()
      watchdogs(time, world)
      const troubledUntil = 2 * spanMs + (options.troubledMs ?? 30 * minute)
      while (time.elapsed() < troubledUntil && time.waiting() > 0) await step(run)
      faults.stop()
      let isAtRest = await rest(run)
      // Whoever mends what was wrong redrives what was parked for it.
      let isRedriven = false
      void operator.redriveParked().then(() => {
        isRedriven = true
      })
      while (!isRedriven && (await step(run))) {}
      isAtRest = (await rest(run)) && isAtRest
      const { sightings } = watch
      const evidence = await gather({ world, people, acknowledged, olderContacts, sightings, isAtRest })
      return {
        evidence,
        violations: violationsIn(evidence),
        faults: faults.counts,
        opportunities: faults.opportunities,
        steps: run.steps,
        elapsedMs: time.elapsed(),
      }
    })
  } finally {
    world.close()
  }
}

interface Run {
  readonly time: VirtualTime
  readonly faults: Faults
  readonly world: World
  steps: number
  readonly stepsMax: number
}

async function step(run: Run): Promise<boolean> {
  run.steps += 1
  return run.time.step()
}

/** Lets time run on until nothing is under way and nothing is owed. False when that never comes. */
async function rest(run: Run): Promise<boolean> {
  const until = run.time.elapsed() + restDaysMax * 1_440 * minute
  while (run.time.waiting() > 0 || owesAnything(run.world.ledger)) {
    if (run.time.elapsed() > until || run.steps > run.stepsMax) return false
    await step(run)
  }
  return true
}

// Every minute, as the cron does; less often when the run waits for hours, so that it does not take as long.
function watchdogs(time: VirtualTime, world: World): void {
  const round = () => {
    void world.watchdog()
    time.after(time.elapsed() < 3 * 60 * minute ? minute : 15 * minute, round, 'background')
  }
  time.after(minute, round, 'background')
}

/** Some people are in the CRM already, by another way. */
function fillCrm(world: World, people: readonly Person[]): ReadonlyMap<string, Person['isKnown']> {
  const older = people.filter(({ isKnown }) => isKnown !== 'no')
  return new Map(
    older.map(({ email, isKnown }) => {
      const source = isKnown === 'with-source' ? { lead_capture_original_source: olderSource } : {}
      const contact = world.crm.store.insert({ email, ...source }, new Date(startAt).toISOString())
      return [contact.id, isKnown]
    }),
  )
}
