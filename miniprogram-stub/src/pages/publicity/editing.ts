import { reactive } from 'vue'
import type { Draft } from '@/services/types'

/** The draft that the editing page opens with; none for a new one. */
export const editing = reactive({ draft: undefined as Draft | undefined })

/** What state a draft is in, in words. */
export function stateOf(draft: Draft): { name: string; tone: string; shown: boolean } {
  const state = (draft.state ?? (draft.publishedAt ? 'PUBLISHED' : 'DRAFT')).toUpperCase()
  if (state === 'PUBLISHED') return { name: '已发布', tone: 'good', shown: true }
  if (state === 'WITHDRAWN') return { name: '已撤下', tone: 'bad', shown: false }
  return { name: '草稿', tone: '', shown: false }
}
