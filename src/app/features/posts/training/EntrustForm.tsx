import { useState } from 'react'
import type { StructureTraining, TrainedPerson } from '../../../../domain/access/training-on-the-wire.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { entrustAdvisor } from '../../../data/training.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { ofPerson } from '../of-person.ts'
import { SayDialog } from '../SayDialog.tsx'
import { useSaying } from '../use-saying.ts'

export interface EntrustFormProps {
  structureId: StructureId
  person: TrainedPerson
  bodies: StructureTraining['bodies']
  onDone: (words: string) => void
  onClose: () => void
}

/** Which body trains an advisor: it sees them from then on, and the one before doesn't any more. */
export function EntrustForm({ structureId, person, bodies, onDone, onClose }: EntrustFormProps) {
  const { scope } = person
  const [chosen, setChosen] = useState<string>(person.body ?? '')
  const body = bodies.find(({ id }) => id === chosen)?.id ?? null
  const saying = useSaying(() => onDone('C’est noté.'))
  return (
    <SayDialog
      title={`Organisme de formation ${ofPerson(person.name)}`}
      action="Enregistrer"
      {...{ saying, onClose }}
      onSubmit={() => void saying.say({ scope, body }, () => entrustAdvisor(structureId, { scope, body }))}
    >
      <SelectField
        label="Organisme"
        hint="Il verra le nom de cette personne, votre structure et les dates du contrat, et rien d’autre."
        need="optional"
        placeholder="Aucun"
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      />
    </SayDialog>
  )
}
