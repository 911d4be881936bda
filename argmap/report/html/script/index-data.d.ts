// What a page knows, as schema/index.schema.json says it; `just fix` makes it anew.

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
 * How far a question was answered. A request expects no answer.
 */
export type QuestionStatus = "answered" | "partial" | "evasive" | "unanswered" | "request";

/**
 * All debates as their page knows them.
 *
 * Attributes:
 *     debates: in the order in which they are listed.
 *     statuses: how each status of a statement or question is shown.
 *     words: what the page itself says, by name.
 */
export interface IndexData {
  format: "argmap-index/1";
  debates: IndexDebate[];
  statuses: {
    [k: string]: IndexStatus;
  };
  words: {
    [k: string]: string;
  };
}
/**
 * A debate: its title with the date, the address of its page, its language if it is not that of the index.
 */
export interface IndexDebate {
  title: string;
  page?: string;
  lang?: ("ja" | "en") | null;
  parties?: string[];
  said?: IndexSaid[];
}
/**
 * A statement or question; `by` is the position of its party.
 */
export interface IndexSaid {
  id: string;
  text: string;
  role?: ("claim" | "rebuttal" | "evidence") | "question";
  status: Status | QuestionStatus;
  by?: number | null;
  place?: string;
}
/**
 * A status as it is shown: a sign, a word, and whether what has it still stands.
 */
export interface IndexStatus {
  sign: string;
  word: string;
  stands?: boolean;
}
