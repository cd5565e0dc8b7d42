import type { ReactNode } from 'react'
import type { ScopeNews } from '../../data/scope-news.ts'
import { Notice, type NoticeProps } from '../../ui/Notice.tsx'
import { scopeNewsWords } from './scope-news-words.ts'

export interface ScopeNewsNoticeProps extends Pick<NoticeProps, 'announce' | 'onDismiss'> {
  news: ScopeNews
  actions?: ReactNode
}

/** One structure that left, came back or closed, and what becomes of what is on this device. */
export function ScopeNewsNotice({ news, ...notice }: ScopeNewsNoticeProps) {
  const { title, sentences } = scopeNewsWords(news)
  return (
    <Notice tone={news.kind === 'withdrawn' ? 'warn' : 'info'} title={title} {...notice}>
      {sentences.join(' ')}
    </Notice>
  )
}
