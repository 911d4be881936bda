import {
  asked,
  backed,
  count,
  data,
  evidence,
  rebutted,
  rebutters,
  roleOf,
  said,
  stepsFrom,
  stepsTo,
  undercut,
  word,
} from "./data.js";
import { button, byId, make } from "./dom.js";
import { kindOf, reference, spoken, statusBadge } from "./parts.js";
import { isOff, isTrying, leaveOut, toggle, trialOf, weightOf } from "./trial.js";

/** @import { PagePassage, PageStep } from "./page-data" */

/**
 * Tell everything about a statement or question.
 * @param {number} number
 * @param {() => void} show what brings it into sight in the map
 * @param {() => void} leave what leads back
 */
export function tell(number, show, leave) {
  const one = said[number];
  const trial = trialOf(number);
  byId("detail").replaceChildren(
    make(
      "div",
      { class: "detail-bar" },
      button(`‹ ${word("back")}`, leave, { id: "back" }),
      button(word("show"), show),
    ),
    make("p", { class: "kind" }, kindOf(number), " ", make("code", {}, one.id)),
    make("h2", { lang: spoken(), tabindex: -1, id: "told" }, one.text),
    make(
      "p",
      { class: "verdict" },
      statusBadge(one.status),
      ...(trial ? [" → ", statusBadge(trial.status)] : []),
    ),
    ...facts(number),
    ...whatIf(number),
    ...why(number, isTrying() ? "as-held" : "why"),
    ...relations(number),
    ...passage(one.passage),
    ...next(one.id),
  );
}

/**
 * The explanation of a status, as it stands in the hand-out too.
 * @param {number} number
 * @param {string} heading
 */
export function why(number, heading = "why") {
  const { says, reasons = [], deciding = [] } = said[number];
  if (!says) return [];
  const items = reasons.map((reason) => make("li", {}, ...linked(reason, deciding)));
  return [make("h3", {}, word(heading)), make("p", {}, says), make("ul", { class: "reasons" }, ...items)];
}

/**
 * A sentence in which statements are links, by their words instead of their ids.
 * @param {string} sentence
 * @param {number[]} numbers of the statements that it may name
 * @returns {(string | Node)[]}
 */
function linked(sentence, numbers) {
  /** @type {(string | Node)[]} */
  let parts = [sentence];
  for (const number of numbers)
    parts = parts.flatMap((part) => (typeof part === "string" ? linkedTo(part, number) : [part]));
  return parts;
}

/**
 * @param {string} part
 * @param {number} number
 * @returns {(string | Node)[]}
 */
function linkedTo(part, number) {
  const { id, text } = said[number];
  const whole = new RegExp(` ?(?<![\\p{L}\\p{N}#-])${id}(?![\\p{L}\\p{N}#-])`, "u").exec(part);
  if (!whole) return [part];
  const before = part.slice(0, whole.index);
  const after = part.slice(whole.index + whole[0].length);
  const line = cut(text.replace(/\s+/g, " ").replace(/[。.]+$/, ""), 80);
  const told = after.indexOf(line);
  const space = whole[0].startsWith(" ") ? " " : "";
  if (told < 0 || !"（(".includes(after[told - 1]))
    return [before + space, reference(number, cut(text, 30)), after];
  return [before + after.slice(0, told), reference(number, line), after.slice(told + line.length)];
}

/**
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * The follow-up questions, grouped.
 * @param {(about: string) => boolean} fits
 */
export function questions(fits) {
  const found = data.follow_ups.filter((one) => fits(one.about));
  return found.map((one) =>
    make(
      "li",
      {},
      make("p", { class: "ask" }, one.text),
      make("p", { class: "note" }, one.why),
      make("p", { class: "note" }, `${word("to")}${data.lang === "ja" ? "：" : ": "}${one.to}`),
    ),
  );
}

/** @param {number} number */
function facts(number) {
  const one = said[number];
  const found = [];
  if ("elsewhere" in one && one.elsewhere) found.push(word("elsewhere"));
  if ("candidate" in one && one.candidate) found.push(word("candidate"));
  if ("date" in one && one.date) found.push(one.date);
  if ("place" in one && one.place) found.push(one.place);
  if ("role" in one && one.role === "evidence" && !one.sourced) found.push(word("no-source"));
  if (roleOf(one) === "rebuttal" && !evidence[number].length) found.push(word("no-evidence"));
  return found.length ? [make("p", { class: "facts" }, found.join(" · "))] : [];
}

