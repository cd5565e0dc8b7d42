import type { StructureAbsences } from '../../domain/access/structure-absences.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { structureAbsences } from '../store/absences.ts'
import { structurePosts } from '../store/group-posts.ts'
import type { Db } from '../store/tables.ts'

/** Absences of a structure's advisors, and the advisors, for a member of it. */
export async function readStructureAbsences(
  db: Db,
  question: { person: PersonId; structure: StructureId },
): Promise<StructureAbsences> {
  const posts = await structurePosts(db, question)
  const names = new Map(posts.map(({ person, name }) => [person, name]))
  return {
    absences: await structureAbsences(db, question),
    advisors: [...names].map(([id, name]) => ({
      id,
      name,
      // Whoever came back has two posts, and is one person.
      contracts: posts.filter(({ person }) => person === id).flatMap(({ contracts }) => contracts),
    })),
  }
}
