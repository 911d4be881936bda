/**
 * What stands, decided in the page by the same rules as `argmap.semantics`, so that statements can be left out at will.
 *
 * @import { Label, PageData, PageStatement } from "./page-data"
 */

/** @typedef {Required<Pick<PageStatement, "asserted" | "backed" | "force" | "status">>} Decided */

/**
 * A debate by what bears on each statement: who rebuts it, which evidence backs it, which steps lead to and from it.
 *
 * @typedef {{premises: number[], conclusion: number, undercutters: number[]}} Inference
 * @typedef {{rebutters: number[], evidence: number[], stepsTo: Inference[], stepsFrom: Inference[]}} Bearing
 */

const ALWAYS = 0;
const NEVER = ~ALWAYS;

/**
 * What is decided of every statement when some are left out, as if they had never been said.
 *
 * @param {PageData} data the debate.
 * @param {ReadonlySet<number>} off the positions of the statements that are left out.
 * @returns {(Decided | null)[]} by position; null for what is left out.
 */
export function decide(data, off) {
  const bearings = bearingsWithout(data, off);
  const asserted = standingsIn(data, bearings, false).standing;
  const { standing: backed, force } = standingsIn(data, bearings, true);
  const attacked = attackedIn(bearings);
  return data.statements.map((said, at) => {
    if (off.has(at)) return null;
    const { rebutters, stepsFrom } = bearings[at];
    /** @returns {Decided["status"]} the first status that fits. */
    function status() {
      if (said.conceded) return "conceded";
      if (backed[at] === "out") return rebutters.some((r) => force[r] === "in") ? "rebutted" : "undermined";
      if (backed[at] === "undecided") return "contested";
      if (!attacked.has(at)) return "unrebutted";
      if (areUndercut(stepsFrom, force)) return "undercut";
      return asserted[at] !== "in" || areUndercut(stepsFrom, asserted) ? "challenged" : "defended";
    }
    return { asserted: asserted[at], backed: backed[at], force: force[at], status: status() };
  });
}

/**
 * @param {PageData} data
 * @param {ReadonlySet<number>} off
 * @returns {Bearing[]} by position; what is left out bears on nothing.
 */
function bearingsWithout(data, off) {
  /** @type {Bearing[]} */
  const bearings = data.statements.map(() => ({ rebutters: [], evidence: [], stepsTo: [], stepsFrom: [] }));
  /** @param {number} at */
  const isOn = (at) => !off.has(at);
  for (const [from, to] of data.rebuts) if (isOn(from)) bearings[to].rebutters.push(from);
  for (const [from, to] of data.backs) if (isOn(from)) bearings[to].evidence.push(from);
  for (const { premises, conclusion, undercutters = [] } of data.steps) {
    if (!isOn(conclusion) || !premises.every(isOn)) continue;
    const step = { premises, conclusion, undercutters: undercutters.filter(isOn) };
    bearings[conclusion].stepsTo.push(step);
    for (const premise of premises) bearings[premise].stepsFrom.push(step);
  }
  return bearings;
}

/**
 * The labels under one policy, and what every statement weighs with as an attacker.
 *
 * @param {PageData} data
 * @param {Bearing[]} bearings
 * @param {boolean} needsEvidence whether only attackers with evidence count.
 * @returns {{standing: Label[], force: Label[]}} by position.
 */
function standingsIn(data, bearings, needsEvidence) {
  const conditions = new Conditions();
  const standing = bearings.map(() => conditions.add());
  const force = needsEvidence ? bearings.map(() => conditions.add()) : standing;
  bearings.forEach(({ rebutters, evidence, stepsTo }, at) => {
    const { role, sourced, conceded } = data.statements[at];
    const holding = stepsTo.map(({ premises, undercutters }) =>
      conditions.all([...premises.map((p) => standing[p]), ...undercutters.map((u) => ~force[u])]),
    );
    conditions.require(standing[at], [
      ...rebutters.map((r) => ~force[r]),
      ...(stepsTo.length ? [conditions.any(holding)] : []),
      ...(conceded ? [NEVER] : []),
    ]);
    if (!needsEvidence) return;
    // A step that holds, from premises that all have force, backs its conclusion.
    const ways = stepsTo.map(({ premises }, k) =>
      conditions.all([holding[k], ...premises.map((p) => force[p])]),
    );
    const isBacked = conditions.any([...evidence.map((e) => force[e]), ...ways]);
    const hasSource = sourced ? ALWAYS : NEVER;
    conditions.require(force[at], [standing[at], role === "evidence" ? hasSource : isBacked]);
  });
  const known = conditions.settle();
  /** @type {(condition: number) => Label} */
  const label = (condition) => {
    const holds = known[condition];
    return holds === undefined ? "undecided" : holds ? "in" : "out";
  };
  return { standing: standing.map(label), force: force.map(label) };
}

