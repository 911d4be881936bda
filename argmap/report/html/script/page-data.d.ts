// What a page knows, as schema/page.schema.json says it; `just fix` makes it anew.

/**
 * The status of a statement; the first that fits, in this order.
 */
export type Status =
  | "conceded"
  | "rebutted"
  | "undermined"
  | "contested"
  | "unrebutted"
  | "undercut"
  | "challenged"
  | "defended";
/**
 * What the grounded labelling says of a statement.
 */
export type Label = "in" | "out" | "undecided";
/**
 * What the grounded labelling says of a statement.
 */
export type Label1 = "in" | "out" | "undecided";
/**
 * What the grounded labelling says of a statement.
 */
export type Label2 = "in" | "out" | "undecided";
/**
 * How far a question was answered. A request expects no answer.
 */
export type QuestionStatus = "answered" | "partial" | "evasive" | "unanswered" | "request";

/**
 * One debate as its page knows it.
 *
 * Attributes:
 *     debate: its id.
 *     title: its title.
 *     held: when it was held, in words.
 *     lang: the language of the page.
 *     spoken: the language of the debate.
 *     side: the side whose gaps are looked for.
 *     statements: those of the debate in the order of its file, then those of other debates that its map shows, and
 *         those on which the labels of all these depend.
 *     questions: those of the debate, then those of other debates that its map shows.
 *     rebuts: who rebuts whom.
 *     steps: every inference.
 *     backs: which evidence backs what.
 *     walk: ids of statements and questions, in the order in which they were said.
 *     statuses: how each status is shown: of statements from what stands to what has fallen, then of questions.
 *     words: what the page itself says, by name.
 */
export interface PageData {
  format: "argmap-page/1";
  debate: string;
  title: string;
  held?: string;
  lang: "ja" | "en";
  spoken: "ja" | "en";
  side: string;
  parties: PageParty[];
  groups: PageGroup[];
  sources: PageSource[];
  statements: PageStatement[];
  questions: PageQuestion[];
  rebuts: [number, number][];
  steps: PageStep[];
  backs: [number, number][];
  follow_ups: PageFollowUp[];
  walk: string[];
  statuses: {
    [k: string]: PageStatus;
  };
  words: {
    [k: string]: string;
  };
}
/**
 * Somebody who speaks.
 */
export interface PageParty {
  id: string;
  name: string;
  side: string;
}
/**
 * What is drawn and asked together.
 */
export interface PageGroup {
  id: string;
  title: string;
}
/**
 * A document: its title, its date in words, and where it can be read; another debate's has the id `other#id`.
 */
export interface PageSource {
  id: string;
  title: string;
  date?: string;
  url?: string;
}
/**
 * A claim, a rebuttal or a piece of evidence.
 *
 * Attributes:
 *     type: what kind of evidence, in words.
 *     date: when it happened, in words.
 *     place: where it happened.
 *     sourced: a piece of evidence that counts: it names a source or is accepted.
 *     conceded: its party withdrew or admitted it.
 *     asserted: its label when every attacker counts.
 *     backed: its label when only attackers with evidence count.
 *     force: whether it counts as an attacker when only attackers with evidence do.
 */
export interface PageStatement {
  id: string;
  text: string;
  by?: string;
  group?: string;
  turn?: number | null;
  says?: string;
  reasons?: string[];
  deciding?: number[];
  passage?: PagePassage | null;
  candidate?: boolean;
  elsewhere?: boolean;
  role: "claim" | "rebuttal" | "evidence";
  type?: string;
  date?: string;
  place?: string;
  sourced?: boolean;
  conceded?: boolean;
  status: Status;
  asserted?: Label;
  backed?: Label1;
  force?: Label2;
}
/**
 * Where something was said.
 *
 * `source` is the position of the source, `at` the place in it, `date` in words. `found` are the words of the source itself, between what
 * stands `before` and `after` them there; all three are empty when its file was not at hand or does not say the words.
 */
export interface PagePassage {
  source: number;
  at?: string;
  date?: string;
  quote?: string;
  match?: "exact" | "near" | "absent" | "unchecked";
  before?: string;
  found?: string;
  after?: string;
}
/**
 * A question; `about` are the statements that it asks about.
 */
export interface PageQuestion {
  id: string;
  text: string;
  by?: string;
  group?: string;
  turn?: number | null;
  says?: string;
  reasons?: string[];
  deciding?: number[];
  passage?: PagePassage | null;
  candidate?: boolean;
  elsewhere?: boolean;
  status: QuestionStatus;
  answers?: PageAnswer[];
  about?: number[];
}
/**
 * An answer: by which statement, and how far it answers.
 */
export interface PageAnswer {
  statement: number;
  extent?: "full" | "partial" | "evasive";
}
/**
 * An inference: all premises together support the conclusion; undercutters attack exactly this.
 */
export interface PageStep {
  premises: number[];
  conclusion: number;
  undercutters?: number[];
}
/**
 * A question for the next session; `about` is an id.
 */
export interface PageFollowUp {
  about: string;
  group?: string;
  to: string;
  text: string;
  why: string;
}
/**
 * A status as it is shown: a sign, a word, the tone that repeats them, how wide its badge is in the map.
 *
 * `stands` says whether what has it still stands.
 */
export interface PageStatus {
  sign: string;
  word: string;
  tone: string;
  width: number;
  stands?: boolean;
}
