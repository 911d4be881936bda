import { asked, count, data, evidence, rebutters, roleOf, said, stepsFrom, word } from "./data.js";
import { button, byId, make } from "./dom.js";
import { kindOf, reference, statusBadge } from "./parts.js";
import { isOff, trialOf } from "./trial.js";

const ROLES = ["question", "claim", "rebuttal", "evidence"];
const STATUSES = Object.keys(data.statuses);

/** @type {[string, (number: number) => number | string][]} by heading, what to sort by */
const COLUMNS = [
  ["status", (number) => STATUSES.indexOf(trialOf(number)?.status ?? said[number].status)],
  ["statement", (number) => said[number].text],
  ["kind", (number) => ROLES.indexOf(roleOf(said[number]))],
  ["rebuttals", (number) => rebuttals(number)],
  ["pieces", (number) => (number < count ? evidence[number].length : 0)],
  ["questions", (number) => asked[number].length],
];

/** @type {Map<number, HTMLTableRowElement>} */
const rows = new Map();
let sorted = "";
let falling = false;

/**
 * Show statements and questions as a table.
 * @param {number[]} numbers
 */
export function list(numbers) {
  const place = byId("list");
  const heads = COLUMNS.map(([name]) => {
    const direction = falling ? "descending" : "ascending";
    const mark = sorted === name ? (falling ? " ▼" : " ▲") : "";
    return make(
      "th",
      { scope: "col", "aria-sort": sorted === name && direction },
      button(word(name) + mark, () => sort(name, numbers)),
    );
  });
  const body = make("tbody", {}, ...inOrder(numbers).map(row));
  const caption = make("caption", {}, `${word("found", { n: numbers.length })} ${word("sort")}`);
  place.replaceChildren(make("table", {}, caption, make("thead", {}, make("tr", {}, ...heads)), body));
}

/** Forget the rows: what is in them has changed. */
export function stale() {
  rows.clear();
}

/**
 * @param {string} name
 * @param {number[]} numbers
 */
function sort(name, numbers) {
  falling = sorted === name && !falling;
  sorted = name;
  list(numbers);
  /** @type {HTMLElement | null} */ (byId("list").querySelector("[aria-sort] button"))?.focus();
}

/** @param {number[]} numbers */
function inOrder(numbers) {
  const found = COLUMNS.find(([name]) => name === sorted);
  if (!found) return numbers;
  const by = found[1];
  const sign = falling ? -1 : 1;
  return [...numbers].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    return sign * (typeof x === "number" ? x - Number(y) : x.localeCompare(String(y))) || a - b;
  });
}

/** @param {number} number */
function row(number) {
  const known = rows.get(number);
  if (known) return known;
  const one = said[number];
  const cells = COLUMNS.slice(3).map(([, value]) =>
    make("td", { class: "number" }, String(value(number) || "–")),
  );
  const made = make(
    "tr",
    { "data-id": one.id, class: isOff(number) && "off" },
    make("td", {}, statusBadge(trialOf(number)?.status ?? one.status)),
    make("th", { scope: "row" }, reference(number), " ", make("code", {}, one.id)),
    make("td", { class: "kind" }, kindOf(number)),
    ...cells,
  );
  rows.set(number, made);
  return made;
}

/** @param {number} number */
function rebuttals(number) {
  if (number >= count) return 0;
  return new Set([...rebutters[number], ...stepsFrom[number].flatMap((step) => step.undercutters ?? [])])
    .size;
}
