const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A fresh `Idempotency-Key`: 24 characters, time first so that logs sort. */
export function newKey(): string {
  let tail = ''
  while (tail.length < 15) tail += alphabet[Math.floor(Math.random() * alphabet.length)]
  return `${Date.now().toString(36)}-${tail}`.slice(0, 24)
}
