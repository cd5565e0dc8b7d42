import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import { daysBetween, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { postRoleLabels } from '../../../../domain/commitments/post-words.ts'
import { csvText } from '../../../data/files/write-csv.ts'
import { lastTransfer } from './post-filters.ts'
import { stateWords } from './post-words.ts'

const heads = [
  'Poste',
  'Fonction',
  'Supplémentaire',
  'Département',
  'Structure',
  'SIRET',
  'État',
  'Depuis',
  'Jours de vacance',
  'Notifié le',
  'Transféré le',
  'Transféré de',
  'SIRET précédent',
  'Transféré à',
  'Rendu le',
  'Contrat du',
  'Contrat au',
  'Contrat signé, pas encore accepté',
  'Convention du',
  'Convention au',
]

/** The posts that are shown, as a CSV file; days as YYYY-MM-DD. */
export function postsFile(posts: readonly TerritoryPost[], today: CalendarDay): Blob {
  const rows = posts.map((post) => rowOf(post, today))
  return new Blob([csvText(heads, rows)], { type: 'text/csv;charset=utf-8' })
}

/** Of a post that was transferred more than once, the last time. */
function rowOf(post: TerritoryPost, today: CalendarDay): string[] {
  const transfer = lastTransfer(post)
  return [
    post.reference,
    postRoleLabels[post.role],
    post.isAdditional ? 'oui' : 'non',
    post.department ?? '',
    post.structureName,
    post.siret ?? '',
    stateWords[post.state],
    post.since,
    post.state === 'vacant' ? String(daysBetween(post.since, today)) : '',
    post.notifiedOn,
    transfer?.day ?? '',
    transfer?.from.structureName ?? '',
    transfer?.from.siret ?? '',
    transfer?.to.structureName ?? '',
    post.returnedOn ?? '',
    post.contractStarts ?? '',
    post.contractEnds ?? '',
    post.awaitsAcceptance ? 'oui' : 'non',
    post.conventionStarts ?? '',
    post.conventionEnds ?? '',
  ]
}
