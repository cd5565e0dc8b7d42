import type { ReactNode } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { PageFrameProvider, usePageFrame } from '../../ui/page-frame.ts'
import { StructureMenu } from './StructureMenu.tsx'

export interface StructureFrameProps {
  memberships: readonly Membership[]
  /** Of the structure whose pages these are. */
  of: Membership
  children: ReactNode
}

/** Puts the menu of a structure under the header of each of its pages, whichever they are. */
export function StructureFrame({ memberships, of, children }: StructureFrameProps) {
  const frame = usePageFrame()
  const under = (notice: ReactNode) => (
    <>
      <StructureMenu memberships={memberships} of={of} />
      {notice}
    </>
  )
  const notices = {
    notice: under(frame.notice),
    vitalNotice: frame.vitalNotice ? under(frame.vitalNotice) : null,
  }
  return <PageFrameProvider value={{ ...frame, ...notices }}>{children}</PageFrameProvider>
}
