import { make } from "./dom.js";

/**
 * A status as a sign and a word; the class only adds its colour.
 * @param {string} status
 * @param {{ sign: string, word: string }} shown
 */
export function badgeOf(status, shown) {
  const sign = make("span", { "aria-hidden": "true" }, shown.sign);
  return make("span", { class: `badge ${status}` }, sign, ` ${shown.word}`);
}
