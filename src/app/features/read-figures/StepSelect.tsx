import { timeSteps, type TimeStep } from '../../../domain/statistics/timeline.ts'
import { QuietSelect } from '../../ui/QuietSelect.tsx'

export interface StepSelectProps {
  step: TimeStep
  onStep: (step: TimeStep) => void
}

const stepLabels: Readonly<Record<TimeStep, string>> = {
  jour: 'Par jour',
  semaine: 'Par semaine',
  mois: 'Par mois',
}
const options = timeSteps.map((step) => ({ value: step, label: stepLabels[step] }))

/** How long each bar of time is. */
export function StepSelect({ step, onStep }: StepSelectProps) {
  return (
    <span data-print="hide">
      <QuietSelect
        label="Pas de temps"
        options={options}
        value={step}
        onChange={({ target }) => onStep(timeSteps.find((one) => one === target.value) ?? step)}
      />
    </span>
  )
}
