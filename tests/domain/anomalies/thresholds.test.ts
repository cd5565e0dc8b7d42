import { expect, test } from 'vitest'
import { anomalyKinds } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import { ruleVersions } from '../../../src/domain/anomalies/thresholds.ts'

/** What months were judged by. A line is added here with each new version; none is ever changed. */
const written: Readonly<Record<string, readonly unknown[]>> = {
  'filed-twice': [
    {
      noteLikeness: 0.9,
      saidLeast: {
        individuel: 3,
        collectif: 1,
        hors_accompagnement: 0,
        animation: 0,
        evenement: 0,
        partenariat: 0,
      },
      repeated: ['deplacement', 'permanence_sans_visite', 'preparation', 'autre'],
    },
    {
      noteLikeness: 0.9,
      letterLikeness: 0.8,
      secondsOfOne: 10,
      saidLeast: {
        individuel: 3,
        collectif: 1,
        hors_accompagnement: 0,
        animation: 0,
        evenement: 0,
        partenariat: 0,
      },
      repeated: ['deplacement', 'permanence_sans_visite', 'preparation', 'autre'],
    },
  ],
  'long-day': [{ minutes: 600, minutesOfDay: 1440 }],
  'outside-contract': [{}],
  'on-absence': [{}],
  'on-training': [{}],
  'on-holiday': [{}],
  'filed-late': [{ days: 30 }],
  'workshop-of-one': [{ people: 1 }],
  'large-workshop': [
    { times: 2.5, othersOfPlace: 2, othersAnywhere: 4, least: 15 },
    { times: 3, othersOfPlace: 2, othersAnywhere: 4, least: 15 },
  ],
  'same-text': [
    { reports: 10, letters: 20 },
    { reports: 10, letters: 20, isHabitTold: true },
  ],
  'sums-above-total': [{}],
  'unusual-month': [
    { timesMore: 2, timesLess: 5, months: 3, workingDays: 8 },
    { timesMore: 1.8, timesLess: 5, months: 3, workingDays: 5 },
  ],
  silence: [{ workingDays: 10 }, { workingDays: 10, leastOfPartTime: 5 }],
  'untouched-mission': [
    { accompaniments: 30, workingDays: 30 },
    { accompaniments: 30, workingDays: 15 },
  ],
}

test('a number that months were judged by is never changed: a version is added', () => {
  const held = anomalyKinds.map((kind) => [kind, ruleVersions[kind].map(({ thresholds }) => thresholds)])
  expect(Object.fromEntries(held)).toEqual(written)
})
