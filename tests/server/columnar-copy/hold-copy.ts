import { epochSchema } from '../../../src/domain/ids.ts'
import { openCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'

/* Another server on the same machine: it opens a folder's copy, says so, and holds it. */

const [, , folder, epoch] = process.argv
await openCopy(folder, epochSchema.parse(epoch))
process.send?.('open')
setInterval(() => undefined, 60_000)
