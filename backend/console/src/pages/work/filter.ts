import type { LocationQuery } from 'vue-router'

/** What of the desk somebody wants to see, as it stands in the page's address and as the service is asked. */
export interface Filter {
  queue?: string
  sort?: string
  q?: string
  type?: string
  area?: string
  state?: string
  late?: string
  danger?: string
  supervised?: string
  mine?: string
  assigned?: string
  since?: string
  until?: string
}

const NAMES = ['queue', 'sort', 'q', 'type', 'area', 'state', 'late', 'danger', 'supervised', 'mine', 'assigned', 'since', 'until'] as const

export function filterOf(query: LocationQuery): Filter {
  const named = NAMES.flatMap((name) => {
    const value = query[name]
    return typeof value === 'string' && value ? [[name, value] as const] : []
  })
  return Object.fromEntries(named)
}

/** Without what says nothing. */
export function tidied(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => Boolean(value)))
}

/** How many conditions it has besides queue, order and words. */
export function conditions(filter: Filter): number {
  return Object.keys(tidied(filter)).filter((name) => !['queue', 'sort', 'q'].includes(name)).length
}
