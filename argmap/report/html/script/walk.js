import { data, numberOf, said, word } from "./data.js";
import { announce, byId } from "./dom.js";
import { kindOf } from "./parts.js";
import { change, now } from "./state.js";

const FORTH = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];

/** Let the buttons and keys of the walk work. */
export function listenWalk() {
  byId("walk").onclick = () => (now().step ? leave() : go(1));
  byId("walk-next").onclick = () => go(now().step + 1);
  byId("walk-previous").onclick = () => go(now().step - 1);
  byId("walk-end").onclick = leave;
}

/**
 * What a key does on the walk.
 * @param {string} key
 * @returns {boolean} whether it does anything
 */
export function walkKey(key) {
  if (!now().step) return false;
  if (FORTH.includes(key)) go(now().step + 1);
  else if (BACK.includes(key)) go(now().step - 1);
  else return false;
  return true;
}

/** Leave the walk. */
export function leave() {
  change({ step: 0 });
  byId("walk").focus();
}

/** The numbers of all that has been said so far. */
export function spokenSoFar() {
  return data.walk.slice(0, now().step).map((id) => /** @type {number} */ (numberOf(id)));
}

/** Show where the walk is. */
export function showStep() {
  const all = data.walk.length;
  const step = Math.min(now().step, all);
  byId("steps").hidden = !step;
  document.documentElement.classList.toggle("walking", step > 0);
  byId("walk").setAttribute("aria-pressed", String(step > 0));
  if (!step) return;
  byId("walk-at").textContent = word("walk-at", { n: step, all });
  /** @type {HTMLButtonElement} */ (byId("walk-previous")).disabled = step <= 1;
  /** @type {HTMLButtonElement} */ (byId("walk-next")).disabled = step >= all;
  const number = numberOf(data.walk[step - 1]) ?? 0;
  announce(`${word("walk-at", { n: step, all })}. ${kindOf(number)}: ${said[number].text}`);
}

/** @param {number} step */
function go(step) {
  const to = Math.min(Math.max(step, 1), data.walk.length);
  if (data.walk.length) change({ step: to, select: data.walk[to - 1], view: "map" });
}
