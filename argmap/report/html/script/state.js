/**
 * What the page shows. All of it stands in the address, so that a link leads to the same sight.
 * @typedef {object} State
 * @property {string} select the id of what is selected
 * @property {string} view `map`, `list` or `matrix`
 * @property {string} q what is searched for
 * @property {string[]} role
 * @property {string[]} status
 * @property {string[]} party
 * @property {string[]} group
 * @property {boolean} stands only what still stands
 * @property {boolean} bare only what has no evidence
 * @property {string[]} off ids that are left out, to see what changes
 * @property {number} step where the walk is, from 1; 0 when there is none
 * @property {string} open the group whose map is open, when the page is folded
 */

/** @type {Readonly<State>} */
const NOTHING = {
  select: "",
  view: "map",
  q: "",
  role: [],
  status: [],
  party: [],
  group: [],
  stands: false,
  bare: false,
  off: [],
  step: 0,
  open: "",
};

/** Browsers refuse to have the address changed at every key: it follows when the keys rest. */
const REST = 300;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
/** @type {Readonly<State>} */
let state = NOTHING;
/** @type {((state: Readonly<State>, before: Readonly<State>) => void)[]} */
const watchers = [];

/**
 * Be told when the state changes.
 * @param {(state: Readonly<State>, before: Readonly<State>) => void} listener
 */
export function watch(listener) {
  watchers.push(listener);
}

/** What is shown. */
export function now() {
  return state;
}

/**
 * Show something else.
 * @param {Partial<State>} wanted what changes
 * @param {boolean} passing that the address is replaced: going back leads past it
 */
export function change(wanted, passing = false) {
  const next = { ...state, ...wanted };
  const address = spelled(next);
  if (address === spelled(state)) return;
  clearTimeout(resting);
  if (passing) resting = setTimeout(() => history.replaceState(null, "", address), REST);
  else history.pushState(null, "", address);
  turn(next);
}

/** Begin with what the address says, and follow it. */
export function start() {
  addEventListener("popstate", () => turn(read(location.hash)));
  turn(read(location.hash));
}

/** @param {Readonly<State>} next */
function turn(next) {
  const before = state;
  state = next;
  for (const listener of watchers) listener(state, before);
}

/**
 * @param {string} hash
 * @returns {State}
 */
function read(hash) {
  if (hash.startsWith("#s-")) return { ...NOTHING, select: decodeURIComponent(hash.slice(3)) };
  const given = new URLSearchParams(hash.slice(1));
  const many = (/** @type {string} */ name) => given.get(name)?.split(",").filter(Boolean) ?? [];
  return {
    select: given.get("select") ?? "",
    view: ["list", "matrix"].find((view) => view === given.get("view")) ?? "map",
    q: given.get("q") ?? "",
    role: many("role"),
    status: many("status"),
    party: many("party"),
    group: many("group"),
    stands: given.has("stands"),
    bare: given.has("bare"),
    off: many("off"),
    step: Math.max(0, Number.parseInt(given.get("step") ?? "0", 10) || 0),
    open: given.get("open") ?? "",
  };
}

/** @param {Readonly<State>} wanted */
function spelled(wanted) {
  const parts = Object.entries(wanted)
    .filter(([name, value]) => String(value) !== String(NOTHING[/** @type {keyof State} */ (name)]))
    .map(([name, value]) => `${name}=${value === true ? "" : encodeURIComponent(String(value))}`);
  return `#${parts.join("&")}`;
}
