import { useWatch } from 'react-hook-form'
import {
  animationThemeLabels,
  animationTypeLabels,
  initiativeLabels,
} from '../../../../domain/report/activity-nomenclature.ts'
import { audienceMost } from '../../../../domain/report/animation.ts'
import { FieldGroup } from '../../../ui/FieldGroup.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { choicesOf } from '../choices.ts'
import { ManyOfField } from '../ManyOfField.tsx'
import { OneOfField } from '../OneOfField.tsx'
import { CountField } from './CountField.tsx'
import { OtherInWords } from './LineField.tsx'
import styles from './other-kinds.module.css'
import type { KindFieldsProps } from './WorkshopFields.tsx'
import { WordsFields } from './WordsFields.tsx'

/** Of a coordinator's animation. */
export function AnimationFields({ control }: KindFieldsProps) {
  const [type, themes] = useWatch({ control, name: ['animationType', 'animationThemes'] })
  return (
    <Stack>
      <OneOfField
        control={control}
        name="animationType"
        label="Type"
        options={choicesOf(animationTypeLabels)}
        isRequired
      />
      <OtherInWords control={control} name="otherType" isAsked={type === 'autre'} />
      <FieldGroup label="Avec combien de participants">
        <div className={styles.parts}>
          <CountField
            control={control}
            name="mediators"
            label="Conseillers et médiateurs"
            max={audienceMost}
          />
          <CountField control={control} name="structures" label="Structures" max={audienceMost} />
          <CountField control={control} name="others" label="Autres acteurs" max={audienceMost} />
        </div>
      </FieldGroup>
      <OneOfField
        control={control}
        name="initiative"
        label="Origine"
        options={choicesOf(initiativeLabels)}
        isRequired
      />
      <ManyOfField control={control} name="animationThemes" label="Thèmes" labels={animationThemeLabels} />
      <OtherInWords control={control} name="otherTheme" isAsked={themes.includes('autre')} />
      <WordsFields control={control} />
    </Stack>
  )
}
