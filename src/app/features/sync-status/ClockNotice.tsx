import { Notice } from '../../ui/Notice.tsx'

const worthSayingMs = 10 * 60_000

/** A clock that is wrong gives wrong days; it never prevents sending (sync.md 3.11). */
export function ClockNotice({ offsetMs }: { offsetMs: number | null }) {
  if (offsetMs === null || Math.abs(offsetMs) <= worthSayingMs) return null
  return (
    <Notice
      tone="warn"
      announce="never"
      title={`L’horloge de cet appareil ${offsetMs > 0 ? 'retarde' : 'avance'}.`}
    >
      L’envoi fonctionne quand même, mais «&nbsp;aujourd’hui&nbsp;» pourrait être un autre jour. Réglez la
      date et l’heure de l’appareil, de préférence en automatique.
    </Notice>
  )
}
