import {
  permittedActivitySchema,
  type PermittedActivity,
} from '../../src/domain/access/permitted-activity.ts'
import { aDocumentId, aPersonId } from './an-id.ts'

/** An activity as its employer may read it, with what the test is about. */
export function aPermittedActivity(fields: Record<string, unknown> = {}): PermittedActivity {
  return permittedActivitySchema.parse({
    id: aDocumentId(),
    advisorId: aPersonId(),
    advisorName: 'Awa Diallo',
    kind: 'individuel',
    title: null,
    participants: null,
    level: null,
    activity: null,
    eventType: null,
    otherType: null,
    organisers: [],
    scale: null,
    structureTags: [],
    date: '2026-11-20',
    minutes: 45,
    placeKind: 'lieu_activite',
    placeName: 'Médiathèque',
    commune: '09261',
    communeName: 'Saint-Girons',
    themes: ['email'],
    administrativeThemes: [],
    procedureName: null,
    equipment: [],
    autonomy: null,
    oriented: null,
    orientation: null,
    unmetNeeds: [],
    sharedNote: null,
    filedOn: '2026-11-20',
    ...fields,
  })
}
