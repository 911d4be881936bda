import { badgeOf } from "./badge.js";
import { announce, byId, make } from "./dom.js";
import { same } from "./same.js";

/** @import { IndexData, IndexDebate, IndexSaid } from "./index-data" */
/** @typedef {{ debate: IndexDebate, one: IndexSaid, role: string, by: string, text: string }} Entry */

const MOST_HITS = 100;
/** Milliseconds without a key after which the address says what is looked for: browsers allow few changes a second. */
const REST = 300;

/** @type {IndexData} */
const all = JSON.parse(byId("data").textContent ?? "");
/** @type {Entry[]} */
const entries = all.debates.flatMap((debate) => (debate.said ?? []).map((one) => entry(debate, one)));
const find = /** @type {HTMLInputElement} */ (byId("find"));
const only = /** @type {HTMLInputElement} */ (byId("only"));
let resting = 0;

document.documentElement.classList.add("live");
listenSearch();
follow();

/**
 * @param {IndexDebate} debate
 * @param {IndexSaid} one
 * @returns {Entry}
 */
function entry(debate, one) {
  const by = debate.parties?.[one.by ?? -1] ?? "";
  const text = same([one.text, one.id, by, one.place ?? "", debate.title].join("\n"));
  return { debate, one, role: one.role ?? "claim", by, text };
}

function listenSearch() {
  find.oninput = () => {
    search();
    clearTimeout(resting);
    resting = setTimeout(keep, REST);
  };
  find.onchange = keep;
  only.onchange = () => {
    search();
    keep();
  };
  find.onkeydown = (event) => {
    if (event.key === "Enter" && !event.isComposing) byId("hits").querySelector("a")?.click();
  };
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/" && event.target !== find) find.focus();
    else if (event.key === "Escape" && (find.value || only.checked)) clear();
    else return;
    event.preventDefault();
  });
}

function clear() {
  find.value = "";
  only.checked = false;
  search();
  keep();
}

/** Look for what the address says, unless it names a place on the page. */
function follow() {
  if (document.getElementById(location.hash.slice(1))) return;
  const given = new URLSearchParams(location.hash.slice(1));
  find.value = given.get("q") ?? "";
  only.checked = given.has("stands");
  search();
}

/** Have the address say what is looked for. */
function keep() {
  clearTimeout(resting);
  const parts = [find.value && `q=${encodeURIComponent(find.value)}`, only.checked && "stands"];
  const hash = `#${parts.filter(Boolean).join("&")}`;
  if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
}

/** Show what fits, in place of everything. */
function search() {
  const wanted = same(find.value).split(/\s+/).filter(Boolean);
  const looking = wanted.length > 0 || only.checked;
  const before = byId("all").hidden;
  byId("all").hidden = looking;
  byId("hits").hidden = !looking;
  if (looking || before) scrollTo(0, 0);
  if (!looking) {
    byId("hits").replaceChildren();
    announce("");
    return;
  }
  const found = entries.filter(
    ({ one, text }) =>
      (!only.checked || all.statuses[one.status].stands) && wanted.every((part) => text.includes(part)),
  );
  const count = found.length ? filled("found", found.length) : all.words.nothing;
  byId("hits").replaceChildren(
    make("h2", {}, count),
    make("ul", { class: "rows" }, ...found.slice(0, MOST_HITS).map(hit)),
    found.length > MOST_HITS ? make("p", { class: "note" }, filled("more", found.length - MOST_HITS)) : "",
  );
  announce(count);
}

/** @param {Entry} found */
function hit({ debate, one, role, by }) {
  const lang = debate.lang;
  const place = [by, debate.title, one.place].filter(Boolean).join(" · ");
  return make(
    "li",
    {},
    make(
      "a",
      { href: debate.page && `${debate.page}#select=${encodeURIComponent(one.id)}` },
      badgeOf(one.status, all.statuses[one.status]),
      " ",
      make("span", { lang }, one.text),
      make("span", { class: "note" }, `${all.words[role]} · `, make("span", { lang }, place)),
    ),
  );
}

/**
 * @param {string} name
 * @param {number} n
 */
function filled(name, n) {
  return all.words[name].replace("{n}", String(n));
}
