/** The figures of a month that are vouched for, in the order in which they are read, as French says them. */
export const figureLabels = {
  activities: 'Activités',
  accompaniments: 'Accompagnements',
  minutes: 'Heures',
  accompanimentMinutes: 'Heures d’accompagnement',
  eventParticipants: 'Participants à des évènements',
  mission1: 'Mission 1',
  mission2: 'Mission 2',
  mission3: 'Mission 3',
} as const
export type FigureName = keyof typeof figureLabels

// The keys of a literal are those of its type.
export const figureNames = Object.keys(figureLabels) as FigureName[]

export function zeroFigures(): Record<FigureName, number> {
  return {
    activities: 0,
    accompaniments: 0,
    minutes: 0,
    accompanimentMinutes: 0,
    eventParticipants: 0,
    mission1: 0,
    mission2: 0,
    mission3: 0,
  }
}

/** Whether a figure is of minutes, to be said as hours. */
export function isOfMinutes(name: FigureName): boolean {
  return name === 'minutes' || name === 'accompanimentMinutes'
}
