import { badgeOf } from "./badge.js";
import { data, keyOf, numberAt, partyOf, roleOf, said, word } from "./data.js";
import { make } from "./dom.js";

/**
 * The badge of a status.
 * @param {string} status
 */
export function statusBadge(status) {
  return badgeOf(status, data.statuses[status]);
}

/**
 * A link to a statement or question.
 * @param {number} number
 * @param {string} words its text, unless said
 */
export function reference(number, words = said[number].text) {
  const { id } = said[number];
  return make("a", { href: `#select=${encodeURIComponent(id)}`, "data-id": id, lang: spoken() }, words);
}

/**
 * What something is and who says it.
 * @param {number} number
 */
export function kindOf(number) {
  const one = said[number];
  const type = "type" in one && one.type ? `（${one.type}）` : "";
  const kind = word(roleOf(one)) + (data.lang === "ja" ? type : type.replace("（", " (").replace("）", ")"));
  return [kind, partyOf(one.by)].filter(Boolean).join(data.lang === "ja" ? "　" : " · ");
}

/** The language of the debate, where it is not that of the page. */
export function spoken() {
  return data.spoken === data.lang ? null : data.spoken;
}

/**
 * The statement or question that an element of the map or a link stands for.
 * @param {EventTarget | null} target
 * @returns {number | undefined}
 */
export function numberUnder(target) {
  const found = target instanceof Element ? target.closest("[data-key], a[data-id], [data-id] a") : null;
  if (!found) return undefined;
  const holder = /** @type {HTMLElement} */ (found.closest("[data-key], [data-id]"));
  const { of, key, id = "" } = holder.dataset;
  return numberAt(of?.split(" ")[0] ?? key ?? keyOf(id));
}
