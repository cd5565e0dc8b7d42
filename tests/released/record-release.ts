import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { thisRelease } from './record.ts'

/* npm run record-release: writes down what this version's documents and device database are, at each release. */

const release = await thisRelease()
const path = join(import.meta.dirname, `${release.version}.json`)
await writeFile(path, `${JSON.stringify(release, null, 1)}\n`)
console.log(`Recorded: tests/released/${release.version}.json`)
