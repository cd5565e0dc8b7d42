import { savesOnDevice } from '../../data/device-saves.ts'
import { isInstallRefused } from './install-refusal.ts'

/** Reports saved here before the app offers itself: it has been of use twice (sync.md P35). */
const savesBefore = 2

export function mayOfferInstall(now = Date.now()): boolean {
  return savesOnDevice() >= savesBefore && !isInstallRefused(now)
}
