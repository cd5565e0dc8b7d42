import type { StructurePerson } from '../../../../domain/access/structure-posts.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { counted } from '../../../ui/format/number.ts'
import { ofPerson } from '../of-person.ts'
import { Notice } from '../../../ui/Notice.tsx'

/** What still waits on somebody's devices for this structure, as these last said. */
export function WaitingReports({ person: { name, waiting, heardOn } }: { person: StructurePerson }) {
  const since = heardOn ? ` (dernières nouvelles le ${formatDayInFigures(heardOn)})` : ''
  if (waiting === null) {
    return (
      <Notice
        tone="info"
        announce="never"
        title={`On ne sait pas ce qui attend sur les appareils ${ofPerson(name)}${since}.`}
      >
        Un de ses appareils a une version ancienne d’Espace Coop. Demandez-lui de l’ouvrir avec du réseau
        avant son départ. L’envoi reste possible pendant 90 jours après le dernier jour.
      </Notice>
    )
  }
  if (waiting === 0) {
    return (
      <Notice
        tone={heardOn ? 'good' : 'info'}
        announce="never"
        title={
          heardOn
            ? `Rien n’attend sur les appareils ${ofPerson(name)}${since}.`
            : `Aucun appareil ${ofPerson(name)} ne s’est encore manifesté.`
        }
      >
        Si des comptes rendus restent à finir, ils pourront être envoyés pendant 90 jours après le dernier
        jour.
      </Notice>
    )
  }
  return (
    <Notice
      tone="warn"
      announce="never"
      title={`${counted(waiting, 'enregistrement attend', 'enregistrements attendent')} sur les appareils ${ofPerson(name)}${since}.`}
    >
      Demandez-lui d’ouvrir Espace Coop avec du réseau avant son départ. L’envoi reste possible pendant 90
      jours après le dernier jour.
    </Notice>
  )
}
