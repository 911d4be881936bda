import { count, data, keyOf, numberAt, said, word } from "./data.js";
import { button, byId, make } from "./dom.js";
import { clear, open } from "./marks.js";
import { statusBadge } from "./parts.js";
import { change } from "./state.js";

/** @typedef {{title: string, counts: string, template: HTMLTemplateElement, keys: Set<string>}} Fold */

/** @type {Fold[]} */
const folds = [...byId("sheet").querySelectorAll("template")].map((template) => ({
  title: template.dataset.title ?? "",
  counts: template.dataset.counts ?? "",
  template,
  keys: new Set(
    [...template.content.querySelectorAll(".node:not(.reference)")].map(
      (one) => one.getAttribute("data-key") ?? "",
    ),
  ),
}));
let opened = "";

/** Draw the map; of very many statements only the list of its parts. */
export function draw() {
  const map = byId("sheet").querySelector("svg");
  if (map) return open(/** @type {SVGSVGElement} */ (map));
  byId("refold").onclick = () => change({ open: "", select: "" });
  byId("folds").replaceChildren(
    make("p", { class: "note" }, word("folded", { n: said.length })),
    make("ul", { class: "folds" }, ...folds.map(card)),
  );
}

/**
 * Open the part that is asked for, or that holds what is selected.
 * @param {string} wanted
 * @param {string} id
 * @returns {boolean} whether another map is drawn
 */
export function unfold(wanted, id) {
  if (!folds.length) return false;
  const holder = id ? folds.find((fold) => fold.keys.has(keyOf(id))) : undefined;
  const fold = holder ?? folds.find(({ title }) => title === wanted);
  byId("folds").hidden = fold !== undefined;
  byId("refold").hidden = fold === undefined;
  byId("map").classList.toggle("folded", fold === undefined);
  if (opened === (fold?.title ?? "")) return false;
  opened = fold?.title ?? "";
  const map = fold?.template.content.cloneNode(true);
  if (map instanceof DocumentFragment) open(/** @type {SVGSVGElement} */ (map.querySelector("svg")));
  else clear();
  return fold !== undefined;
}

/** @param {Fold} fold */
function card(fold) {
  const claims = [...fold.keys]
    .map((key) => data.statements[numberAt(key) ?? count])
    .filter((one) => one?.role === "claim");
  const badges = Object.keys(data.statuses).map((status) => {
    const n = claims.filter((one) => one.status === status).length;
    return n > 0 && make("span", {}, statusBadge(status), ` ${n} `);
  });
  return make(
    "li",
    {},
    button(fold.title, () => change({ open: fold.title })),
    make("p", { class: "note" }, fold.counts),
    make("p", {}, ...badges),
  );
}
