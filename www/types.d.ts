// The output contract gouji/1: what `gouji check --format json` prints and what the page's engine returns.
// www/schema.json says the same as a JSON Schema. Additive changes only.

/** The whole answer: a summary and one outcome per report. */
export interface Answer {
  schema: "gouji/1";
  /** The version of the engine, as "0.1.0". */
  engine: string;
  summary: Summary;
  /** In the order of the input. */
  outcomes: Outcome[];
}

/** Counts over all outcomes. */
export interface Summary {
  files: number;
  checked: number;
  unrecognised: number;
  unreadable: number;
  errors: number;
  warnings: number;
  notices: number;
  /** Findings that a person has found right; they do not count above. */
  muted: number;
}

/** What came of one report. */
export interface Outcome {
  file: File;
  status: Status;
  /** Why it was not checked; null if it was. */
  problem: Problem | null;
  /** What was recognised; null unless checked. */
  report: Report | null;
  /** How far each rule was applied. Not checked is not passed. */
  coverage: Coverage[];
  /** Heaviest first, then in the order of the form. */
  findings: Finding[];
  /** Which cells are probably wrong. */
  explanations: Explanation[];
}

export type Status = "checked" | "unrecognised" | "unreadable";

/** A file as it came in. */
export interface File {
  name: string;
  /** The kind told by its first bytes: "docx", "html", "text" ...; null if unknown. */
  format: string | null;
  bytes: number;
}

/** Why a file was not checked. */
export interface Problem {
  /**
   * A permanent code. "unrecognised": no table of the form; "empty", "truncated", "encrypted", "wrong-kind",
   * "unsupported", "too-old", "damaged", "too-large", "too-deep", "encoding", "scanned", "outlines", "glyphs": the file cannot be read; "cannot-open":
   * the command line cannot open it; "internal": a fault of the program.
   */
  code: string;
  /** What it is and what to do, in the language asked for. */
  message: string;
}

/** What was recognised of a report. */
export interface Report {
  /** The reporting body. */
  unit: string | null;
  /** The year reported on. */
  year: number | null;
  /** The title as written. */
  title: string | null;
  /** The three tables, in the order of the form. */
  tables: Table[];
  /** The value cells, in the order of the form. */
  cells: Cell[];
  /** Figures of the prose that were compared with cells, in reading order. */
  statements: Statement[];
  /** Numbers of the prose that were compared with nothing, in reading order. */
  unbound: TextPlace[];
  /** What was given as the report of the year before; null if nothing was. */
  previous: Previous | null;
}

/** A report that was given as that of the year before. */
export interface Previous {
  /** Its reporting body; null also if several were given and none fits. */
  unit: string | null;
  /** The year it reports on. */
  year: number | null;
  /** Whether it is the same body's report for the year before, and was compared. */
  fits: boolean;
}

/** A figure of the prose that was compared with the tables. */
export interface Statement {
  text: TextPlace;
  /** Whether the tables say the same. */
  holds: boolean;
  /** The cells that it was compared with. */
  cells: string[];
}

export type TableName = "disclosure" | "requests" | "disputes";

/** One table of the report. */
export interface Table {
  table: TableName;
  /** "2019" or "2021"; null when the table was not found. */
  edition: string | null;
  found: boolean;
}

/** One value cell. */
export interface Cell {
  /** table.line.column, as "requests.granted.natural_person". */
  id: string;
  /** The official labels of line and column. */
  label: string;
  /** The text as written. */
  raw: string;
  value: Value | null;
  state: State;
  /** Where it stands in the document; null for a cell filled in by the user. */
  origin: Origin | null;
  /** The text may not be what the page shows; whatever rests on it is a matter of reading first. */
  doubtful: boolean;
}

/** Counts are whole numbers, amounts are decimal strings. */
export type Value = number | string;

export type State = "count" | "amount" | "blank" | "dash" | "text" | "reconstructed";

/** A place in the document. */
export interface Origin {
  /** Number of the block, from 0. */
  block: number;
  /** Row of the grid, from 0; null in running text. */
  row: number | null;
  /** Column of the grid, from 0; null in running text. */
  column: number | null;
  /** The page, from 1, where the format knows pages. */
  page: number | null;
}

/** How far one rule was applied. */
export interface Coverage {
  code: string;
  checked: number;
  failed: number;
  skipped: number;
  /** Why some of it could not be checked. */
  reason: string | null;
}

