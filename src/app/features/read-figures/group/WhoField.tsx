import type { AdvisorStanding } from '../../../../domain/access/group-figures.ts'
import type { PersonId } from '../../../../domain/ids.ts'
import { SelectField } from '../../../ui/SelectField.tsx'

export interface WhoFieldProps {
  advisors: readonly AdvisorStanding[]
  /** The one whose figures are asked for; undefined for everybody's. */
  advisor: PersonId | undefined
  onAdvisor: (advisor: PersonId | undefined) => void
}

const everybody = ''

export function WhoField({ advisors, advisor, onAdvisor }: WhoFieldProps) {
  return (
    <SelectField
      label="Qui"
      options={[
        { value: everybody, label: 'Tout le monde' },
        ...advisors.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      value={advisor ?? everybody}
      onChange={({ target }) => onAdvisor(advisors.find(({ id }) => id === target.value)?.id)}
    />
  )
}
