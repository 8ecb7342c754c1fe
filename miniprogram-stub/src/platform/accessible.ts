/**
 * In a browser `<view>` and the tab bar say nothing about themselves and ignore the keyboard. The components carry roles; this
 * makes Enter and the space bar press what has one, and gives the framework's own tab bar and back button theirs.
 */
const pressed = new Set(['button', 'link', 'tab', 'radio', 'checkbox', 'switch'])

function press(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (!['Enter', ' '].includes(event.key) || !pressed.has(target.getAttribute('role') ?? '')) return
  event.preventDefault()
  target.click()
}

function mark(element: Element, role: string, label?: string): void {
  if (element.getAttribute('role') === role) return
  element.setAttribute('role', role)
  element.setAttribute('tabindex', '0')
  if (label) element.setAttribute('aria-label', label)
}

function markFrame(): void {
  document.querySelectorAll('.uni-tabbar').forEach((each) => each.setAttribute('role', 'tablist'))
  document.querySelectorAll('.uni-tabbar__item').forEach((each) => mark(each, 'tab'))
  document.querySelectorAll('.uni-page-head-btn').forEach((each) => mark(each, 'button', '返回'))
}

export function makeAccessible(): void {
  document.addEventListener('keydown', press)
  new MutationObserver(markFrame).observe(document.body, { childList: true, subtree: true })
  markFrame()
}
