import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { useFacetNames } from '../../../data/react/use-facet-names.ts'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import { formatHours } from '../../../ui/format/duration.ts'
import { formatNumber } from '../../../ui/format/number.ts'
import { definitions } from '../definitions.ts'
import { periodWords } from '../period-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import { BilanBlock, BilanTime } from './BilanBlock.tsx'
import { blocksToChoose, timeBlock } from './bilan-blocks.ts'
import styles from './bilan.module.css'

export interface BilanSheetProps {
  choices: BilanChoices
  asked: AskedFigures
  person: SignedInPerson
  today: CalendarDay
}

/** The page that is handed over, the same on the screen and on paper. */
export function BilanSheet({ choices, asked, person, today }: BilanSheetProps) {
  const names = useFacetNames()
  const { figures, period } = asked
  const structures = [...new Set(person.scopes.map(({ structureName }) => structureName))]
  return (
    <article className={styles.sheet} aria-label={choices.title}>
      <header>
        <h2>{choices.title}</h2>
        <p className={styles.whose}>
          {person.givenName} {person.familyName}, {structures.join(', ')}
          <br />
          Activité {periodWords(period)}
        </p>
      </header>
      {choices.words !== '' && <p className={styles.words}>{choices.words}</p>}
      <dl className={styles.totals}>
        <Total name="Accompagnements" amount={formatNumber(figures.accompaniments)} />
        <Total name="Bénéficiaires" amount={formatNumber(figures.beneficiaries.total)} />
        <Total name="Dont nouveaux" amount={formatNumber(figures.newOnes.total)} />
        <Total name="Heures" amount={formatHours(figures.minutes.total)} />
        <Total name="Activités" amount={formatNumber(figures.activities)} />
      </dl>
      <div className={styles.blocks}>
        {choices.blocks.includes(timeBlock.name) && <BilanTime asked={asked} />}
        {blocksToChoose(figures)
          .filter(({ name }) => choices.blocks.includes(name))
          .map((block) => (
            <BilanBlock key={block.name} block={block} figures={figures} names={names} />
          ))}
      </div>
      <footer className={styles.foot}>
        <p>
          {definitions
            .filter(({ name }) => ['Accompagnements', 'Bénéficiaires', 'Heures'].includes(name))
            .map(({ name, rule }) => `${name}\u00A0: ${rule}`)
            .join(' ')}
        </p>
        <p>Établi avec Espace Coop le {formatDayWithYear(today)}.</p>
      </footer>
    </article>
  )
}

function Total({ name, amount }: { name: string; amount: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  )
}
