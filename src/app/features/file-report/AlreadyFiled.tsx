import { useWatch, type Control } from 'react-hook-form'
import { Link } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { minutesOfReport } from '../../../domain/report/accompaniments.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { reportAddress } from '../../addresses.ts'
import { useAlreadyFiled } from '../../data/react/use-already-filed.ts'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { ReportFormValues } from './form-values.ts'

/** Says, before the save, that the same was probably filed already; never stands in the way. */
export function AlreadyFiled({ control, id }: { control: Control<ReportFormValues>; id: DocumentId }) {
  const [kind, date, place, beneficiary, participants, title] = useWatch({
    control,
    name: ['kind', 'date', 'place', 'beneficiary', 'participants', 'title'],
  })
  const people = kind === 'collectif' ? participants.map((one) => one.id) : [beneficiary].filter(Boolean)
  const found = useAlreadyFiled({ id, date, place, people, title: title.trim() })
  if (!found || found.length === 0) return null
  return (
    <Notice tone="warn" title="Déjà déposé&nbsp;?">
      <p>Ce jour-là et à cet endroit, vous avez déposé&nbsp;:</p>
      <ul>
        {found.map(({ id: other, report }) => (
          <li key={other}>
            <Link href={reportAddress(other)}>
              {[reportTitle(report), formatDurationIfAny(minutesOfReport(report))].filter(Boolean).join(', ')}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
