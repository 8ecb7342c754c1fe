import { expect, test } from 'vitest'
import { Gate } from '@/services/gate'

test('no more than the limit run at once, and all run', async () => {
  const gate = new Gate(3)
  let running = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++running)
    await Promise.resolve()
    running--
  }
  await Promise.all(Array.from({ length: 20 }, () => gate.through(work)))
  expect(most).toBe(3)
})

test('work that fails gives its place on', async () => {
  const gate = new Gate(1)
  await expect(gate.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(gate.through(() => Promise.resolve('next'))).resolves.toBe('next')
})
