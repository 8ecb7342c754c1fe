/** What somebody fills in to take a step, and the command that comes of it. */
import type { Schema } from '@/api/client'
import type { FieldName, StepForm } from './steps'

/** A photo chosen for a step; it has an id once it is with the service. */
export interface Sent {
  key: string
  name: string
  address: string
  part: number
  id?: string
  failed?: string
}

export interface Call {
  unit: string
  part: 'LEAD' | 'ASSIST' | 'LEVEL'
  hours?: number
}

export interface Filled {
  note: string
  reason: string
  unit: string
  into: string
  type: string
  difficulty: string
  mode: string
  hours: string
  until: string
  answer: string
  calls: Call[]
  photos: Sent[]
}

export type Taking = Partial<Schema['StepRequest']> & { step: string; version: number }

/** The form before anything is typed: what the rules propose is filled in. */
export function blank(subject: Schema['CaseView'], step: string): Filled {
  const first = step === 'dispatch' ? (subject.linkage?.proposal?.first?.unit?.code ?? subject.suggested?.unit?.code ?? '') : ''
  const empty = { note: '', reason: '', into: '', type: '', difficulty: '', mode: '', hours: '', until: '' }
  return { ...empty, unit: first, answer: subject.answer ?? '', calls: [], photos: [] }
}

/** Whether somebody decides otherwise than the rule proposes. A corrected type is proposed anew, which only the service knows. */
export function overrides(filled: Filled, subject: Schema['CaseView']): boolean {
  const proposal = subject.linkage?.proposal
  if (!proposal || (filled.type && filled.type !== subject.type?.code)) return false
  const harder = filled.difficulty !== '' && filled.difficulty !== proposal.difficulty
  return harder || (filled.mode !== '' && filled.mode !== proposal.mode)
}

function empty(field: FieldName, filled: Filled, step: string): boolean {
  switch (field) {
    case 'photos':
      return filled.photos.length === 0
    case 'hours':
      return !(Number(filled.hours) >= 1)
    case 'task':
      return !filled.unit
    case 'calls':
      return filled.calls.length === 0 || (step === 'whistle' && filled.calls.filter((each) => each.part === 'LEAD').length !== 1)
    case 'grade':
    case 'type':
      return false
    default:
      return !filled[field].trim()
  }
}

/** What still has to be filled in; photos on their way too. */
export function missing(form: StepForm, filled: Filled, step: string, against: boolean): string[] {
  const lacks: string[] = form.must.filter((field) => empty(field, filled, step))
  if (against && !filled.reason.trim()) lacks.push('reason')
  if (filled.photos.some((each) => !each.id)) lacks.push('upload')
  return lacks
}

export function commandOf(step: string, version: number, form: StepForm, filled: Filled): Taking {
  const has = (field: FieldName) => form.fields.includes(field)
  const text = (value: string) => value.trim() || undefined
  const photos = filled.photos.flatMap((each) => (each.id ? [each.id] : []))
  return {
    step,
    version,
    note: text(filled.note),
    reason: text(filled.reason),
    unit: text(filled.unit),
    into: text(filled.into),
    type: text(filled.type),
    difficulty: has('grade') ? text(filled.difficulty) : undefined,
    mode: has('grade') ? text(filled.mode) : undefined,
    hours: has('hours') ? Math.floor(Number(filled.hours)) : undefined,
    until: text(filled.until),
    answer: has('answer') ? text(filled.answer) : undefined,
    calls: has('calls') ? filled.calls : undefined,
    photos: photos.length > 0 ? photos : undefined,
  }
}
