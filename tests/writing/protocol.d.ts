// Written by tests/writing/protocol.py from bulletins/admin/protocol.py and what that is made of.
export interface Acceptance {
  code: string
  message: string
  reason: string
}

export interface Accepted {
  reason: string
}

export interface AddPoint {
  op: "add-point"
  id: string
  section: string
  now: PointText
}

export interface AddSection {
  op: "add-section"
  id: string
  now: SectionHead
}

export interface Chosen {
  part: string
  place: number
  text: string
}

export interface Comparison {
  version: number
  differences: Difference[]
  findings: ListedFinding[]
}

export interface Credit {
  name: string
  credit: string
  role: "host" | "keynote" | "moderator" | "panelist" | "speech" | "thematic report" | null
  role_printed: string
  organisation: string | null
  kind: "body" | "group" | "person"
}

export interface CreditLine {
  bare: string
  full: string
}

export interface Decision {
  proposal: number
  verdict: "accept" | "refuse" | "reopen"
}

export interface Difference {
  kind: "added" | "changed" | "removed"
  part: string
  before: string
  after: string
}

export interface Doubtful {
  speaker: string
  name: string
}

export interface Figure {
  type: "figure"
  file: string
  media_type: "image/jpeg" | "image/png"
  width: number
  height: number
  alt?: string
  caption?: (Text | Mention | Note)[]
  decorative?: boolean
}

export interface Fix {
  where: string
  old: string
  new: string
  speaker: string
}

export interface Hand {
  role: string
  name: string
}

export interface Labelled {
  label: string
  text: string
}

export interface List {
  type: "list"
  items: (Text | Mention | Note)[][][]
  ordered?: boolean
  start?: number
}

export interface ListedFinding {
  code: string
  severity: "error" | "hint" | "warning"
  where: string
  message: string
  accepted: string | null
}

export interface Masthead {
  publisher: string
  edition: string
}

export interface Mention {
  type: "mention"
  speaker: string
  printed?: string | null
  strong?: boolean
  behalf?: string | null
}

export interface Names {
  text: string
  add: number[] | null
  known: Record<number, string>
}

export interface NewComment {
  text: string
  thread: number | null
  part: string
  quote: string
  before: string
  after: string
}

export interface NewPerson {
  name: string
  own_name: string
  kind: "body" | "group" | "person"
}

export interface Note {
  type: "note"
  blocks: (Text | Mention)[][]
}

export interface OrderPoints {
  op: "order-points"
  section: string
  ids: string[]
}

export interface OrderRoster {
  op: "order-roster"
  speakers: string[]
}

export interface OrderSections {
  op: "order-sections"
  ids: string[]
}

export interface Outcome {
  status: "conflict" | "done" | "refused"
  theirs: any
  message: string
}

export interface PageData {
  id: number
  user: string
  mode: "read" | "suggest" | "write"
  may_write: boolean
  base: Sheet | null
  urls: Record<string, string>
  sheet: Sheet
  roster: Suggestion[]
  roles: Record<string, string>
  kinds: Record<string, string>
  sessions: SessionChoice[]
  topics: TopicChoice[]
  credit_lines: Record<string, CreditLine>
  mastheads: Record<string, Masthead>
  word_limit: number | null
  styles: string[]
}

export interface PageSentence {
  part: string
  place: number
  row: string
  stretches: Stretch[]
  text: string
  entries: string[]
}

export interface PastedParts {
  opening: ((Text | Mention | Note)[] | List | Table | Figure)[]
  sections: SheetSection[]
  people: Suggestion[]
  strangers: string[]
  findings: ListedFinding[]
}

export interface PastedPeople {
  people: Understood[]
  rest: string[]
}

export interface Pasting {
  html: string
  sheet: Sheet
}

export interface People {
  people: Suggestion[]
}

export interface PeopleAdded {
  added: number
  sheet: Sheet
}

export interface PersonMade {
  person: Suggestion
}

export interface PictureKept {
  figure: Figure
}

export interface PointText {
  numbered: boolean
  lead: (Text | Mention | Note)[]
  body: ((Text | Mention | Note)[] | List | Table | Figure)[]
  topics: string[]
}

export interface Preview {
  html: string
  findings: PreviewFinding[]
  parts: PrintedPart[]
  series_title: string | null
  words: number
}

export interface PreviewFinding {
  code: string
  severity: "error" | "hint" | "warning"
  where: string
  message: string
  accepted: string | null
  english: string
  fix: Fix | null
}

export interface PrintedPage {
  hash: string
  svg: string | null
}

export interface PrintedPages {
  pages: PrintedPage[]
}

export interface PrintedPart {
  id: string
  anchor: string
  prefix: string
  changed: string
}

export interface Printing {
  sheet: Sheet
  known: string[]
}

export interface Refused {
  message: string
}

