import { useEffect, useState, type Dispatch, type SetStateAction } from 'react'
import { useLocation, useSearch } from 'wouter'
import { questionOfQuery, queryOfQuestion, type FiguresQuestion } from './figures-question.ts'

/** How long after the last choice the address says it: browsers allow few changes of it. */
const addressAfterMs = 400

/** What is asked for, and kept in the address: coming back from a list finds the same figures. */
export function useFiguresQuestion(): [FiguresQuestion, Dispatch<SetStateAction<FiguresQuestion>>] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const [question, setQuestion] = useState(() => questionOfQuery(search))
  const wanted = queryOfQuestion(question)
  useEffect(() => {
    if (wanted === queryOfQuestion(questionOfQuery(search))) return undefined
    const timer = setTimeout(
      () => navigate(wanted === '' ? path : `${path}?${wanted}`, { replace: true, state: history.state }),
      addressAfterMs,
    )
    return () => clearTimeout(timer)
  }, [wanted, search, path, navigate])
  return [question, setQuestion]
}
