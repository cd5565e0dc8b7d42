import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { placeNameMaxLength } from '../../domain/place/place.ts'
import { faultOfSiret } from '../../domain/siret.ts'
import { isDepartmentCode } from '../../domain/territory/departments.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'

/*
 * What one line of a provisioning file may say. `docs/provisioning-example.csv` shows each; French, since the people
 * who fill such files in are not programmers.
 */

/** Columns whose cells are read without regard to accents and capitals. */
export const codedColumns: ReadonlySet<string> = new Set(['type', 'nature', 'poste'])

/** Columns of the file, in any order; a line fills in those of its type. */
export const columns = [
  'type',
  'siret',
  'nom',
  'prenom',
  'email',
  'commune',
  'departement',
  'nature',
  'poste',
  'equipe',
  'debut',
  'fin',
] as const
export type Column = (typeof columns)[number]

const siret = z.string({ error: 'Indiquez le SIRET.' }).check(
  z.regex(/^\d{14}$/, { error: 'Un SIRET compte 14 chiffres.' }),
  z.refine((digits) => faultOfSiret(digits) !== 'key', {
    error: 'Ce SIRET n’existe pas : sa clé est fausse.',
  }),
)
const email = z.email({ error: 'Indiquez une adresse e-mail, comme prenom.nom@exemple.fr.' })
const name = z
  .string({ error: 'Indiquez le nom.' })
  .check(z.maxLength(200, { error: 'Un nom compte 200 caractères au plus.' }))
const commune = z.string({ error: 'Indiquez le code INSEE de la commune.' }).check(
  z.refine((code) => inseeCodeSchema.safeParse(code).success, {
    error: 'Indiquez le code INSEE de la commune : cinq caractères, comme 09261.',
  }),
)
const department = z
  .string()
  .check(
    z.refine(isDepartmentCode, { error: 'Ce département n’existe pas : indiquez son numéro, comme 09.' }),
  )
const day = (missing: string) =>
  z.pipe(
    z.string({ error: missing }),
    z.pipe(
      z.transform((text: string) => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')),
      z.string().check(
        z.refine((text) => calendarDaySchema.safeParse(text).success, {
          error: 'Indiquez un jour qui existe, comme 01/09/2026 ou 2026-09-01.',
        }),
      ),
    ),
  )
const start = day('Indiquez le premier jour.')
const end = z.optional(day('Indiquez le dernier jour.'))
const team = z.string({ error: 'Indiquez le nom de l’équipe.' })

/** The end comes after the start: days of the form YYYY-MM-DD compare as text. */
const inOrder = z.refine<{ debut: string; fin?: string | undefined }>(
  ({ debut, fin }) => !fin || fin >= debut,
  {
    error: 'Le dernier jour vient avant le premier.',
    path: ['fin'],
  },
)

export const factSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal('structure'),
      siret,
      nom: name,
      commune,
      nature: z.optional(
        z.enum(['publique', 'privee'], { error: 'La nature est « publique » ou « privée ».' }),
      ),
    }),
    z.strictObject({ type: z.literal('personne'), email, prenom: z.optional(name), nom: z.optional(name) }),
    z
      .strictObject({
        type: z.literal('contrat'),
        email,
        siret,
        debut: start,
        fin: end,
        poste: z.prefault(
          z.enum(['conseil', 'coordination'], { error: 'Le poste est « conseil » ou « coordination ».' }),
          'conseil',
        ),
      })
      .check(inOrder),
    z.strictObject({
      type: z.literal('lieu'),
      email,
      siret,
      nom: name.check(
        z.maxLength(placeNameMaxLength, { error: 'Le nom du lieu compte 120 caractères au plus.' }),
      ),
      commune,
    }),
    z.strictObject({ type: z.literal('responsable'), email, siret }),
    z.strictObject({ type: z.literal('lecteur'), email, siret }),
    z.strictObject({ type: z.literal('equipe'), equipe: team, departement: z.optional(department) }),
    z.strictObject({ type: z.literal('coordination'), email, equipe: team }),
    z
      .strictObject({ type: z.literal('membre'), email, siret, equipe: team, debut: start, fin: end })
      .check(inOrder),
    z.strictObject({ type: z.literal('etat'), email, departement: z.optional(department) }),
    z.strictObject({ type: z.literal('formation'), email, nom: name }),
    z.strictObject({ type: z.literal('stagiaire'), email, siret, nom: name }),
  ],
  { error: 'Ce type de ligne n’existe pas.' },
)
export type Fact = z.infer<typeof factSchema>
export type FactType = Fact['type']
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>
