/** The words of the HTTP API, as `docs/contract.md` has them. Absent fields are left out of answers. */
export type Datum = 'GCJ02' | 'WGS84'

export interface Point {
  longitude: number
  latitude: number
  datum: Datum
}

export interface Named {
  code: string
  name: string
}

export interface Paged<T> {
  items: T[]
  next?: string
}

export type Role =
  | 'CITIZEN'
  | 'REVIEWER'
  | 'VERIFIER'
  | 'DISPATCHER'
  | 'OFFICER'
  | 'LEADER'
  | 'PUBLICITY'
  | 'SUPERVISOR'
  | 'SYSTEM_ADMIN'
  | 'SECURITY_ADMIN'
  | 'AUDIT_ADMIN'

export interface StaffSelf {
  id: string
  name: string
  unit?: Named
  area?: Named
  serviceAccount: 'LINKED' | 'UNFOLLOWED' | 'NOT_LINKED'
}

export interface Me {
  id: string
  /** What one wants to be called; nobody has to say. */
  name?: string
  /** Masked, such as `138****8000`. */
  phone?: string
  roles: Role[]
  consent: { agreedVersion?: number; currentVersion: number }
  staff?: StaffSelf
}

export interface Session {
  token: string
  expiresAt: string
  me: Me
}

export interface Consent {
  version: number
  title: string
  text: string
}

export interface Unit extends Named {
  id: string
  area?: string
  kind?: string
}

export interface ProblemType extends Named {
  hint?: string
  difficulty?: string
  dangerous: boolean
  hotlines?: string[]
}

export interface TypeGroup extends Named {
  types: ProblemType[]
}

export interface Catalogue {
  version: number | string
  groups: TypeGroup[]
}

export interface Flow {
  stages: { code: string; name: string; publicName: string; open: boolean }[]
  steps: { from?: string; name: string; to: string; label: string; by: string[] }[]
}

export interface Division {
  code: string
  parent?: string
  level: string
  name: string
  centre?: { longitude: number; latitude: number; datum?: Datum }
}

export interface Whereabouts {
  district?: string
  area?: string
  gridCell?: string
  name: string
  outside: boolean
  address?: string
}

export interface Photo {
  id: string
  picture?: string
  thumbnail?: string
  placeholder?: boolean
  width?: number
  height?: number
}

export interface UploadedPhoto extends Photo {
  takenAt?: string
  takenFrom?: Point
}

export interface CasePhoto extends Photo {
  /** Only staff are shown when and where the camera says it was taken, and how far that is from the reported place. */
  evidence?: { takenAt?: string; takenFrom?: Point; distance?: number }
}

export interface CasePlace {
  longitude?: number
  latitude?: number
  datum?: Datum
  address?: string
  areaName?: string
  outside?: boolean
}

export interface CaseSummary {
  id: string
  number: string
  version: number
  type: Named
  stage: Named
  description: string
  place: CasePlace
  thumbnail?: string
  reportedAt: string
  dueAt?: string
  overdue?: boolean
  dangerous?: boolean
  unit?: Named
  /** Metres from where the list was asked for. */
  distance?: number
}

export interface TimelineEntry {
  step: string
  label: string
  stage: string | Named
  at: string
  by?: string
  note?: string
  reason?: string
  photos?: CasePhoto[]
}

export interface Rating {
  solved: boolean
  stars: number
  text?: string
}

export interface AllowedStep {
  step: string
  label: string
}

export interface Case extends CaseSummary {
  photos: CasePhoto[]
  results?: CasePhoto[]
  anonymous?: boolean
  mine?: boolean
  reporter?: { name?: string }
  screening?: 'PASSED' | 'UNSCREENED' | 'DOUBTFUL'
  allowed?: AllowedStep[]
  timeline?: TimelineEntry[]
  rating?: Rating
  mergedInto?: string
}

export interface StepCommand {
  step: string
  version: number
  note?: string
  reason?: string
  photos?: string[]
  unit?: string
  into?: string
  solved?: boolean
  stars?: number
  text?: string
  description?: string
  type?: string
}

export type ReportedPlace = (Point & { accuracy?: number; address?: string }) | { area: string; address: string }

export interface NewCase {
  type: string
  description: string
  place: ReportedPlace
  photos: string[]
  anonymous: boolean
}

export interface News {
  cursor: number | string
  title: string
  text: string
  link?: string
  at: string
  read: boolean
  urgency?: string
}

export interface SubscriptionTemplate {
  id: string
  stage: string
  title: string
  balance: number
}

export interface Subscriptions {
  templates: SubscriptionTemplate[]
  longTerm?: boolean
}

export type PopupStatus = 'accept' | 'reject' | 'ban' | 'filter'

export interface PopupResult {
  template: string
  status: PopupStatus
}

export interface Preferences {
  wechatMessages: boolean
  quietFrom?: string
  quietTo?: string
  muted?: string[]
}

export interface Cover {
  id?: string
  picture?: string
  thumbnail?: string
}

export interface ArticleSummary {
  id: string
  title: string
  summary: string
  cover?: Cover
  publishedAt?: string
}

export interface Article extends ArticleSummary {
  body: string
}

export interface Draft extends ArticleSummary {
  body?: string
  version: number
  state?: string
}

export interface DemoUser {
  id: string
  name: string
  role?: string
}
