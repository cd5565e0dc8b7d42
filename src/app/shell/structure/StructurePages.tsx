import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import type { Membership, SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { calendarMonthSchema, type CalendarMonth } from '../../../domain/calendar-month.ts'
import { documentIdSchema, scopeIdSchema, structureIdSchema } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'
import {
  CheckMonthPage,
  CommitmentsPage,
  DeparturePage,
  HandOverSheetPage,
  MonthsPage,
  NotFoundPage,
  QuestionsPage,
  RecruitingPage,
  StructureAbsencesPage,
  StructureAccessPage,
  StructureBilanPage,
  StructureCommunityPage,
  StructureFiguresPage,
  StructureKitPage,
  StructureTrainingPage,
  StructurePage,
  StructurePublishPage,
  StructureReadingsPage,
  StructureRemindersPage,
  StructureTimePage,
  VouchPage,
} from '../lazy-pages.ts'
import { StructureFrame } from './StructureFrame.tsx'

export interface StructurePagesProps {
  /** As the address says it. */
  structureId: string
  person: SignedInPerson
}

/** The pages of one structure, by what follows its address (`structure-sections.ts` is their menu). */
export function StructurePages({ structureId: typed, person }: StructurePagesProps) {
  const { memberships } = person
  const parsed = structureIdSchema.safeParse(typed)
  if (!parsed.success) return <NotFoundPage />
  const structureId = parsed.data
  const membership = memberships.find((own) => own.structureId === structureId)
  const start = <StructurePage structureId={structureId} memberships={memberships} />
  // What is said to whoever reads no such structure is said by the page that it opens on.
  const forMember = (page: (own: Membership) => ReactNode) => (membership ? page(membership) : start)
  const at = (section: string) => `${structureAddress(structureId)}/${section}`
  const pages = (
    <Switch>
      <Route path={structureAddress(structureId)}>{start}</Route>
      <Route path={at('chiffres')}>
        {forMember((own) => (
          <StructureFiguresPage membership={own} />
        ))}
      </Route>
      <Route path={at('acces')}>
        {forMember((own) => (
          <StructureAccessPage membership={own} own={person.id} />
        ))}
      </Route>
      <Route path={at('absences')}>
        {forMember((own) => (
          <StructureAbsencesPage membership={own} />
        ))}
      </Route>
      <Route path={at('questions')}>
        {forMember((own) => (
          <QuestionsPage membership={own} />
        ))}
      </Route>
      <Route path={at('lectures')}>
        {forMember((own) => (
          <StructureReadingsPage membership={own} />
        ))}
      </Route>
      <Route path={at('relances')}>
        {forMember((own) => (
          <StructureRemindersPage membership={own} />
        ))}
      </Route>
      <Route path={at('recrutement')}>
        {forMember((own) => (
          <RecruitingPage membership={own} />
        ))}
      </Route>
      <Route path={at('engagements')}>
        {forMember((own) => (
          <CommitmentsPage membership={own} />
        ))}
      </Route>
      <Route path={at('bilan/:model?')}>
        {({ model }: { model?: string }) =>
          forMember((own) => (
            <StructureBilanPage membership={own} modelName={model} notFound={<NotFoundPage />} />
          ))
        }
      </Route>
      <Route path={at('lien/:model?')}>
        {({ model }: { model?: string }) =>
          forMember((own) => (
            <StructurePublishPage membership={own} modelName={model} notFound={<NotFoundPage />} />
          ))
        }
      </Route>
      <Route path={at('regard/:month?')}>
        {({ month }: { month?: string }) =>
          forMember((own) =>
            ofMonth(month, (one) => <CheckMonthPage key={month} membership={own} month={one} />),
          )
        }
      </Route>
      <Route path={at('mois/:month?')}>
        {({ month }: { month?: string }) =>
          forMember((own) =>
            ofMonth(month, (one) =>
              one === undefined ? (
                <MonthsPage membership={own} />
              ) : (
                <VouchPage key={month} membership={own} month={one} name={nameOf(person)} />
              ),
            ),
          )
        }
      </Route>
      <Route path={at('formation')}>
        {forMember((own) => (
          <StructureTrainingPage membership={own} />
        ))}
      </Route>
      <Route path={at('communaute')}>
        {forMember((own) => (
          <StructureCommunityPage membership={own} />
        ))}
      </Route>
      <Route path={at('temps')}>
        {forMember((own) => (
          <StructureTimePage membership={own} />
        ))}
      </Route>
      <Route path={at('equipement')}>
        {forMember((own) => (
          <StructureKitPage membership={own} />
        ))}
      </Route>
      <Route path={at('equipement/:scope')}>
        {({ scope }: { scope: string }) =>
          forMember((own) => {
            const read = scopeIdSchema.safeParse(scope)
            return read.success ? (
              <HandOverSheetPage key={scope} membership={own} scope={read.data} />
            ) : (
              <NotFoundPage />
            )
          })
        }
      </Route>
      <Route path={at('depart/:scope')}>
        {({ scope }: { scope: string }) =>
          forMember((own) => {
            const read = scopeIdSchema.safeParse(scope)
            return read.success ? (
              <DeparturePage key={scope} membership={own} scope={read.data} />
            ) : (
              <NotFoundPage />
            )
          })
        }
      </Route>
      <Route path={at('activites/:id')}>
        {({ id }: { id: string }) => {
          const read = documentIdSchema.safeParse(id)
          return read.success ? (
            <StructurePage {...{ structureId, memberships }} openId={read.data} />
          ) : (
            <NotFoundPage />
          )
        }}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  )
  return membership ? (
    <StructureFrame memberships={memberships} of={membership}>
      {pages}
    </StructureFrame>
  ) : (
    pages
  )
}

/** The page of a month, or of none where the address says none; not found where what it says is no month. */
function ofMonth(
  typed: string | undefined,
  page: (month: CalendarMonth | undefined) => ReactNode,
): ReactNode {
  if (typed === undefined) return page(undefined)
  const read = calendarMonthSchema.safeParse(typed)
  return read.success ? page(read.data) : <NotFoundPage />
}

function nameOf({ givenName, familyName }: SignedInPerson): string {
  return `${givenName} ${familyName}`.trim()
}
