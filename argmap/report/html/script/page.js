import { fit, listen, middle, nearest, reveal, zoom } from "./canvas.js";
import { bearingOn, data, keyOf, numberAt, numberOf, said, targetsOf, word } from "./data.js";
import { questions, tell, why } from "./detail.js";
import { announce, byId, make } from "./dom.js";
import { fitting, isLooking } from "./find.js";
import { draw, unfold } from "./folds.js";
import { list, stale } from "./list.js";
import { drawnAs, light, markSelected, markWithout } from "./marks.js";
import { matrix } from "./matrix.js";
import { listenSmall } from "./minimap.js";
import { kindOf, numberUnder, reference, statusBadge } from "./parts.js";
import { listenSave } from "./save.js";
import { change, now, start, watch } from "./state.js";
import { leave, listenWalk, showStep, spokenSoFar, walkKey } from "./walk.js";

/** @import { State } from "./state.js" */

const MOST_FOUND = 100;
const PAUSE = 150;
const FILTERS = /** @type {const} */ (["role", "status", "party", "group"]);
const find = /** @type {HTMLInputElement} */ (byId("find"));
/** @type {number[]} */
let found = [];
/** Whether what is selected next is in sight already, for it was selected in the map. */
let inPlace = false;
/** How far the overview was scrolled when it was left. */
let left = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

document.documentElement.classList.add("live");
draw();
fillHandOut();
listen();
listenSmall();
listenSave();
listenWalk();
listenTools();
listenPage();
watch(render);
start();

/**
 * @param {Readonly<State>} state
 * @param {Readonly<State>} before
 */
function render(state, before) {
  const opened = unfold(state.open, state.select);
  const tried = String(state.off) !== String(before.off);
  if (tried) stale();
  if (tried || opened) markWithout(state.off);
  found = fitting(state);
  const selected = numberOf(state.select);
  for (const view of ["map", "list", "matrix"]) byId(view).hidden = view !== state.view;
  document.documentElement.dataset.view = state.view;
  if (state.view === "list") list(found);
  if (state.view === "matrix") matrix(found);
  tools(state);
  markSelected(state.select, before.select);
  clearTimeout(pending);
  const relight = () => light(lit(now(), numberOf(now().select)));
  if (state.q !== before.q) pending = setTimeout(relight, PAUSE);
  // What was asked for is shown first.
  else requestAnimationFrame(() => setTimeout(relight));
  panel(state, selected);
  showStep();
  if (state.select !== before.select && selected !== undefined) {
    byId("detail").parentElement?.scrollTo(0, 0);
    if (!inPlace) setTimeout(() => reveal(keyOf(state.select), true));
    if (!state.step)
      announce(
        `${kindOf(selected)}: ${said[selected].text}. ${word("status")}: ${data.statuses[said[selected].status].word}`,
      );
  }
  if (isLooking(state) && (state.q !== before.q || selected === undefined))
    announce(word("found", { n: found.length }));
}

/**
 * What is brought out in the map.
 * @param {Readonly<State>} state
 * @param {number | undefined} selected
 */
function lit(state, selected) {
  if (state.step) return spokenSoFar();
  if (selected !== undefined) return new Set([...bearingOn(selected), ...targetsOf(selected)]);
  return isLooking(state) ? found : null;
}

/**
 * What stands in the panel: what is selected, or what was found, or the overview.
 * @param {Readonly<State>} state
 * @param {number | undefined} selected
 */
function panel(state, selected) {
  const telling = selected !== undefined || (isLooking(state) && state.view === "map");
  const place = /** @type {HTMLElement} */ (document.querySelector(".panel"));
  if (telling && !byId("overview").hidden) left = place.scrollTop;
  const back = !telling && byId("overview").hidden;
  byId("overview").hidden = telling;
  byId("detail").hidden = !telling;
  document.documentElement.classList.toggle("telling", selected !== undefined);
  if (selected !== undefined) tell(selected, () => lead(state.select), deselect);
  else if (telling) results();
  if (back) place.scrollTop = left;
}

function results() {
  const rows = found
    .slice(0, MOST_FOUND)
    .map((number) =>
      make(
        "li",
        {},
        statusBadge(said[number].status),
        reference(number),
        make("span", { class: "note" }, kindOf(number)),
      ),
    );
  byId("detail").replaceChildren(
    make("h2", {}, found.length ? word("found", { n: found.length }) : word("nothing")),
    make("ul", { class: "rows", id: "hits" }, ...rows),
    found.length > MOST_FOUND
      ? make("p", { class: "note" }, word("more", { n: found.length - MOST_FOUND }))
      : "",
  );
}

/** @param {string} id */
function lead(id) {
  change({ view: "map" });
  const one = drawnAs(id);
  if (!one) return;
  reveal(one.key, true);
  one.element.focus({ preventScroll: true });
}

