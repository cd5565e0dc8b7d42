import type { LocalEvent } from '../../../../data/own-events.ts'

/** Where one stands with an event, by one's own word and the coordinator's mark; undefined where nothing is said. */
export function attendanceInWords({ attendance, reportId }: LocalEvent): string | undefined {
  const { plans, wasThere, by, differs } = attendance
  const marked = wasThere ? 'présence notée par la coordination' : 'absence notée par la coordination'
  if (differs) return `${marked}, vous avez dit le contraire`
  if (by === 'coordinator') return marked
  if (reportId) return 'compte rendu déposé'
  if (wasThere !== null) return wasThere ? 'vous y étiez' : 'vous n’y étiez pas'
  if (plans !== null) return plans === 'going' ? 'vous y allez' : 'vous n’y allez pas'
  return undefined
}
