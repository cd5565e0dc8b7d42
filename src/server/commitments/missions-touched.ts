import { missionOfTheme, type Mission } from '../../domain/report/missions.ts'
import type { ReportedWork } from '../store/reported-work.ts'

/** A mission counts once for an accompaniment, however many of its themes are touched (domain.md, "What is counted"). */
export function missionsTouched(work: readonly ReportedWork[]): Record<Mission, number> {
  const touched: Record<Mission, number> = { 1: 0, 2: 0, 3: 0 }
  for (const { accompaniments, themes } of work) {
    // A theme of a newer version belongs to no mission that is known here.
    const missions = new Set(themes?.map((theme) => missionOfTheme[theme as keyof typeof missionOfTheme]))
    for (const mission of missions) if (mission) touched[mission] += accompaniments
  }
  return touched
}
