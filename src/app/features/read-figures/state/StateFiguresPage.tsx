import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { nation as wholeNation } from '../../../../domain/needs/territory-key.ts'
import {
  departmentCodes,
  departmentName,
  type DepartmentCode,
} from '../../../../domain/territory/departments.ts'
import { addresses } from '../../../addresses.ts'
import { stateFiguresAddress } from '../../../later-addresses.ts'
import {
  fetchStateFigures,
  keepStateFigures,
  readKeptStateFigures,
  type StateFiguresQuestion,
} from '../../../data/state-figures.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { Status } from '../../../ui/Status.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { blockDefinitions } from '../block-definitions.ts'
import { CountingState } from '../CountingState.tsx'
import { Definitions } from '../Definitions.tsx'
import { DownloadFigures } from '../DownloadFigures.tsx'
import type { FilterFields } from '../FigureFilters.tsx'
import { periodTitle } from '../period-words.ts'
import styles from '../read-figures.module.css'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { Departments } from './Departments.tsx'
import { stateFile } from './state-file.ts'
import { wholeMonthsOf } from './state-months.ts'
import { StatePeriodField } from './StatePeriodField.tsx'
import { StateFilters, stateValuesOf } from './StateFilters.tsx'
import { StateBreakdown } from './StateBreakdown.tsx'
import { StateTime } from './StateTime.tsx'
import { StateTotals } from './StateTotals.tsx'
import { needsAddress } from '../needs/needs-address.ts'

export interface StateFiguresPageProps extends FilterFields {
  remit: SignedInPerson['state']
  /** Undefined for the nation. */
  department: DepartmentCode | undefined
}

/** What advisors did in the nation, or in a department, for who reads it for the State. */
export function StateFiguresPage({ remit, department, ...fields }: StateFiguresPageProps) {
  if (!remit) return <NotYours />
  // Whoever reads one department begins there.
  const own = departmentCodes.find((code) => code === remit.department)
  return <FiguresOf isNational={remit.department === null} department={department ?? own} {...fields} />
}

const countedByServer = {
  fetch: (question: StateFiguresQuestion) => fetchStateFigures(question),
  fetchEarly: fetchStateFigures,
  keep: keepStateFigures,
  readKept: readKeptStateFigures,
}

interface FiguresOfProps extends FilterFields {
  isNational: boolean
  department: DepartmentCode | undefined
}

function FiguresOf({ isNational, department, ...fields }: FiguresOfProps) {
  const today = useToday()
  const search = useSearch()
  const [question, setQuestion] = useFiguresQuestion()
  const months = useMemo(() => wholeMonthsOf(question.when, today), [question.when, today])
  const view = useServerAnswer(
    useMemo(
      () => ({ department, values: stateValuesOf(question.values), months }),
      [department, question.values, months],
    ),
    countedByServer,
  )
  const { answer: figures } = view
  const name = department === undefined ? 'France entière' : `${departmentName(department)} (${department})`
  const addressOf = (code: DepartmentCode | undefined) =>
    search === '' ? stateFiguresAddress(code) : `${stateFiguresAddress(code)}?${search}`
  return (
    <Page
      title={name}
      documentTitle={`Chiffres, ${name}`}
      wide
      lead={`${periodTitle(figures?.period ?? months)}, par tous les comptes rendus reçus.`}
      back={{ href: isNational && department !== undefined ? addressOf(undefined) : addresses.home }}
    >
      <Stack gap="section">
        <div className={styles.period} data-print="hide">
          <StatePeriodField
            when={question.when}
            months={months}
            today={today}
            onWhen={(when) => setQuestion({ ...question, when, step: undefined })}
          />
          {isNational && <TerritoryField department={department} addressOf={addressOf} />}
        </div>
        <StateFilters
          {...fields}
          view={view}
          values={stateValuesOf(question.values)}
          onValues={(values) => setQuestion({ ...question, values: stateValuesOf(values) })}
        />
        {/* How old figures are is said once all of them are there. */}
        <CountingState view={{ ...view, answer: figures?.isWhole === false ? undefined : figures }} />
        <VisuallyHidden>
          <Status>{view.phase === 'read' && 'Les chiffres sont affichés.'}</Status>
        </VisuallyHidden>
        {figures && (
          <FiguresRead name={name} figures={figures} filters={view.of?.values ?? []} addressOf={addressOf} />
        )}
        <p>
          Un nombre de moins de cinq personnes est masqué, et avec lui ce qui permettrait de le retrouver.
          C’est pourquoi la période est faite de mois entiers, et qu’un nombre peut être masqué pour un mois
          et montré pour un trimestre ou une année. Rien n’est montré en dessous du département.
        </p>
        <p data-print="hide">
          <Link
            href={needsAddress(
              department === undefined ? wholeNation : { kind: 'departement', code: department },
            )}
          >
            Voir les besoins des habitants, par commune et intercommunalité
          </Link>
        </p>
        <Definitions countedBy="server" />
      </Stack>
    </Page>
  )
}

