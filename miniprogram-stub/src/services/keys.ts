const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A fresh `Idempotency-Key`: 24 characters, time first so that logs sort. */
export function newKey(): string {
  let tail = ''
  while (tail.length < 15) tail += alphabet[Math.floor(Math.random() * alphabet.length)]
  return `${Date.now().toString(36)}-${tail}`.slice(0, 24)
}

/** The same key as long as the same is asked for, so that whoever tries again asks for it once; another for something else. */
export function keyOf(asked: () => unknown): () => string {
  let last = ''
  let key = ''
  return () => {
    const now = JSON.stringify(asked())
    if (now !== last) {
      last = now
      key = newKey()
    }
    return key
  }
}