/** @param {number} number */
function whatIf(number) {
  const one = said[number];
  if (roleOf(one) !== "rebuttal" && roleOf(one) !== "evidence") return [];
  return [
    make(
      "label",
      { class: "what-if" },
      make("input", {
        type: "checkbox",
        role: "switch",
        id: "leave-out",
        checked: isOff(number),
        change: () => {
          toggle(one.id);
          byId("leave-out").focus();
        },
      }),
      make("span", {}, make("strong", {}, word("what-if")), ` ${word("leave-out")}`),
    ),
  ];
}

/** @param {number} number */
function relations(number) {
  const one = said[number];
  if ("answers" in one || number >= count) {
    const answers = "answers" in one ? (one.answers ?? []) : [];
    const about = "about" in one ? (one.about ?? []) : [];
    return [
      ...named(
        "answered",
        answers.map((answer) => answer.statement),
        (_, place) => word(answers[place].extent ?? "full"),
      ),
      ...named("about", about),
    ];
  }
  const against = stepsFrom[number].flatMap((step) => step.undercutters ?? []);
  return [
    ...named("rebutted", rebutters[number], weighed),
    ...named("undercut", [...new Set(against)], weighed),
    ...named("rests", [...new Set(stepsTo[number].flatMap((step) => step.premises))]),
    ...named("evidence-for", evidence[number], dated),
    ...(evidence[number].length > 1
      ? [button(word("leave-all", { n: evidence[number].length }), () => leaveOut(evidence[number]))]
      : []),
    ...named("rebuts", rebutted[number]),
    ...named(
      "undercuts",
      undercut[number].flatMap((step) => step.premises),
      (_, place) => follows(undercut[number][place]),
    ),
    ...named(
      "supports",
      stepsFrom[number].map((step) => step.conclusion),
      (_, place) => jointly(stepsFrom[number][place], number),
    ),
    ...named("backs", backed[number]),
    ...named("answers", asked[number]),
  ];
}

/** @param {PageStep | undefined} step */
function follows(step) {
  return step ? `→ ${said[step.conclusion].text}` : "";
}

/**
 * @param {PageStep} step
 * @param {number} number
 */
function jointly(step, number) {
  const others = step.premises.filter((other) => other !== number);
  return others.length ? `${word("with")} ${others.map((other) => said[other].id).join(", ")}` : "";
}

/** @param {number} number */
function weighed(number) {
  return word(weightOf(number));
}

/** @param {number} number */
function dated(number) {
  const one = said[number];
  return "date" in one || "place" in one ? [one.date, one.place].filter(Boolean).join(" ") : "";
}

/**
 * A heading and a list of links, if there are any.
 * @param {string} heading
 * @param {number[]} numbers
 * @param {(number: number, place: number) => string} note
 */
function named(heading, numbers, note = () => "") {
  if (!numbers.length) return [];
  const items = numbers.map((number, place) => {
    const words = isOff(number) ? word("left-out") : note(number, place);
    const status =
      number < count || heading === "answers"
        ? statusBadge(trialOf(number)?.status ?? said[number].status)
        : null;
    return make(
      "li",
      { class: isOff(number) && "off" },
      status,
      reference(number),
      words && make("span", { class: "note" }, words),
    );
  });
  return [make("h3", {}, word(heading)), make("ul", { class: "rows" }, ...items)];
}

/** @param {PagePassage | null | undefined} one */
function passage(one) {
  if (!one) return [];
  const { title, url = "" } = data.sources[one.source];
  const parts = [one.date && title.includes(one.date) ? "" : one.date, one.at]
    .filter(Boolean)
    .join(data.lang === "ja" ? "、" : ", ");
  const open = data.lang === "ja" ? "「" : "“";
  const close = data.lang === "ja" ? "」" : "”";
  const linkable = /^https?:\/\//i.test(url) || url.startsWith("mailto:");
  return [
    make("h3", {}, word("source")),
    make(
      "p",
      {},
      linkable ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title) : title,
      parts && ` ${parts}`,
    ),
    one.found
      ? make("blockquote", { lang: spoken() }, one.before ?? "", make("mark", {}, one.found), one.after ?? "")
      : one.quote
        ? make("p", { lang: spoken() }, `${open}${one.quote}${close}`)
        : null,
    one.match && one.match !== "unchecked" ? make("p", { class: "note" }, word(one.match)) : null,
  ].filter((part) => part !== null);
}

/** @param {string} id */
function next(id) {
  const found = questions((about) => about === id);
  if (!found.length) return [];
  return [
    make("h3", {}, word("next")),
    make("p", { class: "note" }, word("draft")),
    make("ol", { class: "next" }, ...found),
  ];
}
