// The HMACs of a lead's block keys as one blob: 8 bytes each, sorted, none twice. Eight bytes are enough, since leads that
// share one are only compared, and among a million keys any two are alike by chance in one ledger of 37 million.

import { blockKeysPerLeadMax } from '../../shared/limits.ts'
import { asBytes, type Blob } from './port.ts'

export const blockMacBytes = 8

/** One blob of these HMACs, each at least `blockMacBytes` long. */
export function packBlockMacs(macs: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  return write(macs.map(mac => new DataView(mac.buffer, mac.byteOffset).getBigUint64(0)))
}

/** What is in either. Over the bound the highest give way, so that the order in which they came does not matter. */
export function joinBlockMacs(known: Blob | null | undefined, added: Blob): Uint8Array<ArrayBuffer> {
  return write([...readBlockMacs(known), ...readBlockMacs(added)])
}

/** The HMACs of a blob, as numbers. */
export function readBlockMacs(blob: Blob | null | undefined): bigint[] {
  if (!blob) return []
  const bytes = asBytes(blob)
  const view = new DataView(bytes.buffer)
  return Array.from({ length: Math.floor(bytes.byteLength / blockMacBytes) }, (_, at) =>
    view.getBigUint64(at * blockMacBytes),
  )
}

function write(macs: readonly bigint[]): Uint8Array<ArrayBuffer> {
  const kept = [...new Set(macs)].sort((a, b) => (a < b ? -1 : 1)).slice(0, blockKeysPerLeadMax)
  const view = new DataView(new ArrayBuffer(kept.length * blockMacBytes))
  kept.forEach((mac, at) => {
    view.setBigUint64(at * blockMacBytes, mac)
  })
  return new Uint8Array(view.buffer)
}
