import type { PublicBilan } from '../../../../domain/access/public-link.ts'
import { frenchDayOf } from '../../../../domain/calendar-day.ts'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import styles from '../bilan/bilan.module.css'
import { footNotes } from '../bilan/foot-notes.ts'
import { LinkCode } from './LinkCode.tsx'
import { publicBlocks } from './public-blocks.ts'

/** What a stranger needs to trust it: who says what, how it is counted, what is hidden, when. */
export function PublicFoot({ bilan }: { bilan: PublicBilan }) {
  const { blocks, figures, endsOn, isDemonstration, codeOf, title } = bilan
  // Nothing is said of how blocks are counted where there are none.
  const hasBlocks = (figures.totals.activities ?? 0) > 0
  const shown = publicBlocks.filter(({ name }) => hasBlocks && blocks.includes(name))
  return (
    <footer className={styles.foot}>
      {codeOf !== undefined && (
        <div className={styles.printedCode}>
          <LinkCode url={codeOf} title={title} />
        </div>
      )}
      <p>{footNotes(shown).join(' ')}</p>
      <p>
        Masqué&nbsp;: un nombre de une à quatre personnes n’est pas montré, ni ceux qui permettraient de le
        retrouver par soustraction.
      </p>
      <p>
        Chiffres comptés par Espace Coop le {formatDayWithYear(frenchDayOf(new Date(figures.countedAt)))},
        dans les comptes rendus des conseillers et conseillères numériques. Le titre et le texte sont de la
        personne qui publie. Page ouverte jusqu’au {formatDayWithYear(endsOn)}.
        {isDemonstration && <strong> Démonstration&nbsp;: données inventées.</strong>}
      </p>
    </footer>
  )
}
