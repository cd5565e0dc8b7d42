import { participantColumns, participantRows } from '../../domain/exchange/participant-rows.ts'
import { columnNames, reportColumns } from '../../domain/exchange/columns.ts'
import { cellsOfReport } from '../../domain/exchange/report-cells.ts'
import { valueAt } from '../../domain/json.ts'
import { collectionNames } from '../../domain/sync/op.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import type { SheetToWrite } from './files/write-xlsx.ts'
import type { LocalDocument } from './local-document.ts'
import type { ToldOfOneself } from './told-of-oneself.ts'

/** One row an activity, one row a participant: all live reports of this device, the oldest day first. */
export interface ReportSheets {
  readonly activities: SheetToWrite
  readonly participants: SheetToWrite
}

/** Rows read at a time: the page stays alive. */
const chunk = 300

export async function reportSheets(
  db: CoopDatabase,
  structureNames: ReadonlyMap<string, string>,
): Promise<ReportSheets> {
  const places = await placesById(db)
  const activities: string[][] = []
  const participants: string[][] = []
  await forLiveReports(db, ({ id, scope, body }) => {
    const cells = cellsOfReport(body, {
      id,
      scope,
      structure: structureNames.get(scope) ?? '',
      place: places.get(lieuIdOf(body['place'])),
    })
    activities.push(columnNames.map((name) => cells[name] ?? ''))
    participants.push(...participantRows(id, body))
  })
  return {
    activities: {
      name: 'Activités',
      heads: columnNames,
      types: columnNames.map((name) => reportColumns[name].type),
      rows: activities,
    },
    participants: {
      name: 'Participants',
      heads: Object.keys(participantColumns),
      types: Object.values(participantColumns),
      rows: participants,
    },
  }
}

/**
 * Everything of this person's in one JSON: documents of every collection, as the device stores them, and what others
 * keep of them.
 */
export async function everythingText(db: CoopDatabase, told: ToldOfOneself): Promise<string> {
  const documents: string[] = []
  for (const collection of collectionNames) {
    await tableOf(db, collection).each(({ scope, id, state, body, collection: own }) => {
      // Small collections share a table.
      if (state === 'live' && own === collection)
        documents.push(JSON.stringify({ collection, scope, id, body }))
    })
  }
  const head = JSON.stringify({ format: everythingFormat, version: 1, told }).slice(0, -1)
  return `${head},"documents":[\n${documents.join(',\n')}\n]}\n`
}

export const everythingFormat = 'espace-coop-donnees'

async function forLiveReports(db: CoopDatabase, visit: (row: LocalDocument) => void): Promise<void> {
  const keys = await db.report
    .where('[state+order+id]')
    .between(['live', ''], ['live', '\uffff'])
    .primaryKeys()
  for (let at = 0; at < keys.length; at += chunk) {
    for (const row of await db.report.bulkGet(keys.slice(at, at + chunk))) if (row) visit(row)
  }
}

async function placesById(db: CoopDatabase): Promise<ReadonlyMap<string, { name: string; commune: string }>> {
  const rows = await db.place.toArray()
  return new Map(
    rows.flatMap(({ id, body }) => {
      const [name, commune] = [valueAt(body, 'name'), valueAt(body, 'commune')]
      return typeof name === 'string' && typeof commune === 'string' ? [[id, { name, commune }] as const] : []
    }),
  )
}

function lieuIdOf(place: LocalDocument['body'][string] | undefined): string {
  const id = typeof place === 'object' && place !== null && !Array.isArray(place) ? place['lieuId'] : ''
  return typeof id === 'string' ? id : ''
}
