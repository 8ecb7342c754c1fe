/**
 * The words of the HTTP API. Their fields come from `api.ts`, which is made from `docs/openapi.json`; a field that is not there
 * cannot be named here. The document marks nothing in answers as required, so each type says what may be absent.
 */
import type { components } from './api'

type Schemas = components['schemas']
type Flat<T> = { [Name in keyof T]: T[Name] }

/** A schema with every field there but those in `Absent`; `Inner` gives fields that are made of other types of this file. */
type Of<Name extends keyof Schemas, Absent extends keyof Schemas[Name] = never, Inner extends object = object> = Flat<
  Required<Omit<Schemas[Name], Absent | keyof Inner>> &
    Partial<Pick<Schemas[Name], Exclude<Absent, keyof Inner>>> & { [Field in keyof Inner]: Field extends keyof Schemas[Name] ? Inner[Field] : never }
>

export type Point = Of<'GeoPoint'>
export type Named = Of<'Named'>

export type RateCounts = Of<'Rates'>
/** Rates in percent; absent where there is nothing to divide by. */
export type RatesLine = Of<'Line', 'response' | 'closing' | 'closingOnTime' | 'resolution' | 'satisfaction' | 'rework', { counts: RateCounts }>
export type Rates = Of<'RatesView', 'area', { all: RatesLine; units: { unit: Named; rates: RatesLine }[] }>

/** Every list of the API, whatever it is a list of. */
export interface Paged<T> {
  items: T[]
  next?: string
}

export type Role = NonNullable<Schemas['Me']['roles']>[number]
export type StaffSelf = Of<'Service', never, { unit?: Named; area?: Named }>
/** `name`: what one wants to be called, nobody has to say; `phone`: masked, such as `138****8000`. */
export type Me = Of<'Me', 'name' | 'phone', { consent: Of<'Agreed', 'agreedVersion'>; staff?: StaffSelf }>
export type Session = Of<'Opened', never, { me: Me }>
export type Consent = Of<'Agreement'>
export type Unit = Of<'Unit', 'area' | 'kind' | 'parent'>

/** A question about a type; `choices` by code, `publicly` for everybody to see. */
export type TypeField = Of<'Field', never, { choices: Record<string, string> }>
export type ProblemType = Of<'Type', 'hint' | 'difficulty' | 'hotlines', { fields?: TypeField[] }>
export type TypeGroup = Of<'Group', never, { types: ProblemType[] }>
export type Catalogue = Of<'CatalogueView', never, { groups: TypeGroup[] }>
export type Flow = Of<'FlowTable', never, { stages: Of<'Stage'>[]; steps: Of<'Step', 'from'>[] }>

export type Division = Of<'Division', 'parent', { centre?: Point }>

export type Whereabouts = Of<'Located', 'gridCell'>

type Pictures = 'picture' | 'thumbnail' | 'placeholder' | 'width' | 'height'
export type UploadedPhoto = Of<'PhotoAnswer', Pictures | 'takenAt', { takenFrom?: Point }>
/** Only staff are shown when and where the camera says it was taken, and how far that is from the reported place, in metres. */
export type CasePhoto = Of<'PhotoView', Pictures, { evidence?: Of<'Evidence', 'takenAt' | 'distance', { takenFrom?: Point }> }>

export type CasePlace = Of<'PlaceView', keyof Schemas['PlaceView']>

type Sometimes = 'solvedBy' | 'thumbnail' | 'dueAt' | 'overdue' | 'dangerous' | 'distance'
/** `distance`: metres from where the list was asked for. */
export type CaseSummary = Of<'CaseSummary', Sometimes, { type: Named; stage: Named; place: CasePlace; unit?: Named }>
/** Who is at work on a case. */
export type Hold = Of<'HoldView'>
/** A case as work. */
export type Task = CaseSummary & { hold?: Hold; residents?: Residents }
export type CallSheet = Of<'CallSheet', 'name' | 'phone', { said: Of<'SaidBefore', 'solved' | 'satisfied' | 'stars' | 'words'>[] }>
export type Colleague = Of<'Colleague'>
export type Absence = Of<'AbsenceView', never, { staff: Colleague; substitute: Colleague }>
export type TimelineEntry = Of<'TimelineEntry', 'by' | 'note' | 'reason', { stage: Named; photos?: CasePhoto[] }>
export type Rating = Of<'Rating', 'text'>
export type AllowedStep = Of<'AllowedStep'>

/** How a citizen's result stood the check; `metres`: the farthest anything that came with it was from the case. */
export type Check = Of<'CheckView', 'metres', { twin?: Of<'Twin'> }>
export type Doubt = Check['doubts'][number]
export type ClaimTerms = Of<'ClaimTerms'>

