import { Link } from 'wouter'
import { departmentName, isDepartmentCode } from '../../../domain/territory/departments.ts'
import {
  apiAccessAddress,
  firstRequestsAddress,
  stateEventsAddress,
  stateFiguresAddress,
  stateReadinessAddress,
  stateVouchedAddress,
  stateRemindersAddress,
  statePostsAddress,
} from '../../later-addresses.ts'
import { addresses } from '../../addresses.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'

/** The way to what somebody reads for the State. */
export function StateSpace({ department }: { department: string | null }) {
  const own = department !== null && isDepartmentCode(department) ? department : undefined
  return (
    <section aria-labelledby="etat">
      <h2 id="etat">Pour l’État</h2>
      <List labelledBy="etat">
        <Link href={stateFiguresAddress(own)} asChild>
          <ListRow
            icon="chart"
            title={own === undefined ? 'France entière' : departmentName(own)}
            detail={own === undefined ? 'Les chiffres, et par département' : 'Les chiffres du département'}
          />
        </Link>
        <Link href={statePostsAddress} asChild>
          <ListRow icon="building" title="Postes" detail="Occupés, vacants, rendus, et les échéances" />
        </Link>
        <Link href={stateReadinessAddress} asChild>
          <ListRow
            icon="check"
            title="Formation et équipement"
            detail="Combien de personnes sont formées, certifiées, équipées"
          />
        </Link>
        <Link href={stateEventsAddress} asChild>
          <ListRow
            icon="people"
            title="Vie de la communauté"
            detail="Publier des webinaires, des rencontres, des formations"
          />
        </Link>
        <Link href={firstRequestsAddress} asChild>
          <ListRow
            icon="lock"
            title="Demandes d’accès"
            detail="La première personne responsable d’une structure"
          />
        </Link>
        <Link href={stateVouchedAddress} asChild>
          <ListRow
            icon="calendar"
            title="Mois attestés"
            detail="Les structures qui ont attesté, et les autres"
          />
        </Link>
        <Link href={stateRemindersAddress} asChild>
          <ListRow
            icon="calendar"
            title="Relances"
            detail="Les postes sans activité depuis un mois et demi"
          />
        </Link>
        <Link href={addresses.needs} asChild>
          <ListRow
            icon="list"
            title="Besoins des habitants"
            detail={
              own === undefined
                ? 'Par région, département, intercommunalité et commune'
                : 'Du département, par intercommunalité et commune'
            }
          />
        </Link>
        <Link href={addresses.openData} asChild>
          <ListRow icon="download" title="Données ouvertes" detail="Les chiffres publiés, par année" />
        </Link>
        <Link href={apiAccessAddress} asChild>
          <ListRow icon="lock" title="Accès des autres systèmes" detail="Jetons de l’interface de lecture" />
        </Link>
      </List>
    </section>
  )
}
