import { monthsToPublish, type LinkOwner } from '../../domain/access/public-link.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { ownPosts, structurePosts, type GroupPost } from '../store/group-posts.ts'
import { heldRoles } from '../store/held-roles.ts'
import type { LinkNames } from '../store/public-links.ts'
import type { PostMonths, PublishedOwner } from '../store/published-figures.ts'
import { signedInPerson } from '../store/signed-in-person.ts'
import type { Db } from '../store/tables.ts'
import { communeNames } from '../territory/commune-names.ts'

/** What somebody asks to publish, once it is known that they may. */
export interface LinkSubject extends PostMonths {
  readonly owner: PublishedOwner
  readonly posts: readonly GroupPost[]
  readonly period: Period
  /** Of the structures and the communes, for the author to choose from. */
  readonly names: LinkNames
}

/** Throws `forbidden`, or `invalid-request` for days that aren't whole months that are over. */
export async function linkSubject(
  db: Db,
  person: PersonId,
  asked: { owner: LinkOwner; period: Period; today: CalendarDay },
): Promise<LinkSubject> {
  const { owner, period, today } = asked
  const found = await postsOf(db, person, owner)
  const months = monthsToPublish(period, today)
  if (!months) throw new CodedError('invalid-request', { field: 'period' })
  return { ...found, period, months, scopes: found.posts.map(({ scope }) => scope) }
}

type Found = Pick<LinkSubject, 'owner' | 'posts' | 'names'>

/** An advisor's own posts, or those of a structure that the person answers for now. */
async function postsOf(db: Db, person: PersonId, owner: LinkOwner): Promise<Found> {
  const known = await signedInPerson(db, person)
  if (owner.kind === 'advisor') {
    const posts = await ownPosts(db, person)
    const scopes = known?.scopes ?? []
    if (posts.length === 0) throw new CodedError('forbidden')
    return {
      owner: { kind: 'advisor', id: person },
      posts,
      names: {
        structures: unique(scopes.map(({ structureName }) => structureName)),
        communes: await namesOf(scopes.map(({ structureCommune }) => structureCommune)),
      },
    }
  }
  const held = await heldRoles(db, person, { over: 'structure', id: owner.id })
  if (!held.includes('responsable')) throw new CodedError('forbidden')
  const posts = await structurePosts(db, { person, structure: owner.id })
  const name = known?.memberships.find(({ structureId }) => structureId === owner.id)?.structureName
  return {
    owner,
    posts,
    names: {
      structures: name === undefined ? [] : [name],
      communes: await namesOf(posts.map(({ commune }) => commune)),
    },
  }
}

async function namesOf(codes: readonly (string | null)[]): Promise<string[]> {
  const known = await communeNames()
  return unique(
    codes.flatMap((code) => {
      const insee = inseeCodeSchema.safeParse(code)
      return (insee.success ? known.get(insee.data)?.name : undefined) ?? []
    }),
  )
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
