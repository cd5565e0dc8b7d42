import { useWatch, type Control } from 'react-hook-form'
import { levelLabels } from '../../../../domain/report/activity-nomenclature.ts'
import { groupMost } from '../../../../domain/report/anonymous-group.ts'
import {
  ageRangeLabels,
  equipmentLabels,
  genderLabels,
  statusLabels,
} from '../../../../domain/report/nomenclature.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { choicesOf } from '../choices.ts'
import type { ReportFormValues } from '../form-values.ts'
import { ManyOfField } from '../ManyOfField.tsx'
import { OneOfField } from '../OneOfField.tsx'
import { ParticipantsField } from '../people/ParticipantsField.tsx'
import { CountField } from './CountField.tsx'
import { LineField } from './LineField.tsx'
import { MarginField } from './MarginField.tsx'
import { countOf, sumOfCounts } from './typed-counts.ts'
import { WordsFields } from './WordsFields.tsx'

export interface KindFieldsProps {
  control: Control<ReportFormValues>
}

/** Of a workshop: how many people, what is known of how many of them, and what may be specified. */
export function WorkshopFields({ control }: KindFieldsProps) {
  const [total, already, genders, ages, statuses] = useWatch({
    control,
    name: ['anonymousTotal', 'anonymousAlready', 'genderCounts', 'ageCounts', 'statusCounts'],
  })
  const most = countOf(total)
  const least = Math.max(countOf(already), ...[genders, ages, statuses].map(sumOfCounts))
  return (
    <Stack>
      <ParticipantsField control={control} />
      <CountField
        control={control}
        name="anonymousTotal"
        label="Participants anonymes"
        min={least}
        max={groupMost}
      />
      {most > 0 && (
        <>
          <CountField control={control} name="anonymousAlready" label="Dont déjà accompagnés" max={most} />
          <MarginField
            control={control}
            name="genderCounts"
            label="Genre"
            labels={genderLabels}
            total={most}
          />
          <MarginField
            control={control}
            name="ageCounts"
            label="Tranche d’âge"
            labels={ageRangeLabels}
            total={most}
          />
          <MarginField
            control={control}
            name="statusCounts"
            label="Statut"
            labels={statusLabels}
            total={most}
          />
        </>
      )}
      <LineField control={control} name="title" label="Titre de l’atelier" hint="Pas de nom de personne." />
      <OneOfField control={control} name="level" label="Niveau" options={choicesOf(levelLabels)} />
      <ManyOfField
        control={control}
        name="equipment"
        label="Matériel"
        labels={equipmentLabels}
        exclusive="aucun"
      />
      <WordsFields control={control} />
    </Stack>
  )
}
