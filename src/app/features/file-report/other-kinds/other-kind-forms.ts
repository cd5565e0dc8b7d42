import { reportSchema } from '../../../../domain/report/report.ts'
import type { ReportKind } from '../../../../domain/report/kinds.ts'
import { askedOfPlace, whenAndWhere, type FormField, type KindForm } from '../kind-form.ts'
import * as animation from './animation-form.ts'
import * as collectif from './collectif-form.ts'
import * as evenement from './evenement-form.ts'
import * as horsAccompagnement from './hors-accompagnement-form.ts'
import * as partenariat from './partenariat-form.ts'

const judge: KindForm['judge'] = (body) => reportSchema.safeParse(body)
const words: readonly FormField[] = ['notes', 'notesShared', 'tags', 'structureTags']
const howLong: readonly FormField[] = ['scope', 'date', 'duration', 'otherHours', 'otherMinutes']

/** Forms of the kinds of activity that are not one person's. */
export const otherKindForms: Readonly<Record<Exclude<ReportKind, 'individuel'>, KindForm>> = {
  collectif: {
    ...collectif,
    judge,
    fields: [
      ...whenAndWhere,
      'themes',
      'administrativeThemes',
      'procedureName',
      'participants',
      'anonymousTotal',
      'anonymousAlready',
      'genderCounts',
      'ageCounts',
      'statusCounts',
      'title',
      'level',
      'equipment',
      ...words,
    ],
    askedIn: {
      ...askedOfPlace,
      'anonymous.total': 'anonymousTotal',
      'anonymous.alreadyAccompanied': 'anonymousAlready',
      'anonymous.gender': 'genderCounts',
      'anonymous.ageRange': 'ageCounts',
      'anonymous.status': 'statusCounts',
      anonymous: 'anonymousTotal',
    },
  },
  hors_accompagnement: {
    ...horsAccompagnement,
    judge,
    fields: [
      'scope',
      'date',
      'activity',
      'duration',
      'otherHours',
      'otherMinutes',
      'place',
      'placeCommune',
      'title',
      ...words,
    ],
    askedIn: askedOfPlace,
  },
  animation: {
    ...animation,
    judge,
    fields: [
      ...howLong,
      'animationType',
      'otherType',
      'mediators',
      'structures',
      'others',
      'initiative',
      'animationThemes',
      'otherTheme',
      ...words,
    ],
    askedIn: {
      type: 'animationType',
      audience: 'mediators',
      'audience.mediators': 'mediators',
      'audience.structures': 'structures',
      'audience.others': 'others',
    },
  },
  evenement: {
    ...evenement,
    judge,
    fields: [...howLong, 'name', 'eventType', 'otherType', 'organisers', 'attendance', 'scale', ...words],
    askedIn: { type: 'eventType', participants: 'attendance' },
  },
  partenariat: {
    ...partenariat,
    judge,
    fields: [
      'scope',
      'date',
      'name',
      'natures',
      'otherNature',
      'partnerNames',
      'partnerTypes',
      'scale',
      ...words,
    ],
    askedIn: { partners: 'partnerNames' },
  },
}
