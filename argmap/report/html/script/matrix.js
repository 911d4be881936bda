import { count, rebutters, said, stepsFrom, word } from "./data.js";
import { byId, make } from "./dom.js";
import { reference, statusBadge } from "./parts.js";
import { isOff, trialOf, weightOf } from "./trial.js";

const MOST = 60;
const SIGNS = { counts: "×", idle: "△", fallen: "–", open: "⇔", step: "∥" };

/**
 * Show who attacks what: a row for what was attacked, a column for what attacks it.
 * @param {number[]} numbers
 */
export function matrix(numbers) {
  const place = byId("matrix");
  const attacks = new Map(
    numbers
      .filter((number) => number < count)
      .map((number) => /** @type {const} */ ([number, attackers(number)]))
      .filter(([, found]) => found.size),
  );
  if (!attacks.size) return place.replaceChildren(make("p", { class: "note" }, word("matrix-none")));
  const all = [...new Set([...attacks.values()].flatMap((found) => [...found.keys()]))].sort((a, b) => a - b);
  const columns = all.slice(0, MOST);
  const rows = [...attacks].filter(([, found]) => columns.some((column) => found.has(column)));
  place.replaceChildren(
    make("p", { class: "note" }, word("matrix-is")),
    make(
      "ul",
      { class: "signs" },
      ...Object.entries(SIGNS).map(([name, sign]) => make("li", {}, `${sign} ${word(name)}`)),
    ),
    make(
      "table",
      { class: "cross" },
      make("caption", { class: "unseen" }, word("matrix-is")),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("td", {}),
          ...columns.map((column) => make("th", { scope: "col" }, make("div", {}, reference(column)))),
        ),
      ),
      make("tbody", {}, ...rows.map(([number, found]) => cells(number, found, columns))),
    ),
    all.length > MOST ? make("p", { class: "note" }, word("more", { n: all.length - MOST })) : "",
  );
}

/**
 * @param {number} number
 * @param {Map<number, string>} found
 * @param {number[]} columns
 */
function cells(number, found, columns) {
  return make(
    "tr",
    {},
    make(
      "th",
      { scope: "row" },
      statusBadge(trialOf(number)?.status ?? said[number].status),
      " ",
      reference(number),
    ),
    ...columns.map((column) => {
      const how = /** @type {keyof typeof SIGNS | undefined} */ (found.get(column));
      if (!how) return make("td", {});
      const link = reference(column, SIGNS[how]);
      link.setAttribute("aria-label", `${word(how)}: ${said[column].text}`);
      return make("td", { class: `cell ${how}` }, link);
    }),
  );
}

/**
 * Who attacks a statement, or a step from it, and how.
 * @param {number} number
 * @returns {Map<number, string>}
 */
function attackers(number) {
  const found = new Map();
  for (const step of stepsFrom[number])
    for (const other of step.undercutters ?? []) if (!isOff(other)) found.set(other, "step");
  for (const other of rebutters[number]) if (!isOff(other)) found.set(other, weightOf(other));
  return found;
}
