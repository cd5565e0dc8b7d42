import { changesMost, type GivenSeal, type MonthToVouch } from '../../domain/access/structure-months.ts'
import { figuresSince, sumOfFigures } from '../../domain/seal/month-figures.ts'
import { figuresOfMarks, sumOfLines } from '../../domain/seal/month-of-lines.ts'
import { standingOf } from '../../domain/seal/month-standing.ts'
import { sumOf } from '../../domain/seal/report-mark.ts'
import { seenOf, sealContentSchema } from '../../domain/seal/seal-content.ts'
import { changesSince, type ReportChange } from '../../domain/seal/since-sealed.ts'
import { vouchableFrom } from '../../domain/seal/vouchable-from.ts'
import { linesOfSeal, sealsOfMonth, type StoredSeal } from '../store/seals.ts'
import { structureSetting } from '../store/structure-setting.ts'
import type { Db } from '../store/tables.ts'
import { readMonth, type MonthReadBy, type ReadMonth } from './read-month.ts'

/** A month as it stands, with what vouching for it needs. */
export interface StandingMonth extends ReadMonth, Omit<MonthToVouch, 'countedAt' | 'read' | 'seals'> {
  readonly seals: readonly StoredSeal[]
  /** SHA-256 over every report. */
  readonly sum: string
}

/** A month and what became of it since it was vouched for, over one unchanging picture of the database. */
export async function standingMonth(db: Db, question: MonthReadBy): Promise<StandingMonth> {
  const { structure, month, today } = question
  const { department } = await structureSetting(db, structure)
  const from = vouchableFrom(month, department)
  const seals = await sealsOfMonth(db, question)
  const { read, posts } = await readMonth(db, question)
  const sum = sumOfLines(posts)
  const sealed = seals[0] && (await linesOfSeal(db, seals[0].id))
  const changes = sealed ? changesSince(sealed, posts) : []
  const holds = sealed === undefined || sumOfLines(sealed) === sum
  return {
    read,
    posts,
    sum,
    seals,
    vouchableFrom: from,
    standing: standingOf({ isVouchable: today >= from, isSealed: sealed !== undefined, holds }),
    seen: sumOf(seenOf(read)),
    changes: {
      ...shown(changes),
      figures: sealed
        ? figuresSince(sumOfFigures(sealed.map(({ marks }) => figuresOfMarks(marks))), read.totals)
        : sumOfFigures([]),
    },
  }
}

function shown(changes: readonly ReportChange[]) {
  return { reports: changes.slice(0, changesMost), left: Math.max(0, changes.length - changesMost) }
}

/** The same as it is answered. */
export function monthToVouch(standing: StandingMonth, countedAt: string): MonthToVouch {
  const { read, vouchableFrom: from, standing: stands, seen, changes, seals } = standing
  return {
    countedAt,
    standing: stands,
    vouchableFrom: from,
    read,
    seen,
    changes,
    seals: seals.map(givenSeal),
  }
}

function givenSeal({ id, code, number, at, byName, content }: StoredSeal): GivenSeal {
  // It was written by this schema, and is never changed.
  const { totals, reservations } = sealContentSchema.parse(JSON.parse(content))
  return { id, code, number, sealedAt: at, byName, totals, reservations }
}
