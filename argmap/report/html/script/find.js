import { count, data, evidence, partyOf, roleOf, said, word } from "./data.js";
import { same } from "./same.js";
import { trialOf } from "./trial.js";

/** @import { State } from "./state.js" */

const texts = said.map((one) =>
  same(
    [
      one.text,
      one.id,
      partyOf(one.by),
      word(roleOf(one)),
      "place" in one ? one.place : "",
      "type" in one ? one.type : "",
      data.groups.find((group) => group.id === one.group)?.title,
    ].join("\n"),
  ),
);

/**
 * Whether anything is looked for.
 * @param {Readonly<State>} state
 */
export function isLooking(state) {
  const { q, role, status, party, group, stands, bare } = state;
  return stands || bare || q.trim() !== "" || role.length + status.length + party.length + group.length > 0;
}

/**
 * The numbers of what fits search and filters.
 * @param {Readonly<State>} state
 * @returns {number[]}
 */
export function fitting(state) {
  const wanted = same(state.q).split(/\s+/).filter(Boolean);
  const some = (/** @type {string[]} */ list, /** @type {string} */ value) =>
    !list.length || list.includes(value);
  const found = [];
  for (let number = 0; number < said.length; number += 1) {
    const one = said[number];
    const status = trialOf(number)?.status ?? one.status;
    if (
      wanted.every((part) => texts[number].includes(part)) &&
      some(state.role, roleOf(one)) &&
      some(state.status, status) &&
      some(state.party, one.by ?? "") &&
      some(state.group, one.group ?? "") &&
      (!state.stands || data.statuses[status].stands) &&
      (!state.bare || isBare(number))
    )
      found.push(number);
  }
  return found;
}

/**
 * Whether a claim or rebuttal has no evidence, or evidence no source.
 * @param {number} number
 */
function isBare(number) {
  const one = said[number];
  if (number >= count || !("role" in one)) return false;
  return one.role === "evidence" ? !one.sourced : !evidence[number].length;
}