interface InsideCase {
  hold?: Hold
  answers?: Of<'Answered'>[]
  type: Named
  stage: Named
  place: CasePlace
  unit?: Named
  photos: CasePhoto[]
  results?: CasePhoto[]
  befores?: CasePhoto[]
  holder?: Of<'Reporter', 'name'>
  check?: Check
  reporter?: Of<'Reporter', 'name'>
  allowed?: AllowedStep[]
  linkage: Linkage
  timeline?: TimelineEntry[]
  rating?: Rating
  shown?: Of<'Shown'>
  suggested?: Of<'SuggestionView', never, { type: Named; unit?: Named }>
  asks?: Asking[]
}

/** A version of the model that suggests; how it did on texts it had never seen. */
export type ModelVersion = Of<'ModelView', never, { types: Score; units?: Score }>
type Score = Of<'Score', never, { types: Record<string, Of<'OfType'>>; confusions: Of<'Confusion'>[] }>
/** Levels a case climbs, what the rule proposes and whom one may call: each only where it concerns the viewer. */
export type Linkage = Of<
  'LinkageView',
  'level' | 'proposal' | 'whistle',
  {
    levels: Of<'LevelView', 'unit' | 'since' | 'until'>[]
    proposal?: Of<'Suggestion', never, { first?: Of<'First', never, { unit: Named }> }>
    whistle?: Of<'WhistleView', never, { proposed: Of<'Proposed', never, { unit: Named }>[] }>
  }
>
export type TaskState = NonNullable<Schemas['TaskView']['state']>
type TaskSometimes = 'signedAt' | 'signedBy' | 'doneAt' | 'doneBy' | 'words'
export type Muster = Of<'Muster', never, { items: Of<'TaskView', TaskSometimes, { unit: Named; photos: CasePhoto[] }>[] }>
export type Message = Of<'MessageView', 'by', { unit?: Named; photos: CasePhoto[] }>
/** A unit to be called. */
export interface Call {
  unit: string
  part: 'LEAD' | 'ASSIST' | 'LEVEL'
  hours?: number
}

export type Case = Of<'CaseView', Sometimes | 'anonymous' | 'mine' | 'screening' | 'mergedInto' | 'answer' | 'supporters' | 'supported' | 'held', InsideCase>
/** A part of a picture, in shares of its width and height. */
export type Region = Of<'Region'>
export type ReporterContact = Of<'ContactView', 'name' | 'phone'>
export type StepCommand = Of<'StepRequest', Exclude<keyof Schemas['StepRequest'], 'step' | 'version'>>

/** A point with its datum, or a community and words. */
export type ReportedPlace = (Point & Pick<Schemas['Place'], 'accuracy' | 'address'>) | Required<Pick<Schemas['Place'], 'area' | 'address'>>
export type NewCase = Of<'ReportRequest', 'answers', { place: ReportedPlace }>

export type NewSolved = Of<'SolvedRequest', 'position' | 'answers', { place: ReportedPlace }>

export type News = Of<'Item', 'link' | 'urgency'>
export type SubscriptionTemplate = Of<'StageBalance'>
export type Subscriptions = Of<'Subscriptions', 'longTerm', { templates: SubscriptionTemplate[] }>

/** What WeChat's popup can answer to a template; the backend keeps it as it is. */
export type PopupStatus = 'accept' | 'reject' | 'ban' | 'filter'
export type PopupResult = Of<'Result', never, { status: PopupStatus }>
export type Preferences = Of<'Wanted', 'quietFrom' | 'quietTo' | 'muted'>

type Cover = Of<'CoverView', keyof Schemas['CoverView']>
export type ArticleSummary = Of<'ArticleSummary', 'publishedAt', { cover?: Cover }>
export type Article = Of<'ArticleView', 'publishedAt', { cover?: Cover }>
export type Draft = Of<'DraftView', 'publishedAt' | 'body' | 'state' | 'madeAt' | 'screening', { cover?: Cover }>
export type Exported = Of<'Export'>

/** `point`: chosen on a map; `number`: of the card, once the quiz is passed. */
export type Membership = Of<'Membership', 'since' | 'number' | 'pausedUntil' | 'quizAgain', { areas: Named[]; kinds: Named[]; point?: Point }>
export type Training = Of<'TrainingView', never, { lessons: Of<'Lesson'>[] }>
export type Quiz = Of<'QuizView', never, { questions: Of<'Asked'>[] }>
export type QuizResult = Of<'QuizResult', 'again', { answers: Of<'Explained'>[] }>
export type VolunteerCard = Of<'CardView'>
export type Answered = Of<'Said', 'note' | 'distance', { photos: CasePhoto[] }>
export type Ask = Of<'AskView', never, { subject: CaseSummary; answer?: Answered }>
export type NearbyAsk = Of<'NearbyAsk', 'ask', { subject: CaseSummary }>
export type GivenAnswer = Of<'GivenAnswer', 'name' | 'note' | 'distance', { photos: CasePhoto[] }>
/** What volunteers say of a case in the queues of staff. */
export type Residents = Of<'Residents'>
/** What volunteers were asked about a case; `answers` and `weight` are for staff. */
export type Asking = Of<'AskingView', 'weight', { answers?: GivenAnswer[] }>

/** Of the local mode only, which is no part of the API. */
export interface DemoUser {
  id: string
  name: string
  role?: string
}