interface FiguresReadProps {
  /** Those that the figures answer to. */
  filters: readonly FacetValue[]
  /** Of the territory. */
  name: string
  figures: StateFigures
  addressOf: (code: DepartmentCode | undefined) => string
}

function FiguresRead({ filters, name, figures, addressOf }: FiguresReadProps) {
  const { totals, departments } = figures
  if (totals.activities === 0) {
    return (
      <EmptyState icon="chart" title="Aucune activité sur cette période.">
        Choisissez une autre période, ou un autre territoire.
      </EmptyState>
    )
  }
  if (totals.activities === null) {
    return (
      <EmptyState icon="lock" title="Trop peu de personnes pour être montré.">
        {filters.length > 0
          ? 'Moins de cinq personnes répondent à ces filtres, ou n’y répondent pas\u00A0: les montrer dirait quelque chose d’elles.'
          : 'Moins de cinq accompagnements ont eu lieu ici sur cette période.'}
      </EmptyState>
    )
  }
  return (
    <>
      <section>
        <h2>
          <VisuallyHidden>Totaux</VisuallyHidden>
        </h2>
        <StateTotals figures={figures} />
      </section>
      {departments && <Departments departments={departments} addressOf={addressOf} />}
      <section>
        <h2>
          <VisuallyHidden>Répartitions</VisuallyHidden>
        </h2>
        <div className={styles.blocks}>
          <StateTime figures={figures} />
          {blockDefinitions.map((block) => (
            <StateBreakdown key={block.name} block={block} figures={figures} />
          ))}
        </div>
      </section>
      {figures.isWhole ? (
        <div data-print="hide">
          <Row>
            <Button icon="print" onClick={() => window.print()}>
              Imprimer
            </Button>
            <DownloadFigures file={() => stateFile(name, figures, filters)} />
          </Row>
        </div>
      ) : (
        <div className={styles.pendingActions} />
      )}
    </>
  )
}

interface TerritoryFieldProps {
  department: DepartmentCode | undefined
  addressOf: (code: DepartmentCode | undefined) => string
}

const nation = ''

function TerritoryField({ department, addressOf }: TerritoryFieldProps) {
  const [, navigate] = useLocation()
  return (
    <SelectField
      label="Territoire"
      options={[
        { value: nation, label: 'France entière' },
        ...departmentCodes.map((code) => ({
          value: code as string,
          label: `${code} ${departmentName(code)}`,
        })),
      ]}
      value={department ?? nation}
      onChange={({ target }) => navigate(addressOf(departmentCodes.find((code) => code === target.value)))}
    />
  )
}

function NotYours() {
  return (
    <Page title="Chiffres" back={{ href: addresses.home }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à ces chiffres.">
        Ils sont montrés aux personnes qui les lisent pour l’État.
      </EmptyState>
    </Page>
  )
}
