import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { PageFrameProvider, usePageFrame } from '../../ui/page-frame.ts'
import { StructureMenu } from './StructureMenu.tsx'

export interface StructureFrameProps {
  memberships: readonly Membership[]
  children: ReactNode
}

/** Puts the menu of a structure under the header of each of its pages, whichever they are; nothing on others. */
export function StructureFrame({ memberships, children }: StructureFrameProps) {
  const [path] = useLocation()
  const frame = usePageFrame()
  const [, id] = path.startsWith(`${addresses.structure}/`) ? path.slice(1).split('/') : []
  const membership = memberships.find(({ structureId }) => structureId === id)
  if (!membership) return children
  const menu = <StructureMenu memberships={memberships} of={membership} />
  const under = (notice: ReactNode) => (
    <>
      {menu}
      {notice}
    </>
  )
  const notices = {
    notice: under(frame.notice),
    vitalNotice: frame.vitalNotice ? under(frame.vitalNotice) : null,
  }
  return <PageFrameProvider value={{ ...frame, ...notices }}>{children}</PageFrameProvider>
}
