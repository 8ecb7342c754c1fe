/** Where a tap on news leads. Links are pages of this program with their query, without a leading slash. */
const tabs = ['pages/home/index', 'pages/cases/index', 'pages/messages/index', 'pages/me/index']

export function openLink(link: string | undefined): void {
  if (!link) return
  const path = link.replace(/^\//, '')
  const page = path.split('?')[0] as string
  const url = `/${path}`
  if (tabs.includes(page)) uni.switchTab({ url: `/${page}` })
  else uni.navigateTo({ url, fail: () => undefined })
}

export const openCase = (id: string) => openLink(`pages/case/detail?id=${encodeURIComponent(id)}`)
export const openArticle = (id: string) => openLink(`pages/article/detail?id=${encodeURIComponent(id)}`)

/** Back one page, or home when this was the first (opened from a shared link or a message). */
export function goBack(): void {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else uni.switchTab({ url: '/pages/home/index' })
}

/** Pictures may be given from the backend's own root; `<image>` in WeChat wants the whole address. */
export function pictureUrl(base: string, url: string | undefined): string | undefined {
  return url?.startsWith('/') ? base + url : url
}
