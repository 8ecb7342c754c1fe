/** Writing for the city: drafts, covers, publishing and taking back. */
import { api } from './http'
import { newKey } from './keys'
import type { Draft, Paged } from './types'

export interface ArticleText {
  title: string
  summary: string
  body: string
  /** Id of an uploaded photo. */
  cover?: string
}

/** Plain paragraphs as people type them, in the HTML the backend takes. */
export function htmlOf(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => (paragraph.startsWith('# ') ? `<h2>${paragraph.slice(2)}</h2>` : `<p>${paragraph.replace(/\n/g, '<br>')}</p>`))
    .join('')
}

/** Back again, for editing what was written here. */
export function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<h2>/g, '# ')
    .replace(/<\/(p|h2|h3|li|blockquote)>/g, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}

export const articles = {
  drafts: (after?: string) => api.get<Paged<Draft>>('/articles/drafts', { after, limit: 20 }),
  create: (text: ArticleText, key = newKey()) => api.post<Draft>('/articles', text, key),
  update: (id: string, version: number, text: ArticleText) => api.put<Draft>(`/articles/${id}`, { ...text, version }),
  publish: (id: string, version: number) => api.post<Draft>(`/articles/${id}/publish`, { version }),
  withdraw: (id: string, version: number) => api.post<Draft>(`/articles/${id}/withdraw`, { version }),
}
