import {
  wordFields,
  type PermittedStep,
  type ToldFields,
  type WordField,
} from '../../../../domain/access/permitted-history.ts'
import type { PermittedActivity } from '../../../../domain/access/permitted-activity.ts'
import { activityLines } from '../activity-lines.ts'

/** One field that a step changed, in words. */
export interface StepLine {
  label: string
  text: string
}

/** What a step changed, field by field: « Durée : 45 min → 1 h », or that words were changed. */
export function stepLines({ before, after, words }: PermittedStep): StepLine[] {
  const [was, is] = [linesOf(before), linesOf(after)]
  const labels = [...new Set([...was.keys(), ...is.keys()])]
  return [
    ...labels.map((label) => ({
      label,
      text: `${was.get(label) ?? 'rien'} → ${is.get(label) ?? 'rien'}`,
    })),
    ...wordFields
      .filter((field) => words.includes(field))
      .map((field) => ({ label: wordLabels[field], text: 'texte modifié' })),
  ]
}

const wordLabels: Readonly<Record<WordField, string>> = {
  title: 'Titre',
  otherType: 'Type, précision',
  procedureName: 'Nom de la démarche',
  structureTags: 'Étiquettes',
  sharedNote: 'Note partagée',
}

/** By label; a field that isn't told says nothing. */
function linesOf(fields: ToldFields): ReadonlyMap<string, string> {
  // Only what is told has lines: the rest of the activity is silent.
  const activity = { ...silent, ...fields } as PermittedActivity
  return new Map(
    activityLines(activity)
      .filter(({ label }) => label !== 'Quand' || fields.date !== undefined)
      .map(({ label, text }) => [label, text]),
  )
}

const silent: Omit<PermittedActivity, 'id' | 'advisorId' | 'date'> & { date: string } = {
  advisorName: '',
  kind: '',
  title: null,
  participants: null,
  level: null,
  activity: null,
  eventType: null,
  otherType: null,
  organisers: [],
  scale: null,
  structureTags: [],
  date: '2000-01-01',
  minutes: 0,
  placeKind: '',
  placeName: null,
  commune: null,
  communeName: null,
  themes: [],
  administrativeThemes: [],
  procedureName: null,
  equipment: [],
  autonomy: null,
  oriented: null,
  orientation: null,
  unmetNeeds: [],
  sharedNote: null,
  filedOn: null,
}
