import { readKept, writeKept } from '../../ui/kept.ts'

const name = 'install-refused-at'
const silentFor = 30 * 86_400_000

/** *Plus tard* is an answer: nothing is offered again for 30 days (sync.md P35). */
export function isInstallRefused(now: number): boolean {
  const refusedAt = Number(readKept(name) ?? 0)
  // A clock that was ahead and is right again must not silence the offer for years.
  return refusedAt <= now && now - refusedAt < silentFor
}

export function refuseInstall(now: number): void {
  writeKept(name, String(now))
}
