import { nounOfReading, readerInWords } from '../../../domain/access/reading-words.ts'
import type { OwnReadings, StructureReadings } from '../../../domain/access/readings.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { reportAddress } from '../../addresses.ts'
import { structureActivityAddress } from '../../later-addresses.ts'
import { formatDay, formatDayWithYear } from '../../ui/format/date.ts'
import { formatTime } from '../../ui/format/instant.ts'
import { counted } from '../../ui/format/number.ts'
import type { ReadingLine } from './ReadingDays.tsx'

/** What an advisor's structures read, as they are told. The structure is named where there are several. */
export function ownLines({ openings, lists }: OwnReadings, namesStructure: boolean): ReadingLine[] {
  const detail = (one: { readerName: string; at: string; structureName: string }) =>
    [readerInWords(one.readerName), hourOf(one), namesStructure && one.structureName]
      .filter(Boolean)
      .join(' · ')
  return [
    ...openings.map((one) => ({
      key: `${one.report} ${one.at} ${one.readerName}`,
      at: one.at,
      title: openedInWords(one),
      detail: detail(one),
      ...(one.day !== null && { href: reportAddress(one.report) }),
    })),
    ...lists.map((one) => ({
      key: `${one.way} ${one.at} ${one.readerName} ${one.structureName}`,
      at: one.at,
      title: listInWords(one),
      detail: detail(one),
    })),
  ]
}

/** What a structure's members read, as who answers for it is told. */
export function structureLines(
  { openings, lists }: StructureReadings,
  structure: StructureId,
): ReadingLine[] {
  return [
    ...openings.map((one) => ({
      key: `${one.report} ${one.at} ${one.readerName}`,
      at: one.at,
      title: openedInWords(one),
      detail: `${readerInWords(one.readerName)} · ${hourOf(one)} · écrit par ${one.advisorName}`,
      ...(one.day !== null && { href: structureActivityAddress(structure, one.report) }),
    })),
    ...lists.map((one) => ({
      key: `${one.way} ${one.at} ${one.readerName}`,
      at: one.at,
      title: listInWords(one),
      detail: `${readerInWords(one.readerName)} · ${hourOf(one)} · ${one.advisorNames.join(', ')}`,
    })),
  ]
}

function openedInWords({ day }: { day: CalendarDay | null }): string {
  return day === null ? 'Compte rendu ouvert' : `Compte rendu du ${formatDay(day)} ouvert`
}

interface ListTold {
  readonly way: string
  readonly reports: number
  readonly from: CalendarDay
  readonly to: CalendarDay
}

/** « Liste du 3 mars au 28 mars, 42 comptes rendus ». */
function listInWords({ way, reports, from, to }: ListTold): string {
  const days =
    from === to ? `du ${formatDayWithYear(from)}` : `du ${formatDay(from)} au ${formatDayWithYear(to)}`
  return `${nounOfReading(way)}, ${counted(reports, 'compte rendu', 'comptes rendus')} ${days}`
}

function hourOf({ at }: { at: string }): string {
  return formatTime(Date.parse(at))
}