/**
 * Conditions that hang on one another. Each has a number, and `~number` is its opposite; the first one requires nothing.
 * A condition holds when all that it requires holds, and fails when one of that fails; what waits for itself alone stays
 * undecided. That is the least fixpoint in Kleene's three-valued logic, found by counting (Dowling and Gallier 1984) in
 * linear time.
 */
class Conditions {
  /** @type {number[]} by condition: how much it still waits for. */
  #waits = [0];
  /** @type {number[][]} by condition: who requires it, and `~` who requires its opposite. */
  #users = [[]];

  /** @returns {number} a condition that requires nothing yet. */
  add() {
    this.#users.push([]);
    return this.#waits.push(0) - 1;
  }

  /**
   * @param {number} condition
   * @param {number[]} others what it requires, besides what it required before.
   */
  require(condition, others) {
    this.#waits[condition] += others.length;
    for (const other of others) {
      if (other < 0) this.#users[~other].push(~condition);
      else this.#users[other].push(condition);
    }
  }

  /**
   * @param {number[]} others
   * @returns {number} the condition that all of them hold.
   */
  all(others) {
    if (others.length < 2) return others.length ? others[0] : ALWAYS;
    const condition = this.add();
    this.require(condition, others);
    return condition;
  }

  /**
   * @param {number[]} others
   * @returns {number} the condition that one of them holds.
   */
  any(others) {
    return ~this.all(others.map((other) => ~other));
  }

  /** @returns {(boolean | undefined)[]} by condition: whether it holds, undefined where that is undecided. */
  settle() {
    /** @type {(boolean | undefined)[]} */
    const known = this.#waits.map((waits) => (waits ? undefined : true));
    const settled = [...known.keys()].filter((condition) => known[condition]);
    // The list grows meanwhile.
    for (const condition of settled) {
      for (const user of this.#users[condition]) {
        const other = user < 0 ? ~user : user;
        if (known[other] !== undefined) continue;
        const holds = known[condition] === user >= 0;
        if (holds && --this.#waits[other]) continue;
        known[other] = holds;
        settled.push(other);
      }
    }
    return known;
  }
}

/**
 * The statements that somebody attacks: themselves, a step to or from them, or anything that they rest on.
 *
 * @param {Bearing[]} bearings
 * @returns {Set<number>}
 */
function attackedIn(bearings) {
  /** @type {(steps: Inference[]) => boolean} */
  const anyUndercut = (steps) => steps.some(({ undercutters }) => undercutters.length);
  /** @type {Set<number>} */
  const attacked = new Set();
  bearings.forEach(({ rebutters, stepsTo }, at) => {
    if (rebutters.length || anyUndercut(stepsTo)) attacked.add(at);
  });
  // The set grows meanwhile.
  for (const at of attacked) for (const { conclusion } of bearings[at].stepsFrom) attacked.add(conclusion);
  // An attack on a step from a statement is not handed on.
  bearings.forEach(({ stepsFrom }, at) => {
    if (anyUndercut(stepsFrom)) attacked.add(at);
  });
  return attacked;
}

/**
 * @param {Inference[]} steps
 * @param {Label[]} force
 * @returns {boolean} whether there are steps and an attacker that counts undercuts each of them.
 */
function areUndercut(steps, force) {
  return steps.length > 0 && steps.every(({ undercutters }) => undercutters.some((u) => force[u] === "in"));
}