export interface Remark {
  id: number
  who: string
  at: string
  text: string
}

export interface Remarks {
  threads: Thread[]
  proposals: ShownProposal[]
}

export interface RemovePoint {
  op: "remove-point"
  id: string
  was: PointText
}

export interface RemoveSection {
  op: "remove-section"
  id: string
  was: SectionHead
}

export interface Replaced {
  sheet: Sheet
}

export interface Saved {
  version: number
  outcomes: Outcome[]
  sheet: Sheet | null
  base: Sheet | null
}

export interface Saving {
  seen: number
  changes: (SetField | AddSection | SetSection | OrderSections | RemoveSection | AddPoint | SetPoint | OrderPoints | RemovePoint | SetEntry | OrderRoster)[]
  chosen: number[]
}

export interface SectionHead {
  title: string
  numbered: boolean
  level: 1 | 2
}

export interface SessionChoice {
  id: number
  title: string
  day: string | null
}

export interface SetEntry {
  op: "entry"
  speaker: string
  was: Credit | null
  now: Credit | null
}

export interface SetField {
  op: "field"
  name: string
  was: any
  now: any
}

export interface SetPoint {
  op: "point"
  id: string
  was: PointText
  now: PointText
}

export interface SetSection {
  op: "section"
  id: string
  was: SectionHead
  now: SectionHead
}

export interface Settlement {
  thread: number
  resolved: boolean
}

export interface Sheet {
  language: string
  number: number | null
  volume: number | null
  date: string | null
  title: string
  series_title: string
  sessions: number[]
  note_label: string
  editors_note: ((Text | Mention | Note)[] | List | Table | Figure)[]
  lede: ((Text | Mention | Note)[] | List | Table | Figure)[]
  summarized_by: string[]
  summarized_label: string
  hands: Hand[]
  marking: string
  contact: Labelled[]
  distribution: Labelled[]
  copies: number | null
  section_style: "arabic" | "chinese" | "parts" | "roman"
  point_style: string
  version: number
  roster: SheetEntry[]
  sections: SheetSection[]
}

export interface SheetEntry {
  name: string
  credit: string
  role: "host" | "keynote" | "moderator" | "panelist" | "speech" | "thematic report" | null
  role_printed: string
  organisation: string | null
  kind: "body" | "group" | "person"
  speaker: string
}

export interface SheetPoint {
  numbered: boolean
  lead: (Text | Mention | Note)[]
  body: ((Text | Mention | Note)[] | List | Table | Figure)[]
  topics: string[]
  id: string
}

export interface SheetSection {
  title: string
  numbered: boolean
  level: 1 | 2
  id: string
  points: SheetPoint[]
}

export interface ShownProposal {
  id: number
  who: string
  mine: boolean
  at: string
  quote: string
  stays_before: number
  stays_behind: number
  deleted: string
  inserted: string
  standing: Standing
  outcome: string
  decided_by: string
  decided_at: string | null
}

export interface Somebody {
  name: string
  cursor: string
}

export interface Standing {
  part: string
  start: number
  end: number
  gone: boolean
}

export interface State {
  others: Somebody[]
  set_aside: Told[]
  sheet: Sheet | null
  base: Sheet | null
}

export interface Stretch {
  paragraph: number
  start: number
  end: number
}

export interface Suggestion {
  speaker: string
  names: Record<string, string>
  short: Record<string, string>
  credits: Record<string, string[]>
  role: "host" | "keynote" | "moderator" | "panelist" | "speech" | "thematic report" | null
  organisation: string | null
  search: string
  forms: string[]
  kind: "body" | "group" | "person"
}

export interface Table {
  type: "table"
  head: (Text | Mention | Note)[][]
  rows: (Text | Mention | Note)[][][]
}

export interface Text {
  type: "text"
  text: string
  strong?: boolean
  emphasis?: boolean
  script?: "sub" | "super" | null
  link?: string
}

export interface Thread {
  id: number
  quote: string
  standing: Standing
  remarks: Remark[]
  resolved_by: string
}

export interface Told {
  id: number
  by: string
  words: string
  moment: string
}

export interface TopicChoice {
  slug: string
  name: string
  parent: boolean
}

export interface Understood {
  name: string
  credit: string
  role: "host" | "keynote" | "moderator" | "panelist" | "speech" | "thematic report" | null
  known: string | null
  present: boolean
  doubtful: Doubtful[]
}

export interface Whose {
  sheet: Sheet
  chosen: Chosen[]
  to: string[]
}

export interface WhoseWords {
  sentences: PageSentence[]
  sheet: Sheet | null
}

export type Change =
  | SetField
  | AddSection
  | SetSection
  | OrderSections
  | RemoveSection
  | AddPoint
  | SetPoint
  | OrderPoints
  | RemovePoint
  | SetEntry
  | OrderRoster
