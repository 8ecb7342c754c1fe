/** What a step asks for here: a note, a reason, or more than a desk without a camera has. */
export type Asks = 'note' | 'reason' | 'more'

const REASON = new Set([
  'send-back', 'reject', 'object', 'refute', 'return', 'refuse', 'supervise', 'decline-extension', 'overturn', 'disapprove',
  'return-task', 'unmerge',
])
const NOTE = new Set([
  'accept', 'confirm', 'dispatch', 'sign', 'sign-task', 'pass', 'grant-extension', 'resume', 'uphold', 'approve', 'offer', 'take-over',
])

export function asks(step: string): Asks {
  if (REASON.has(step)) return 'reason'
  return NOTE.has(step) ? 'note' : 'more'
}
