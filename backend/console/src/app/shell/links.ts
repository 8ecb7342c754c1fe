/** Where the mini-program's page that a message names lies in the console; nothing for what only a phone has. */
export function goal(link: string | undefined): string | undefined {
  if (!link) return undefined
  if (link.startsWith('/console/')) return link.slice('/console'.length)
  const id = new URLSearchParams(link.split('?')[1]).get('id')
  return link.includes('pages/case') && id ? `/cases/${encodeURIComponent(id)}` : undefined
}
