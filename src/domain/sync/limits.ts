/** Bounds of the protocol, the same on both sides (sync.md 3.3, 3.7). */
export const protocolVersion = 1
/** Version of the documents' schemas that this build writes. */
export const schemaVersion = 4
/** Ops of one push. */
export const maxOpsPerPush = 50
/** Ops of one scope that the server decides together, of pushes that wait for one another. */
export const maxOpsTogether = 4 * maxOpsPerPush
/** Bytes of JSON that a device puts into one push. */
export const maxPushBytes = 256 * 1024
/** Bytes of one request, once inflated: past it the server answers 413. */
export const maxRequestBytes = 4 * 1024 * 1024
/** Bytes of the JSON of one op's `set` and `base` together. */
export const maxOpBytes = 64 * 1024
/** Conflicts that one op may settle. */
export const maxSettledPerOp = 100
/** Bytes of the JSON of one document: what merges and fields of newer versions may add up to, 500 times in one page. */
export const maxDocumentBytes = 64 * 1024
/** What the last resort takes: bytes of one text, and texts a day for a device and for a person. */
export const maxRawBytes = 1024 * 1024
export const maxRawOfDevice = 20
export const maxRawOfPerson = 60
/** Documents of one page of a pull, at most. */
export const maxPullPage = 500
/** Digests that a pull reports as differing, at most. */
export const maxMismatches = 20
/** How long after its last contract a scope still takes ops. */
export const graceDaysAfterContract = 90
/** How long a device keeps what it sent, to send it again after a restore. */
export const sentLogDays = 30
/** How many days of activity `recent` answers with, and how many documents at most. */
export const recentDays = 60
export const recentMaxDocuments = 500
/** How long the server keeps a tombstone, and the result of an op. */
export const tombstoneDays = 400
/** How long the server keeps what devices reported of digests. */
export const mismatchDays = 90
/** How long the server keeps what it couldn't read. */
export const quarantineDays = 90
