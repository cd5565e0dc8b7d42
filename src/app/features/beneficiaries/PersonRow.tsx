import { memo } from 'react'
import { Link } from 'wouter'
import { beneficiaryAddress } from '../../addresses.ts'
import type { LocalPerson } from '../../data/people-of-rows.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { personInShort } from './person-words.ts'

/** One person in a list, who opens. The name comes first, since lists are by name. */
export const PersonRow = memo(function PersonRow({ local: { id, person } }: { local: LocalPerson }) {
  return (
    <Link href={beneficiaryAddress(id)} asChild>
      <ListRow icon="person" title={`${person.name} ${person.firstName}`} detail={personInShort(person)} />
    </Link>
  )
})
