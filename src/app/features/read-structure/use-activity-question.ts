import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import {
  readActivityQuery,
  type ActivityQuestion,
  type ReadActivityQuery,
} from '../../../domain/access/activity-query.ts'
import { queryOfActivities } from '../../data/activity-address.ts'

/** What is asked of the list, kept in the address: coming back, or opening it again, asks the same. */
export function useActivityQuestion(): [ReadActivityQuery, (question: ActivityQuestion) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const read = useMemo(() => readActivityQuery(new URLSearchParams(search)), [search])
  const ask = (question: ActivityQuestion) => {
    const query = queryOfActivities(question)
    navigate(query === '' ? path : `${path}?${query}`, { replace: true, state: history.state })
  }
  return [read, ask]
}
