import { cpus, loadavg, totalmem } from 'node:os'
import { benchAnomalies } from './anomalies/anomalies-bench.ts'
import { benchRates } from './anomalies/rates-bench.ts'
import { benchColdStart } from './cold-start/cold-start-bench.ts'
import { benchCopy } from './copy/copy-bench.ts'
import { benchEngineSize } from './device/engine-size-bench.ts'
import { benchFirstSync } from './device/first-sync-bench.ts'
import { benchStorage } from './device/storage-bench.ts'
import { benchEmployer } from './employer/employer-bench.ts'
import { benchFigures } from './figures/figures-bench.ts'
import { benchFind } from './find/find-bench.ts'
import { benchImport } from './import/import-bench.ts'
import { benchNational } from './national/national-bench.ts'
import { benchPosts } from './posts/posts-bench.ts'
import { benchSave } from './save/save-bench.ts'
import { benchServer } from './server/server-bench.ts'
import { benchSealing } from './sealing/sealing-bench.ts'
import { benchTraining } from './training/training-bench.ts'
import { benchTransfer } from './transfer/transfer-bench.ts'

/* `npm run bench`: all of them, or those named: `npm run bench -- save cold-start`. Each prints its own table. */

const benches: Readonly<Record<string, () => Promise<void>>> = {
  save: benchSave,
  'cold-start': benchColdStart,
  transfer: benchTransfer,
  find: benchFind,
  import: benchImport,
  figures: benchFigures,
  'first-sync': benchFirstSync,
  storage: benchStorage,
  'engine-size': benchEngineSize,
  server: benchServer,
  national: benchNational,
  copy: benchCopy,
  'anomaly-rates': benchRates,
  anomalies: benchAnomalies,
  sealing: benchSealing,
  employer: benchEmployer,
  posts: benchPosts,
  training: benchTraining,
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}: choose among ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
const processor = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`
console.log(`${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`)
// Figures of a machine that does something else too are of little worth: the reader is told.
console.log(`Load of the machine before the run: ${loadavg()[0]?.toFixed(2)}`)
for (const [name, bench] of Object.entries(benches)) {
  if (named.length === 0 || named.includes(name)) await bench()
}