/** @param {Readonly<State>} state */
function tools(state) {
  if (find.value !== state.q) find.value = state.q;
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=view]")))
    input.checked = input.value === state.view;
  let count = 0;
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (
    byId("filter").querySelectorAll("input")
  )) {
    const name = FILTERS.find((one) => one === input.name);
    input.checked = name
      ? state[name].includes(input.value)
      : input.name === "stands"
        ? state.stands
        : state.bare;
    count += Number(input.checked);
  }
  byId("open-filter").classList.toggle("on", count > 0);
}

function listenTools() {
  find.oninput = () => change({ q: find.value, select: "" }, true);
  find.onkeydown = (event) => {
    if (event.key === "Enter" && found.length && !event.isComposing) change({ select: said[found[0]].id });
  };
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=view]")))
    input.onchange = () => change({ view: input.value });
  byId("filter").onchange = () => {
    const on = /** @type {HTMLInputElement[]} */ ([...byId("filter").querySelectorAll("input:checked")]);
    const values = (/** @type {string} */ name) =>
      on.filter((one) => one.name === name).map((one) => one.value);
    const [role, status, party, group] = FILTERS.map(values);
    const [stands, bare] = ["stands", "bare"].map((name) => values(name).length > 0);
    change({ role, status, party, group, stands, bare, select: "" });
  };
  byId("clear").onclick = () =>
    change({ role: [], status: [], party: [], group: [], stands: false, bare: false, q: "" });
}

/**
 * Select something.
 * @param {number} number
 * @param {boolean} seen whether it is in sight, for it was chosen in the map
 */
function choose(number, seen) {
  inPlace = seen;
  change({ select: said[number].id, step: 0 });
  inPlace = false;
}

function listenPage() {
  document.addEventListener("click", (event) => {
    const number = numberUnder(event.target);
    const moved = byId("canvas").classList.contains("dragged");
    if (number === undefined || moved || /** @type {MouseEvent} */ (event).ctrlKey) return;
    event.preventDefault();
    const { target } = event;
    const within = (/** @type {string} */ place) =>
      target instanceof Element && target.closest(place) !== null;
    const told = within(".panel, .trial");
    choose(number, within("#sheet"));
    if (told) byId("told").focus();
  });
  byId("canvas").addEventListener("click", (event) => {
    if (
      event.target instanceof Element &&
      !event.target.closest(".node") &&
      !byId("canvas").classList.contains("dragged")
    )
      change({ select: "" });
  });
  addEventListener("beforeprint", () => now().off.length && markWithout([]));
  addEventListener("afterprint", () => now().off.length && markWithout(now().off));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (pressed(event.key, event.target instanceof Element ? event.target : document.body))
      event.preventDefault();
  });
}

/**
 * @param {string} key
 * @param {Element} target
 * @returns {boolean} whether the key did something
 */
function pressed(key, target) {
  if (key === "Escape") return goBack();
  if (target.matches("input:not([type=checkbox]):not([type=radio])")) return false;
  if (key === "/") {
    find.focus();
    return true;
  }
  if (key === "?") {
    byId("keys").togglePopover();
    return true;
  }
  if (!target.matches(key === " " ? "button, a, input, label" : "input") && walkKey(key)) return true;
  return target.closest("#canvas") !== null && inMap(key, target);
}

function goBack() {
  const { step, select } = now();
  if (document.querySelector(":popover-open")) return false;
  if (step) leave();
  else if (select) deselect();
  else if (isLooking(now())) byId("clear").click();
  else return false;
  return true;
}

function deselect() {
  const { select, view } = now();
  change({ select: "" });
  const element = view === "map" ? drawnAs(select)?.element : byId(view);
  (element ?? find).focus({ preventScroll: true });
}

/**
 * @param {string} key
 * @param {Element} target
 */
function inMap(key, target) {
  const at = target.closest("[data-key]")?.getAttribute("data-key") ?? drawnAs(now().select)?.key ?? "";
  if (key.startsWith("Arrow")) {
    const next = at ? nearest(at, key) : middle();
    const id = next === undefined ? undefined : said[numberAt(next) ?? -1]?.id;
    if (next === undefined || id === undefined) return true;
    reveal(next, false);
    drawnAs(id)?.element.focus({ preventScroll: true });
  } else if ((key === "Enter" || key === " ") && at) choose(numberAt(at) ?? 0, true);
  else if (key === "+" || key === "=") zoom(1);
  else if (key === "-") zoom(-1);
  else if (key === "0") fit();
  else return false;
  return true;
}

/** Add to the overview what the hand-out needs: why, and what to ask next. */
function fillHandOut() {
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (byId("overview").querySelectorAll("[data-id]"))) {
    const number = numberOf(row.dataset.id ?? "");
    if (number !== undefined) row.append(make("div", { class: "on-paper" }, ...why(number)));
  }
  const all = questions(() => true);
  if (all.length)
    byId("overview")
      .querySelector("#sources, .note")
      ?.before(
        make(
          "section",
          { id: "next" },
          make("h2", {}, word("next"), " ", make("small", {}, String(all.length))),
          make("p", { class: "note" }, word("draft")),
          make("ol", { class: "next" }, ...all),
        ),
      );
}
