import { publicInformationSchema, type PublicInformation } from '../../domain/access/public-information.ts'
import { rememberError } from './last-errors.ts'

const key = 'espace-coop:public-information'
const answerWithinMs = 10_000

/** The names that the law asks for as they were last told, so that they can be read without network. */
export function keptPublicInformation(): PublicInformation | null {
  try {
    const parsed = publicInformationSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    // Damaged, or storage is refused: the server tells again.
    return null
  }
}

let asked: Promise<PublicInformation | null> | undefined

/** The same from the server, kept for the next time; null where it doesn't answer. Parts of one page ask once. */
export function fetchPublicInformation(): Promise<PublicInformation | null> {
  asked ??= ask().finally(() => {
    asked = undefined
  })
  return asked
}

async function ask(): Promise<PublicInformation | null> {
  const answer: unknown = await fetch('/api/public-information', {
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  })
    .then((response) => (response.ok ? response.json() : null))
    // No network, or a portal's page in place of the answer (P22): what was kept is shown.
    .catch(() => null)
  const parsed = publicInformationSchema.safeParse(answer)
  if (!parsed.success) return null
  keep(parsed.data)
  return parsed.data
}

function keep(information: PublicInformation): void {
  try {
    localStorage.setItem(key, JSON.stringify(information))
  } catch (refusal) {
    // Storage is full or refused: the caller has its answer, and the pages are read with network only.
    rememberError(refusal)
  }
}
