/** A field that was not as it should be. */
export interface Violation {
  field: string
  code: string
  message: string
}

/** What the service answered instead of what was asked for (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** The last part of the problem's type, such as `stale-case`; `offline` where nobody answered. */
    readonly kind: string,
    readonly title: string,
    readonly detail: string,
    readonly violations: Violation[] = [],
    /** What else the problem says. */
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail || title)
    this.name = 'Problem'
  }

  get offline(): boolean {
    return this.status === 0
  }

  /** What is wrong with a field, if anything. */
  of(field: string): string | undefined {
    return this.violations.find((each) => each.field === field)?.message
  }
}

interface Written {
  type?: string
  title?: string
  detail?: string
  violations?: Violation[]
}

/** Reads a problem out of an answer that is not as wished. */
export function problemOf(status: number, body: unknown): Problem {
  const written: Written & Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  const { type = '', title = '', detail = '', violations = [], ...more } = written
  return new Problem(status, type.split('/').pop() ?? '', title || `HTTP ${status}`, detail, violations, more)
}

/** Whatever was thrown, as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  return new Problem(0, 'offline', '', thrown instanceof Error ? thrown.message : String(thrown))
}
