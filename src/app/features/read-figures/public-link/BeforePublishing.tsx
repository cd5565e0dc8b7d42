import type { PublicBilan } from '../../../../domain/access/public-link.ts'
import { frenchDayOf } from '../../../../domain/calendar-day.ts'
import { findSensitive, type SensitiveKind } from '../../../../domain/report/sensitive-text.ts'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import { Notice } from '../../../ui/Notice.tsx'

export interface BeforePublishingProps {
  bilan: PublicBilan
  /** Whether these months were published before. */
  isPublished: boolean
}

const looksLike: Readonly<Record<SensitiveKind, string>> = {
  'social-security-number': 'un numéro de sécurité sociale',
  'bank-card': 'un numéro de carte bancaire',
  password: 'un mot de passe',
}

/** What is to be known before it is too late: words go as they are, and figures are counted once for all. */
export function BeforePublishing({ bilan, isPublished }: BeforePublishingProps) {
  const { title, words, figures } = bilan
  const found = findSensitive(`${title}\n${words}`)
  return (
    <Notice tone="warn" announce="never" title="Avant de publier">
      <p>Votre titre et votre texte sont publiés tels quels&nbsp;: n’y nommez aucune personne.</p>
      {found.length > 0 && (
        <p>
          <strong>Votre texte semble contenir {found.map((kind) => looksLike[kind]).join(', ')}.</strong>
        </p>
      )}
      <p>
        {isPublished
          ? `Ces mois sont déjà publiés\u00A0: les chiffres restent ceux comptés le ${formatDayWithYear(frenchDayOf(new Date(figures.countedAt)))}.`
          : 'Les chiffres de ces mois sont comptés une fois pour toutes. Ce qui sera déposé ou corrigé ensuite n’y changera rien, et ces mois ne pourront pas être publiés avec d’autres.'}
      </p>
      <p>
        Ne sont jamais publiés&nbsp;: les noms, les notes, les étiquettes, les lieux d’activité, les communes
        de résidence. Vos filtres ne comptent pas.
      </p>
    </Notice>
  )
}
