import { onScopeDispose } from 'vue'

/** What one may press, by the key's name as the browser gives it; with Shift as it then reads. */
export type Keys = Record<string, (event: KeyboardEvent) => void>

function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Single keys for the page, as long as the component lives. They rest while somebody writes, or while a window is open. */
export function useKeys(keys: Keys): void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writing(event.target)) return
    if (document.querySelector('dialog[open]')) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act(event)
  }
  document.addEventListener('keydown', press)
  onScopeDispose(() => document.removeEventListener('keydown', press))
}
