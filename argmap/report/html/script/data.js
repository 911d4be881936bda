import { byId } from "./dom.js";

/** @import { PageData, PageStatement, PageQuestion, PageStep } from "./page-data" */
/** @typedef {PageStatement | PageQuestion} Said */

/** @type {PageData} */
export const data = JSON.parse(byId("data").textContent ?? "");

/** How many statements there are: the number of the first question. */
export const count = data.statements.length;

/** @type {Said[]} every statement, then every question; its position is its number */
export const said = [...data.statements, ...data.questions];

const numbers = new Map(said.map((one, number) => [one.id, number]));
const own = new Map(said.map((one, number) => [keyOf(one.id), number]));

/** What each bears on and what bears on it, by number. */
export const rebutters = lists();
export const rebutted = lists();
export const evidence = lists();
export const backed = lists();
export const asked = lists();
/** @type {PageStep[][]} */
export const stepsTo = said.map(() => []);
/** @type {PageStep[][]} */
export const stepsFrom = said.map(() => []);
/** @type {PageStep[][]} */
export const undercut = said.map(() => []);

for (const [from, to] of data.rebuts) link(from, to, rebutted, rebutters);
for (const [from, to] of data.backs) link(from, to, backed, evidence);
for (const step of data.steps) {
  stepsTo[step.conclusion].push(step);
  for (const premise of step.premises) stepsFrom[premise].push(step);
  for (const attacker of step.undercutters ?? []) undercut[attacker].push(step);
}
data.questions.forEach((question, position) => {
  for (const answer of question.answers ?? []) asked[answer.statement].push(count + position);
});

/**
 * The number of a statement or question, by its id.
 * @param {string} id
 * @returns {number | undefined}
 */
export function numberOf(id) {
  return numbers.get(id);
}

/**
 * The number of what is drawn under a key.
 * @param {string} key
 * @returns {number | undefined}
 */
export function numberAt(key) {
  return own.get(key);
}

/**
 * The key under which an id is drawn.
 * @param {string} id
 */
export function keyOf(id) {
  return id.includes("#") ? id : `${data.debate}#${id}`;
}

/**
 * What something is: `claim`, `rebuttal`, `evidence` or `question`.
 * @param {Said} one
 */
export function roleOf(one) {
  return "role" in one ? one.role : "question";
}

/**
 * The name of a party.
 * @param {string | undefined} id
 */
export function partyOf(id) {
  return data.parties.find((party) => party.id === id)?.name ?? id?.split("#").pop() ?? "";
}

/**
 * Words of the page, with what is to be filled in.
 * @param {string} name
 * @param {Record<string, string | number>} fills
 */
export function word(name, fills = {}) {
  return data.words[name].replace(/\{(\w+)\}/g, (_, key) => String(fills[key]));
}

/**
 * Everything on which the standing of something depends, itself included: attackers, theirs, grounds, evidence, answers.
 * @param {number} start
 * @returns {Set<number>}
 */
export function bearingOn(start) {
  const found = new Set([start]);
  for (const number of found) {
    const one = said[number];
    const near = [...rebutters[number], ...evidence[number]];
    if ("answers" in one) near.push(...(one.answers ?? []).map((answer) => answer.statement));
    for (const step of stepsTo[number]) near.push(...step.premises, ...(step.undercutters ?? []));
    for (const step of stepsFrom[number]) near.push(...(step.undercutters ?? []));
    for (const other of near) found.add(other);
  }
  return found;
}

/**
 * What something speaks of at once.
 * @param {number} number
 * @returns {number[]}
 */
export function targetsOf(number) {
  const one = said[number];
  const steps = [...stepsFrom[number], ...undercut[number]].map((step) => step.conclusion);
  const struck = undercut[number].flatMap((step) => step.premises);
  const about = "about" in one ? (one.about ?? []) : [];
  return [...rebutted[number], ...backed[number], ...asked[number], ...steps, ...struck, ...about];
}

/** @returns {number[][]} */
function lists() {
  return said.map(() => []);
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number[][]} forth
 * @param {number[][]} back
 */
function link(from, to, forth, back) {
  forth[from].push(to);
  back[to].push(from);
}
