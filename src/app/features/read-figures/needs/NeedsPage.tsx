import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import type { StateNeeds } from '../../../../domain/access/state-needs.ts'
import { nation, type TerritoryName } from '../../../../domain/needs/territory-key.ts'
import { isDepartmentCode, type DepartmentCode } from '../../../../domain/territory/departments.ts'
import { addresses } from '../../../addresses.ts'
import { stateFiguresAddress } from '../../../later-addresses.ts'
import { fetchStateNeeds, keepStateNeeds, readKeptStateNeeds } from '../../../data/state-needs.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { CountingState } from '../CountingState.tsx'
import { DownloadFigures } from '../DownloadFigures.tsx'
import figureStyles from '../read-figures.module.css'
import { AboveLinks } from './AboveLinks.tsx'
import styles from './needs.module.css'
import { needsBlocks } from './needs-blocks.ts'
import { NeedsBlock } from './NeedsBlock.tsx'
import { needsFile } from './needs-file.ts'
import { NeedsMap } from './NeedsMap.tsx'
import { NeedsRules } from './NeedsRules.tsx'
import { NeedsTotals } from './NeedsTotals.tsx'
import { TerritorySearch } from './TerritorySearch.tsx'
import { TerritoryTables } from './TerritoryTables.tsx'
import { needsAddress } from './needs-address.ts'

export interface NeedsPageProps {
  remit: SignedInPerson['state']
  /** Undefined where the address names none. */
  territory: TerritoryName | undefined
}

/** What inhabitants come for and what stays without an answer, territory by territory, for who reads it for the State. */
export function NeedsPage({ remit, territory }: NeedsPageProps) {
  if (!remit) return <NotYours />
  // Whoever reads one department begins there.
  const own: TerritoryName =
    remit.department === null ? nation : { kind: 'departement', code: remit.department }
  return <NeedsOf own={own} territory={territory ?? own} />
}

const told = { fetch: fetchStateNeeds, keep: keepStateNeeds, readKept: readKeptStateNeeds }

function NeedsOf({ own, territory }: { own: TerritoryName; territory: TerritoryName }) {
  const year = yearIn(useSearch())
  const { kind, code } = territory
  const view = useServerAnswer(
    useMemo(() => ({ territory: { kind, code }, year }), [kind, code, year]),
    told,
  )
  const { answer: figures, phase } = view
  const isBeginning = own.kind === kind && own.code === code
  const name = figures?.territory.name
  return (
    <Page
      title={name ?? 'Besoins des habitants'}
      documentTitle={name === undefined ? 'Besoins des habitants' : `Besoins, ${name}`}
      wide
      lead={figures?.edition ? `Les besoins des habitants en ${figures.edition.year}.` : undefined}
      back={{ href: isBeginning ? addresses.home : needsAddress(own, year) }}
    >
      <Stack gap="section">
        {figures && <AboveLinks needs={figures} year={year} />}
        <div className={`${figureStyles.period ?? ''} ${styles.choices ?? ''}`} data-print="hide">
          <TerritorySearch year={year} />
          {figures && figures.years.length > 0 && <YearField needs={figures} territory={territory} />}
        </div>
        {phase === 'forbidden' ? (
          <EmptyState icon="lock" title="Ce territoire ne peut pas être lu.">
            Il n’existe pas, cette année n’est pas encore publiée, ou ce n’est pas l’un des vôtres.
          </EmptyState>
        ) : (
          phase !== 'read' && <CountingState view={{ phase, answer: agedAnswer(figures) }} />
        )}
        {figures && <NeedsRead needs={figures} year={year} />}
        <NeedsRules madeAt={figures?.edition?.madeAt} />
      </Stack>
    </Page>
  )
}

function yearIn(search: string): number | undefined {
  const year = new URLSearchParams(search).get('annee')
  return year !== null && /^\d{4}$/.test(year) ? Number(year) : undefined
}

function agedAnswer(needs: StateNeeds | undefined): { countedAt: string } | undefined {
  return needs?.edition ? { countedAt: needs.edition.madeAt } : undefined
}

function YearField({
  needs: { years, edition },
  territory,
}: {
  needs: StateNeeds
  territory: TerritoryName
}) {
  const [, navigate] = useLocation()
  return (
    <SelectField
      label="Année"
      options={years.map((year) => ({ value: String(year), label: String(year) }))}
      value={String(edition?.year ?? years[0])}
      onChange={({ target }) => navigate(needsAddress(territory, Number(target.value)))}
    />
  )
}

function NeedsRead({ needs, year }: { needs: StateNeeds; year: number | undefined }) {
  const { edition, territory } = needs
  if (edition === null) {
    return (
      <EmptyState icon="chart" title="Aucune année n’est encore publiée.">
        Une année l’est à partir du 1er&nbsp;février qui la suit, quand des comptes rendus la racontent.
      </EmptyState>
    )
  }
  const { now } = edition
  return (
    <>
      <section>
        <h2>
          <VisuallyHidden>Totaux</VisuallyHidden>
        </h2>
        <NeedsTotals territory={territory} edition={edition} />
      </section>
      {territory.kind === 'france' && (
        <NeedsMap
          rows={edition.within}
          addressOf={(code) => needsAddress({ kind: 'departement', code }, year)}
        />
      )}
      <section aria-labelledby="besoins">
        <h2 id="besoins">Ce que les habitants viennent chercher</h2>
        <WhatIsMissing now={now} territory={territory} />
        <div className={`${figureStyles.blocks ?? ''} ${styles.under ?? ''}`}>
          {needsBlocks.map((block) => (
            <NeedsBlock key={block.facet} block={block} edition={edition} />
          ))}
        </div>
      </section>
      <TerritoryTables edition={edition} year={year} />
      <div data-print="hide">
        <Row>
          <Button icon="print" onClick={() => window.print()}>
            Imprimer
          </Button>
          <DownloadFigures file={() => needsFile(territory, edition)} />
        </Row>
      </div>
      {(territory.kind === 'france' || territory.kind === 'departement') && (
        <p data-print="hide">
          <Link href={stateFiguresAddress(departmentIn(territory))}>
            Voir tous les chiffres d’activité, à toutes les dates
          </Link>
        </p>
      )}
    </>
  )
}

function departmentIn({ kind, code }: StateNeeds['territory']): DepartmentCode | undefined {
  return kind === 'departement' && isDepartmentCode(code) ? code : undefined
}

/** Why there is less than one might look for. */
function WhatIsMissing({
  now,
  territory,
}: {
  now: NonNullable<StateNeeds['edition']>['now']
  territory: StateNeeds['territory']
}) {
  if (now.accompaniments === 0) return <p>Aucun accompagnement n’a eu lieu ici cette année-là.</p>
  if (Object.keys(now.values).length > 0) return null
  const isWhole =
    territory.kind === 'france' || territory.kind === 'region' || territory.kind === 'departement'
  return (
    <p>
      {isWhole
        ? 'Trop peu d’accompagnements ont eu lieu ici pour en donner le détail.'
        : 'Le détail n’est pas donné pour ce territoire\u00A0: il y a eu trop peu d’accompagnements, ou ils permettraient de retrouver ceux d’un territoire voisin. Celui du département est publié.'}
    </p>
  )
}

function NotYours() {
  return (
    <Page title="Besoins des habitants" back={{ href: addresses.home }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à ces chiffres.">
        Ils sont montrés aux personnes qui les lisent pour l’État.
      </EmptyState>
    </Page>
  )
}
