import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { recruitmentStepLabels } from '../../../../domain/commitments/post-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import type { PostSectionProps } from './PostSection.tsx'

/** What moved since the post is vacant, by day. */
export function Steps({ post, structureId, since, onOpen }: PostSectionProps & { since: CalendarDay }) {
  const steps = post.life.steps.filter((one) => one.structure === structureId && one.day >= since)
  return (
    <div>
      <h3 id={`steps-${post.id}`}>Recrutement</h3>
      {steps.length === 0 ? (
        <p>Aucune étape n’est notée depuis que le poste est vacant.</p>
      ) : (
        <List labelledBy={`steps-${post.id}`}>
          {steps.map((step) => (
            <ListRow
              key={step.id}
              icon="check"
              title={recruitmentStepLabels[step.step]}
              detail={step.words}
              end={formatDayInFigures(step.day)}
              actions={
                onOpen && (
                  <Button
                    variant="quiet"
                    icon="trash"
                    iconOnly
                    onClick={() => onOpen({ kind: 'withdraw', post, fact: step })}
                  >
                    Retirer <VisuallyHidden>{recruitmentStepLabels[step.step]}</VisuallyHidden>
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
    </div>
  )
}
