import { data, numberOf, said, word } from "./data.js";
import { announce, button, byId, make } from "./dom.js";
import { decide } from "./labelling.js";
import { reference, statusBadge } from "./parts.js";
import { change, now } from "./state.js";

/** @import { Decided } from "./labelling.js" */

const FROM_HIGH = Object.keys(data.statuses);
/** @type {(Decided | null)[]} */
const held = decide(data, new Set());
/** @type {(Decided | null)[]} */
let tried = held;
/** @type {Set<number>} */
let off = new Set();

/**
 * Leave statements out, as if they had never been said, and decide anew.
 * @param {string[]} ids
 */
export function tryWithout(ids) {
  off = new Set(ids.map(numberOf).filter((number) => number !== undefined));
  tried = off.size ? decide(data, off) : held;
  bar();
}

/**
 * What is decided of a statement while others are left out, if that is not what was decided of the debate as held.
 * @param {number} number
 * @returns {Decided | null | undefined}
 */
export function trialOf(number) {
  const found = tried[number];
  // Not always so of a statement in another debate: not all that follows from it is on this page.
  const known = held[number]?.status === said[number].status;
  return found && known && found.status !== said[number].status ? found : undefined;
}

/**
 * Whether a statement is left out.
 * @param {number} number
 */
export function isOff(number) {
  return off.has(number);
}

/**
 * Whether an attacker counts: `counts`, `open`, `fallen`, or `idle` when only evidence is lacking.
 * @param {number} number
 */
export function weightOf(number) {
  const { force = "in", backed = "in" } = tried[number] ?? data.statements[number];
  if (force === "in") return "counts";
  if (force === "undecided") return "open";
  return backed === "out" ? "fallen" : "idle";
}

/** The numbers of all whose status changes. */
export function changed() {
  return [...data.statements.keys()].filter((number) => trialOf(number));
}

/** Whether anything is left out. */
export function isTrying() {
  return off.size > 0;
}

/**
 * Leave statements out, besides those that are.
 * @param {number[]} numbers
 */
export function leaveOut(numbers) {
  change({ off: [...new Set([...now().off, ...numbers.map((number) => said[number].id)])] });
  announce([...changes()].join(" ") || word("unchanged"));
}

/**
 * Leave a statement out, or put it back.
 * @param {string} id
 */
export function toggle(id) {
  const { off: ids } = now();
  change({ off: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id] });
  announce([...changes()].join(" ") || word("unchanged"));
}

/** The changes, in words. */
function* changes() {
  for (const number of changed()) yield `${said[number].text}: ${becomes(number)}.`;
}

/** @param {number} number */
function becomes(number) {
  const from = data.statuses[said[number].status].word;
  const to = data.statuses[trialOf(number)?.status ?? ""].word;
  return word("becomes", { from, to });
}

function bar() {
  const place = byId("trial");
  place.hidden = !off.size;
  if (!off.size) return place.replaceChildren();
  const found = changed();
  place.replaceChildren(
    make(
      "div",
      { class: "detail-bar" },
      make("h2", {}, word("trial")),
      button(word("as-held"), () => restore("")),
    ),
    make("h3", {}, found.length ? word("changes") : word("unchanged")),
    make("ul", { class: "changes" }, ...found.map(turned)),
    make(
      "details",
      { open: off.size < 4 },
      make("summary", {}, `${word("left-out")} ${off.size}`),
      make(
        "ul",
        { class: "offs" },
        ...[...off].map((number) =>
          make(
            "li",
            {},
            make("s", {}, reference(number)),
            button("×", () => restore(said[number].id), {
              "aria-label": `${word("restore")}: ${said[number].text}`,
            }),
          ),
        ),
      ),
    ),
    make("p", { class: "note" }, word("overview-held")),
  );
}

/**
 * Put back what was left out.
 * @param {string} id nothing: all
 */
function restore(id) {
  if (id) toggle(id);
  else change({ off: [] });
  const left = byId("trial").querySelector("button");
  (left ?? byId(now().view === "map" ? "canvas" : now().view)).focus();
}

/** @param {number} number */
function turned(number) {
  const to = trialOf(number)?.status ?? "";
  const rises = FROM_HIGH.indexOf(to) < FROM_HIGH.indexOf(said[number].status);
  return make(
    "li",
    {},
    make("strong", {}, rises ? `↑ ${word("rises")}` : `↓ ${word("falls")}`),
    statusBadge(said[number].status),
    " → ",
    statusBadge(to),
    " ",
    reference(number),
  );
}
