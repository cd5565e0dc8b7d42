import { addMonths } from '../../../domain/calendar-day.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Page } from '../../ui/Page.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { MonthSentence } from './MonthSentence.tsx'

/** What can be said today: this month and the last, and how they are counted. */
export function FiguresPage() {
  const today = useToday()
  return (
    <Page title="Chiffres">
      <Prose>
        <h2>Ce mois-ci</h2>
        <p>
          <MonthSentence day={today} today={today} />
        </p>
        <h2>Le mois dernier</h2>
        <p>
          <MonthSentence day={addMonths(today, -1)} today={today} />
        </p>
        <h2>Comment c’est compté</h2>
        <p>
          Un accompagnement, c’est une personne aidée lors d’une activité. Les heures sont la durée de vos
          activités, au jour où elles ont eu lieu. Tout est calculé sur cet appareil, à partir des comptes
          rendus qui s’y trouvent, qu’ils soient envoyés ou non.
        </p>
        <p>Les répartitions par thématique, par lieu et par public ne sont pas encore dans Espace Coop.</p>
      </Prose>
    </Page>
  )
}
