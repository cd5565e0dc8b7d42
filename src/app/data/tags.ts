import { Dexie } from 'dexie'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import { tagLists, type TagList } from '../../domain/report/tag-list.ts'
import type { CoopDatabase } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import { saveDocument } from './save-document.ts'

/** A tag, and how many reports have it. */
export interface UsedTag {
  list: TagList
  name: string
  count: number
}

/** Rows read at a time: a few milliseconds each on a phone, so that the page stays alive. */
const chunk = 400

/** Every tag of this device's reports, the most used first. */
export async function usedTags(db: CoopDatabase): Promise<UsedTag[]> {
  const keys = await db.report.toCollection().primaryKeys()
  const counts: TagCounts = new Map()
  for (let from = 0; from < keys.length; from += chunk) {
    const rows = await db.report.bulkGet(keys.slice(from, from + chunk))
    countTags(
      rows.flatMap((row) => row ?? []),
      counts,
    )
  }
  return mostUsedFirst(counts)
}

/** Tags of the newest reports, the most used first: those that are offered. */
export async function recentTags(db: CoopDatabase): Promise<UsedTag[]> {
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', Dexie.minKey], ['live', Dexie.maxKey])
    .reverse()
    .limit(chunk)
    .toArray()
  const counts: TagCounts = new Map()
  countTags(rows, counts)
  return mostUsedFirst(counts)
}

type TagCounts = Map<string, UsedTag>

function countTags(rows: readonly LocalDocument[], counts: TagCounts): void {
  for (const { state, body } of rows) {
    for (const list of state === 'live' ? tagLists : []) {
      for (const name of tagsIn(body, list)) {
        const key = `${list} ${name}`
        counts.set(key, { list, name, count: (counts.get(key)?.count ?? 0) + 1 })
      }
    }
  }
}

function mostUsedFirst(counts: TagCounts): UsedTag[] {
  return [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'fr'))
}

/** What a change of tags did to a report, so that it can be taken back. */
interface Changed {
  scope: ScopeId
  id: DocumentId
  before: readonly string[]
}

/**
 * Changes a list of tags in every report that has a tag: each is a save of its own, sent like any other. Returns the
 * way back.
 */
export async function changeTag(
  db: CoopDatabase,
  { list, name }: Pick<UsedTag, 'list' | 'name'>,
  change: (tags: readonly string[]) => readonly string[],
): Promise<() => Promise<void>> {
  const rows = await db.report
    .filter((row) => row.state === 'live' && tagsIn(row.body, list).includes(name))
    .toArray()
  const changed: Changed[] = []
  for (const row of rows) {
    const before = tagsIn(row.body, list)
    await saveTags(db, row, list, change(before))
    changed.push({ scope: row.scope, id: row.id, before })
  }
  return () => takeBack(db, list, changed)
}

async function takeBack(db: CoopDatabase, list: TagList, changed: readonly Changed[]): Promise<void> {
  for (const { scope, id, before } of changed) {
    const row = await db.report.get([scope, id])
    if (row?.state === 'live') await saveTags(db, row, list, before)
  }
}

function saveTags(
  db: CoopDatabase,
  { scope, id, body }: LocalDocument,
  list: TagList,
  tags: readonly string[],
): Promise<void> {
  const { [list]: _before, ...rest } = body
  const next: JsonObject = tags.length === 0 ? rest : { ...rest, [list]: [...tags] }
  return saveDocument(db, { scope, collection: 'report', id, body: next })
}

function tagsIn(body: JsonObject, list: TagList): string[] {
  const tags = valueAt(body, list)
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
}
