// `npm run bench:snippet`: what the script weighs beside other trackers, and for how long it keeps a page. Fetches the
// others from the package registry; ends with 1 when one of our own limits is passed.

import { buildSnippet, type Weight } from '../snippet/build.ts'
import { median, withSpread } from './figure.ts'
import { weighPeers } from './snippet-peers.ts'
import { timeSnippet, timeStart } from './snippet-time.ts'

/** For how long starting, or the handler of one submission, may keep the page. A task longer than `taskMsMax` is felt. */
const keptMsMax = 5
const taskMsMax = 50
const formsOnPage = [1, 200]

const { files, bytes } = await buildSnippet()

console.log('what it weighs, in bytes            brotli     gzip      raw')
printWeight('lead-capture (field values)', bytes)
const peers = await weighPeers()
for (const peer of peers) {
  const title = `${peer.name} (${peer.values})`
  if ('weight' in peer) printWeight(title, peer.weight)
  else console.log(`${title}: ${peer.reason}`)
}

console.log('\nhow long it keeps the page, Chromium slowed down four times')
for (const forms of formsOnPage) {
  const { start, handler, untouched, longestTask } = await timeSnippet(files.script, forms)
  console.log(
    `${forms} form${forms > 1 ? 's' : ''}: start ${withSpread(start, 1)} ms, submit handler ${withSpread(handler, 1)} ms, of an untouched form ${withSpread(untouched, 1)} ms, longest task ${withSpread(longestTask, 1)} ms`,
  )
  if (median(start) > keptMsMax || median(handler) > keptMsMax || median(longestTask) > taskMsMax) process.exitCode = 1
}

// A machine is as fast as it is: beside the others a time says something.
for (const peer of peers)
  if ('code' in peer) console.log(`${peer.name}: start ${withSpread(await timeStart(peer.code), 1)} ms`)

function printWeight(title: string, { brotli, gzip, raw }: Weight): void {
  const cells = [brotli, gzip, raw].map(count => count.toLocaleString('en').padStart(9))
  console.log(`${title.padEnd(32)} ${cells.join('')}`)
}
