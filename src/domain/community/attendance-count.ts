import type { Attendance } from './attendance.ts'

/** Of the events that concerned somebody and are over, at how many they were. */
export interface AttendanceCount {
  readonly invited: number
  readonly there: number
  readonly notThere: number
  /** Of which nobody has said: no absence. */
  readonly unknown: number
}

/** Of what is known of each event, whoever said it. */
export function countAttendances(attendances: readonly Pick<Attendance, 'wasThere'>[]): AttendanceCount {
  const count = (said: Attendance['wasThere']) =>
    attendances.filter(({ wasThere }) => wasThere === said).length
  return { invited: attendances.length, there: count(true), notThere: count(false), unknown: count(null) }
}
