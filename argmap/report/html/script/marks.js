import { drawn, mount, unmount } from "./canvas.js";
import { data, keyOf, numberAt, said } from "./data.js";
import { drawSmall } from "./minimap.js";
import { isOff, trialOf, tryWithout } from "./trial.js";

/** @import { Drawn } from "./canvas.js" */
/** @typedef {{element: Element, kind: string, from: string, to: string}} Edge */

const SVG = "http://www.w3.org/2000/svg";

/** @type {SVGSVGElement | undefined} */
let board;
/** @type {Edge[]} */
let edges = [];
/** @type {Map<string, {element: Element, from: string[], to: string[]}>} */
let junctions = new Map();

/**
 * Take a map on the canvas and make its boxes reachable.
 * @param {SVGSVGElement} map
 */
export function open(map) {
  board = map;
  mount(map);
  for (const one of drawn.values()) {
    one.element.setAttribute("role", "button");
    one.element.setAttribute("tabindex", "-1");
    one.element.setAttribute("aria-label", describe(one));
    const sign = one.element.querySelector(".badge text")?.textContent?.split(" ")[0];
    if (sign && !one.element.querySelector(".sign")) one.element.append(inMiddle(sign, one));
  }
  if (!map.querySelector(".afar"))
    for (const frame of /** @type {NodeListOf<SVGGElement>} */ (map.querySelectorAll(".group"))) {
      const { x, y, width } = frame.getBBox();
      const title = frame.querySelector("title")?.textContent ?? "";
      map.append(written("afar", title, x + 16, y + 21, Math.min(30, (width - 32) / title.length)));
    }
  edges = [...map.querySelectorAll(".edge[data-from]")].map((element) => ({
    element,
    kind: element.classList[1],
    from: element.getAttribute("data-from") ?? "",
    to: element.getAttribute("data-to") ?? "",
  }));
  junctions = new Map();
  for (const element of map.querySelectorAll(".junction")) {
    const key = element.getAttribute("data-key") ?? "";
    const from = edges.filter((edge) => edge.to === key).map((edge) => edge.from);
    const to = edges.filter((edge) => edge.from === key).map((edge) => edge.to);
    junctions.set(key, { element, from, to });
  }
  drawSmall(drawn.values());
}

/** @param {Drawn} one */
function describe({ element }) {
  const texts = [...element.querySelectorAll("text:not([aria-hidden])")];
  return texts.map((text) => text.textContent?.trim()).join(" ");
}

/** Take the map off the canvas. */
export function clear() {
  board = undefined;
  unmount();
  edges = [];
  junctions = new Map();
}

/**
 * What is drawn of a statement or question.
 * @param {string} id
 */
export function drawnAs(id) {
  return drawn.get(keyOf(id));
}

/**
 * Bring out some, and dim all others.
 * @param {Iterable<number> | null} numbers null: all alike
 */
export function light(numbers) {
  board?.classList.toggle("dimmed", numbers !== null);
  if (numbers === null) return;
  const lit = new Set([...numbers].map((number) => keyOf(said[number].id)));
  for (const one of drawn.values()) one.element.classList.toggle("lit", lit.has(one.key));
  for (const [key, { element, from, to }] of junctions) {
    const shown = from.some((one) => lit.has(one)) && to.some((one) => lit.has(one));
    element.classList.toggle("lit", shown);
    if (shown) lit.add(key);
  }
  const trunks = new Set();
  for (const { element, kind, from, to } of edges) {
    const shown = lit.has(from) && lit.has(to);
    if (shown) trunks.add(`${kind} ${to}`);
    element.classList.toggle("lit", shown);
  }
  for (const { element, kind, to } of edges)
    if (element.classList.contains("trunk")) element.classList.toggle("lit", trunks.has(`${kind} ${to}`));
}

/**
 * Mark what is selected.
 * @param {string} id
 * @param {string} before what was
 */
export function markSelected(id, before) {
  for (const [one, is] of /** @type {[string, boolean][]} */ ([
    [before, false],
    [id, true],
  ])) {
    const element = drawnAs(one)?.element;
    element?.classList.toggle("selected", is);
    element?.setAttribute("aria-pressed", String(is));
  }
}

/**
 * Show what would become of the others without some.
 * @param {string[]} ids of what is left out
 */
export function markWithout(ids) {
  tryWithout(ids);
  for (const one of drawn.values()) {
    const number = numberAt(one.key);
    if (number === undefined) continue;
    one.element.classList.toggle("off", isOff(number));
    const status = trialOf(number)?.status;
    one.element.classList.toggle("changed", status !== undefined);
    rewrite(one, status ?? said[number].status);
  }
  for (const { element, from, to } of edges)
    element.classList.toggle(
      "off",
      [from, to].some((key) => isOff(numberAt(key) ?? -1)),
    );
}

/**
 * Write another status on a box.
 * @param {Drawn} one
 * @param {string} status
 */
function rewrite(one, status) {
  const group = one.element.querySelector(".badge");
  const text = group?.querySelector("text");
  const pill = group?.querySelector("rect");
  if (!group || !text || !pill) return;
  const { sign, word, tone, width } = data.statuses[status];
  if (text.textContent === `${sign} ${word}`) return;
  const right = pill.x.baseVal.value + pill.width.baseVal.value;
  group.setAttribute("class", `badge tone-${tone}`);
  text.textContent = `${sign} ${word}`;
  pill.setAttribute("width", String(width));
  const left = Math.round((right - width) * 10) / 10;
  pill.setAttribute("x", String(left));
  text.setAttribute("x", String(left + 7));
  const far = one.element.querySelector(".sign");
  if (far) far.textContent = sign;
  one.element.setAttribute("aria-label", describe(one));
}

/**
 * A sign in the middle of a box, below its head.
 * @param {string} sign
 * @param {Drawn} box
 */
function inMiddle(sign, { element, x, y, width, height }) {
  const head = element.matches(".claim, .rebuttal") ? element.querySelector(".head") : null;
  const top = head instanceof SVGGraphicsElement ? head.getBBox().height : 0;
  return written("sign", sign, x + width / 2, y + (top + height) / 2, (height - top) * 0.8);
}

/**
 * Words that are read from afar.
 * @param {string} name
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function written(name, words, x, y, size) {
  const text = document.createElementNS(SVG, "text");
  const attributes = { class: name, "aria-hidden": "true", x, y, "font-size": size };
  for (const [key, value] of Object.entries(attributes)) text.setAttribute(key, String(value));
  text.textContent = words;
  return text;
}
