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

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const inline = (text: string) => escaped(text).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replace(/\n/g, '<br>')

function blockOf(block: string): string {
  const lines = block.split('\n')
  if (block.startsWith('# ')) return `<h2>${inline(block.slice(2))}</h2>`
  if (lines.every((line) => line.startsWith('> '))) return `<blockquote>${inline(lines.map((line) => line.slice(2)).join('\n'))}</blockquote>`
  if (lines.every((line) => line.startsWith('- '))) return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
  return `<p>${inline(block)}</p>`
}

/** What people type, in the HTML the backend takes: paragraphs, small headings, lists, quotations and bold. */
export function htmlOf(text: string): string {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim())
  return blocks.filter(Boolean).map(blockOf).join('')
}

/** Back again, for editing what was written here or elsewhere. */
export function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?(strong|b)>/g, '**')
    .replace(/<h[23]>/g, '# ')
    .replace(/<blockquote>/g, '> ')
    .replace(/<li>/g, '- ')
    .replace(/<\/li>/g, '\n')
    .replace(/<\/(p|h2|h3|ul|ol|blockquote)>/g, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const articles = {
  drafts: (after?: string) => api.get<Paged<Draft>>('/articles/drafts', { after, limit: 20 }),
  create: (text: ArticleText, key = newKey()) => api.post<Draft>('/articles', text, key),
  update: (id: string, version: number, text: ArticleText) => api.put<Draft>(`/articles/${id}`, { ...text, version }),
  publish: (id: string, version: number) => api.post<Draft>(`/articles/${id}/publish`, { version }),
  withdraw: (id: string, version: number) => api.post<Draft>(`/articles/${id}/withdraw`, { version }),
}
