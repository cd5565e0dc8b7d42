import { useWatch } from 'react-hook-form'
import { partnershipNatureLabels, scaleLabels } from '../../../../domain/report/activity-nomenclature.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { choicesOf } from '../choices.ts'
import { ManyOfField } from '../ManyOfField.tsx'
import { OneOfField } from '../OneOfField.tsx'
import { LineField, OtherInWords } from './LineField.tsx'
import { PartnersField } from './PartnersField.tsx'
import type { KindFieldsProps } from './WorkshopFields.tsx'
import { WordsFields } from './WordsFields.tsx'

/** Of a partnership. */
export function PartnershipFields({ control }: KindFieldsProps) {
  const natures = useWatch({ control, name: 'natures' })
  return (
    <Stack>
      <LineField control={control} name="name" label="Nom du partenariat" hint="Pas de nom de personne." />
      <ManyOfField control={control} name="natures" label="Nature" labels={partnershipNatureLabels} />
      <OtherInWords control={control} name="otherNature" isAsked={natures.includes('autre')} />
      <PartnersField control={control} />
      <OneOfField
        control={control}
        name="scale"
        label="Échelle"
        options={choicesOf(scaleLabels)}
        isRequired
      />
      <WordsFields control={control} />
    </Stack>
  )
}
