import { missionLabels, missionOfTheme, type Mission } from '../report/missions.ts'
import type { Theme } from '../report/themes.ts'
import { daysOfMonth, quarterOf } from '../calendar-month.ts'
import type { Rule } from './rule.ts'
import { workingDaysIn } from './working-days.ts'

const missions: readonly Mission[] = [1, 2, 3]

/** One of the three missions that no accompaniment of the quarter touched; told with the quarter's last month. */
export const untouchedMission: Rule<'untouched-mission'> = {
  title: 'Missions absentes du trimestre',
  words: ({ accompaniments, workingDays }) =>
    `Une des trois missions n’apparaît dans aucun accompagnement du trimestre (à partir de ${accompaniments}\u00A0accompagnements et de ${workingDays}\u00A0jours ouvrés).`,
  answers: [
    'Cette mission n’a pas été demandée ce trimestre.',
    'Elle sera proposée au trimestre suivant.',
    'Des thématiques vont être complétées.',
  ],
  find(own, { accompaniments, workingDays }) {
    const quarter = quarterOf(own.month)
    if (quarter.to !== daysOfMonth(own.month).to || own.today <= quarter.to) return []
    if (workingDaysIn(quarter, own).length < workingDays) return []
    const before = own.history.quarter
    const count = own.reports.reduce((sum, report) => sum + report.accompaniments, before.accompaniments)
    if (count < accompaniments) return []
    const themes = new Set([...before.themes, ...own.reports.flatMap((report) => report.themes)])
    return missions
      .filter((mission) => !touches(themes, mission))
      .map((mission) => ({
        facts: [quarter.from, mission],
        evidence: [],
        sentence: `Aucun accompagnement du trimestre ne touche la mission «\u00A0${missionLabels[mission]}\u00A0».`,
      }))
  },
}

function touches(themes: ReadonlySet<string>, mission: Mission): boolean {
  // A theme of a newer version is of no mission that is known here.
  return [...themes].some((theme) => missionOfTheme[theme as Theme] === mission)
}
