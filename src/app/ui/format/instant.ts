const day = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long' })
const time = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit' })

/** « lundi 23 novembre à 14 h 05 », by the device's clock and time zone. */
export function formatInstant(instant: number): string {
  return `${day.format(instant).replace(/(\d) /, '$1\u00A0')} à\u00A0${formatTime(instant)}`
}

/** « 14 h 05 ». */
export function formatTime(instant: number): string {
  return time.format(instant).replace(':', '\u00A0h\u00A0')
}
