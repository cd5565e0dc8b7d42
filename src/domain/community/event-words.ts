import * as z from 'zod/mini'

export const eventKinds = [
  'webinaire',
  'partage_de_pratiques',
  'rencontre_territoriale',
  'formation_continue',
] as const
/** What the State's list of commitments names as the life of the community. */
export const eventKindSchema = z.enum(eventKinds)
export type EventKind = z.infer<typeof eventKindSchema>

export const eventKindLabels: Readonly<Record<EventKind, string>> = {
  webinaire: 'Webinaire',
  partage_de_pratiques: 'Partage de pratiques',
  rencontre_territoriale: 'Rencontre territoriale',
  formation_continue: 'Formation continue',
}

export const markWords = ['present', 'absent', 'unmarked'] as const
/** What a coordinator marks; `unmarked` takes the mark back. */
export const markWordSchema = z.enum(markWords)
export type MarkWord = z.infer<typeof markWordSchema>
