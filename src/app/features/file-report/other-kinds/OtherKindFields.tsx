import type { ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import type { ReportKind } from '../../../../domain/report/kinds.ts'
import type { ReportFormValues } from '../form-values.ts'
import { AnimationFields } from './AnimationFields.tsx'
import { EventFields } from './EventFields.tsx'
import { OtherTimeActivity, OtherTimeFields } from './OtherTimeFields.tsx'
import { PartnershipFields } from './PartnershipFields.tsx'
import { WorkshopFields } from './WorkshopFields.tsx'

export interface OtherKindFieldsProps {
  kind: Exclude<ReportKind, 'individuel'>
  control: Control<ReportFormValues>
  /** The questions that several kinds ask, as the form draws them. */
  place: ReactNode
  duration: ReactNode
  themes: ReactNode
}

/** What each kind asks after the day, in the order in which it is read. */
export function OtherKindFields({ kind, control, place, duration, themes }: OtherKindFieldsProps) {
  switch (kind) {
    case 'collectif':
      return (
        <>
          {place}
          {duration}
          {themes}
          <WorkshopFields control={control} />
        </>
      )
    case 'hors_accompagnement':
      return (
        <>
          <OtherTimeActivity control={control} />
          {duration}
          {place}
          <OtherTimeFields control={control} />
        </>
      )
    case 'animation':
      return (
        <>
          {duration}
          <AnimationFields control={control} />
        </>
      )
    case 'evenement':
      return (
        <>
          {duration}
          <EventFields control={control} />
        </>
      )
    case 'partenariat':
      return <PartnershipFields control={control} />
  }
}
