import { errorCatalogue } from '../errors.ts'
import { readDay, readYesNo } from '../exchange/read-values.ts'
import { faultOfSiret, siretDigits } from '../siret.ts'
import { inseeCodeSchema } from '../territory/commune.ts'
import { departmentOf, isDepartmentCode } from '../territory/departments.ts'
import { foldName } from '../territory/fold-name.ts'
import { likelyLayout, type FileLayout } from './file-columns.ts'
import { conventionEnd, isConventionLength } from './convention-months.ts'
import { postReferenceMaxLength, type NewPost } from './said-post-fact.ts'

/** What a column of a list of posts may hold, with the heads by which it is recognised. */
export const postColumns = {
  reference: { label: 'Numéro du poste', heads: ['numero', 'poste', 'reference', 'id poste'] },
  siret: { label: 'SIRET', heads: ['siret'] },
  name: { label: 'Nom de la structure', heads: ['nom', 'structure', 'denomination'] },
  commune: { label: 'Commune (code INSEE)', heads: ['commune', 'insee', 'code commune'] },
  department: { label: 'Département (numéro)', heads: ['departement'] },
  nature: { label: 'Nature (publique, privée)', heads: ['nature', 'statut', 'type'] },
  notifiedOn: { label: 'Notifié le', heads: ['notification', 'notifie'] },
  starts: { label: 'Convention, premier jour', heads: ['debut', 'convention du', 'premier jour'] },
  ends: { label: 'Convention, dernier jour', heads: ['fin', 'convention au', 'dernier jour'] },
  role: { label: 'Fonction (conseil, coordination)', heads: ['fonction', 'role'] },
  isAdditional: { label: 'Poste supplémentaire (oui, non)', heads: ['supplementaire'] },
} as const
export type PostColumn = keyof typeof postColumns
// Object.keys forgets the literal types that the columns have.
export const postColumnNames = Object.keys(postColumns) as PostColumn[]

/** Without them no line could be read. */
export const neededPostColumns = ['reference', 'siret', 'notifiedOn'] as const satisfies readonly PostColumn[]

export type PostLayout = FileLayout<PostColumn>

/** Which column is which, by their heads. */
export function likelyPostLayout(heads: readonly string[]): PostLayout {
  return likelyLayout(postColumns, postColumnNames, heads)
}

/** A line of a list: the post that it is, but for its id; or what is wrong with it, in French. */
export type ReadPostLine =
  { readonly ok: true; readonly post: Omit<NewPost, 'id'> } | { readonly ok: false; readonly because: string }

/** Reads a line. `knownDepartments` is by SIRET, of structures that are known already. */
export function readPostLine(
  cells: readonly string[],
  layout: PostLayout,
  knownDepartments: ReadonlyMap<string, string>,
): ReadPostLine {
  const cell = (name: PostColumn) => {
    const index = layout[name]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const reference = cell('reference')
  const siret = siretDigits(cell('siret'))
  const fault = faultOfSiret(siret)
  const commune = inseeCodeSchema.safeParse(cell('commune').padStart(5, '0')).data
  const department = departmentIn(cell('department'), knownDepartments.get(siret), commune)
  const days = readDays(cell)
  if (!reference) return refused('Le numéro du poste manque.')
  if (reference.length > postReferenceMaxLength) return refused('Le numéro du poste est trop long.')
  if (fault) return refused(errorCatalogue[`siret-${fault}`].title)
  if (cell('commune') && !commune) return refused('La commune n’est pas un code INSEE, comme 09261.')
  if (department === undefined) return refused('Le département manque, ou n’existe pas.')
  if ('because' in days) return refused(days.because)
  const nature = natureIn(cell('nature'))
  const name = cell('name')
  return {
    ok: true,
    post: {
      reference,
      department,
      holder: { siret, ...(name && { name }), ...(commune && { commune }), ...(nature && { nature }) },
      role: foldName(cell('role')).startsWith('coord') ? 'coordinator' : 'advisor',
      isAdditional: readYesNo(cell('isAdditional')) ?? false,
      ...days,
    },
  }
}

function refused(because: string): ReadPostLine {
  return { ok: false, because }
}

/** The one that is said, else the known structure's, else the commune's. */
function departmentIn(
  said: string,
  known: string | undefined,
  commune: Parameters<typeof departmentOf>[0] | undefined,
): string | undefined {
  const code = /^\d$/.test(said) ? `0${said}` : said.toUpperCase()
  if (code !== '') return isDepartmentCode(code) ? code : undefined
  return known ?? (commune && departmentOf(commune))
}

/** Where the agreement isn't said, it begins with the notification and lasts two years. */
function readDays(
  cell: (name: PostColumn) => string,
): Pick<NewPost, 'notifiedOn' | 'convention'> | { readonly because: string } {
  const notifiedOn = readDay(cell('notifiedOn'))
  if (!notifiedOn) return { because: 'Le jour de la notification manque, ou n’existe pas.' }
  const starts = cell('starts') ? readDay(cell('starts')) : notifiedOn
  const ends = cell('ends') ? readDay(cell('ends')) : starts && conventionEnd(starts, 24)
  if (!starts || !ends) return { because: 'Un jour de la convention n’existe pas.' }
  if (starts < notifiedOn) return { because: 'La convention commence avant la notification.' }
  if (!isConventionLength(starts, ends)) return { because: errorCatalogue['convention-length'].title }
  return { notifiedOn, convention: { starts, ends } }
}

function natureIn(text: string): 'public' | 'private' | undefined {
  const word = foldName(text)
  if (word.startsWith('pub')) return 'public'
  return word.startsWith('priv') ? 'private' : undefined
}