/** One finding, with its sentences. */
export interface Finding {
  /** Number within its report, from 1. */
  id: number;
  /** The code of the rule. */
  code: string;
  severity: Severity;
  /** The rule in a few words. */
  title: string;
  /** What is wrong, with the figures. */
  message: string;
  /** What to do. */
  advice: string;
  cells: FindingCell[];
  /** The sum of the left side, for relations. */
  left: Value | null;
  /** The sum of the right side, for relations. */
  right: Value | null;
  /** Left minus right, for relations. */
  difference: Value | null;
  /** The place in the prose, for findings about words. */
  text: TextPlace | null;
  /** The pages, from 1, that its cells and words stand on; empty where the format knows no pages. */
  pages: number[];
  /** Tells this finding from all others as long as its figures and words stay; see Options.mutes. */
  key: string;
  /** Set if a person has found it right. */
  muted: Muted | null;
}

/** A finding that a person has looked at and found right. */
export interface Muted {
  /** Why it is right, in that person's words; may be empty. */
  note: string;
}

export type Severity = "error" | "warning" | "notice";

/** A cell of a finding. */
export interface FindingCell {
  id: string;
  role: Role;
}

export type Role = "left" | "right" | "subject";

/** A place in the prose. */
export interface TextPlace {
  /** The section, 1 to 6. */
  section: number | null;
  /** The sentence. */
  excerpt: string;
  /** First UTF-16 unit of the figure in the excerpt. */
  start: number;
  /** The UTF-16 unit behind its last. */
  end: number;
}

/** Findings with one cause, and what the cause may be. */
export interface Explanation {
  grade: Grade;
  /** Ids of the findings explained. */
  findings: number[];
  /** What is known and what is not. */
  message: string;
  /** Possible causes, best first. */
  readings: Reading[];
  /** For "partial": the changes that all near readings share. */
  agreed: Change[];
  /** Whether so much is broken that the table was probably read wrongly. */
  misread: boolean;
  /** Lines with the most broken relations, as "requests.granted", where no cell can be named. */
  suspects: string[];
}

export type Grade = "certain" | "likely" | "choose" | "partial" | "unknown";

/** One possible cause. */
export interface Reading {
  /** What happened: "cells", "moved", "late-change" ... */
  cause: string;
  /** The cells to change. */
  changes: Change[];
  /** The figures of the text to change. */
  words: Rewording[];
  /** Why this is a likely cause. */
  reason: string;
}

/** One proposed change. */
export interface Change {
  id: string;
  from: Value | null;
  to: Value | null;
  /** The change in words. */
  message: string;
}

/** One proposed change of a figure in the text. */
export interface Rewording {
  /** The finding about it, which says where it stands, what it says and what the table says. */
  finding: number;
  /** The change in words. */
  message: string;
}

/** The registry of rules: `gouji rules --format json`. */
export interface Rules {
  schema: "gouji/1";
  engine: string;
  /** In the order of the registry. */
  rules: Rule[];
}

/** One rule, in the language asked for. */
export interface Rule {
  code: string;
  /** The most that one of its findings can weigh. */
  severity: Severity;
  title: string;
  /** Where the form or a notice says so. */
  basis: string;
  /** What is checked. */
  what: string;
  /** Why it matters. */
  why: string;
  /** What to do when it fails. */
  todo: string;
}

/** What the caller asks for. */
export interface Options {
  /** "auto" if left out. */
  edition?: "auto" | "2019" | "2021" | null;
  /** "zh-CN" if left out. */
  lang?: "zh-CN" | "en" | null;
  /** Codes of rules to leave out. */
  ignore?: string[];
  /** Codes of rules to apply; all if empty. */
  only?: string[];
  /** Cells that the user overwrote, applied in order after reading. */
  edits?: Edit[];
  /** Findings that a person has found right: listed, but not counted. */
  mutes?: Mute[];
  /** Of a file with several reports the one to check, from 0 in the order of the outcomes; all if left out. */
  report?: number | null;
  /** Cells that the user says are right, as "table.line.column": no explanation changes them. */
  pins?: string[];
  /** The bytes of the file with the report of the year before. A call with one that cannot be read throws
   *  `{ code: "previous", message }`. */
  previous?: Uint8Array;
}

/** A finding to be told as found right. */
export interface Mute {
  /** The key of the finding. */
  key: string;
  /** Why it is right; may be empty. */
  note: string;
}

/** A cell that the user overwrote. */
export interface Edit {
  id: string;
  /** The new text of the cell. */
  raw: string;
}
