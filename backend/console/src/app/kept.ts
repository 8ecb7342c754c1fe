import { type Ref, customRef } from 'vue'

/** A choice of this browser that is there again next time; nothing personal. A browser that keeps nothing still works. */
export function kept<T extends string>(name: string, first: T): Ref<T> {
  const key = `quanmin.${name}`
  let value = (read(key) as T | null) ?? first
  return customRef((track, trigger) => ({
    get() {
      track()
      return value
    },
    set(next) {
      value = next
      write(key, next)
      trigger()
    },
  }))
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // It holds until the page is closed.
  }
}
