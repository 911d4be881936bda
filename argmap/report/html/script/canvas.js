import { byId } from "./dom.js";

/** @typedef {{key: string, element: SVGGElement, x: number, y: number, width: number, height: number}} Drawn */

const CLOSEST = 3;
const READABLE = 0.8;
const SMALLEST = 6.5;
const TEXT = 13;
const STEP = 1.25;
const LEFT_BUTTON = 0;

const canvas = byId("canvas");
const sheet = byId("sheet");
/** @type {SVGSVGElement | undefined} */
let svg;
let size = { width: 1, height: 1 };
let scale = 1;
let fitted = true;
/** @type {Map<string, Drawn>} what is drawn, by its key */
export let drawn = new Map();
/** @type {(() => void)[]} */
const listeners = [];

/**
 * Take a map on the canvas, and show all of it.
 * @param {SVGSVGElement} map
 */
export function mount(map) {
  svg = map;
  if (map.parentNode !== sheet) sheet.replaceChildren(map);
  size = { width: map.viewBox.baseVal.width, height: map.viewBox.baseVal.height };
  drawn = new Map();
  for (const element of /** @type {NodeListOf<SVGGElement>} */ (map.querySelectorAll(".node"))) {
    const { x, y, width, height } = /** @type {SVGGElement} */ (element.querySelector(".shape")).getBBox();
    const key = element.dataset.key ?? "";
    drawn.set(key, { key, element, x, y, width, height });
  }
  fit();
}

/** Take the map off the canvas. */
export function unmount() {
  sheet.replaceChildren();
  svg = undefined;
  drawn = new Map();
}

/**
 * Be told when another part of the map is seen.
 * @param {() => void} listener
 */
export function onMove(listener) {
  listeners.push(listener);
}

/** Which part of the map is seen, in its own units, and how large the map is. */
export function sight() {
  const [left, top] = margins();
  return {
    size,
    scale,
    x: (canvas.scrollLeft - left) / scale,
    y: (canvas.scrollTop - top) / scale,
    width: canvas.clientWidth / scale,
    height: canvas.clientHeight / scale,
  };
}

/** Show all of the map. */
export function fit() {
  fitted = true;
  scaleTo(whole());
  centre(size.width / 2, size.height / 2);
}

/**
 * Zoom in or out around the middle.
 * @param {number} steps
 */
export function zoom(steps) {
  zoomAt(scale * STEP ** steps, canvas.clientWidth / 2, canvas.clientHeight / 2);
}

/**
 * Bring something into sight.
 * @param {string} key
 * @param {boolean} readable large enough to be read
 */
export function reveal(key, readable) {
  const found = drawn.get(key);
  if (!found) return;
  fitted = false;
  if (readable && scale < READABLE) scaleTo(READABLE);
  const { x, y, width, height } = found;
  const { x: left, y: top, width: wide, height: high } = sight();
  const margin = 20 / scale;
  const inside =
    x > left + margin &&
    y > top + margin &&
    x + width < left + wide - margin &&
    y + height < top + high - margin;
  if (!inside) centre(x + width / 2, y + height / 2);
}

/**
 * Move the middle of the sight to a place in the map.
 * @param {number} x
 * @param {number} y
 */
export function centre(x, y) {
  const [left, top] = margins();
  canvas.scrollTo(x * scale + left - canvas.clientWidth / 2, y * scale + top - canvas.clientHeight / 2);
}

/**
 * The nearest of what is drawn, in a direction.
 * @param {string} key from where
 * @param {string} arrow the name of an arrow key
 * @returns {string | undefined}
 */
export function nearest(key, arrow) {
  const from = drawn.get(key);
  if (!from) return drawn.keys().next().value;
  const across = arrow === "ArrowLeft" || arrow === "ArrowRight";
  const sign = arrow === "ArrowLeft" || arrow === "ArrowUp" ? -1 : 1;
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const other of drawn.values()) {
    const dx = other.x + other.width / 2 - from.x - from.width / 2;
    const dy = other.y + other.height / 2 - from.y - from.height / 2;
    const along = (across ? dx : dy) * sign;
    const aside = Math.abs(across ? dy : dx);
    const cost = along + 2 * aside;
    if (other !== from && along > 1 && aside < 2 * along && cost < least) {
      least = cost;
      best = other.key;
    }
  }
  return best;
}

/** The middle of the canvas if nothing else: what is drawn nearest to it. */
export function middle() {
  const { x, y, width, height } = sight();
  const away = (/** @type {Drawn} */ one) =>
    Math.hypot(one.x + one.width / 2 - x - width / 2, one.y + one.height / 2 - y - height / 2);
  let best;
  for (const one of drawn.values()) if (!best || away(one) < away(best)) best = one;
  return best?.key;
}

/** Let mouse, wheel and fingers move the map. */
export function listen() {
  canvas.addEventListener("wheel", wheel, { passive: false });
  canvas.addEventListener("pointerdown", drag);
  canvas.addEventListener("touchstart", pinch, { passive: true });
  canvas.addEventListener("scroll", moved, { passive: true });
  new ResizeObserver(() => (fitted ? fit() : moved())).observe(canvas);
  byId("zoom-in").onclick = () => zoom(1);
  byId("zoom-out").onclick = () => zoom(-1);
  byId("zoom-fit").onclick = fit;
  byId("zoom-full").onclick = () =>
    document.fullscreenElement ? document.exitFullscreen() : byId("map").requestFullscreen();
}

function whole() {
  return Math.min(canvas.clientWidth / size.width, canvas.clientHeight / size.height, 1) * 0.98;
}

/** How much is free on the left of the map and above it, so that its corners can come to the middle. */
function margins() {
  return [canvas.clientWidth / 2, canvas.clientHeight / 2];
}

/** @param {number} wanted */
function scaleTo(wanted) {
  const [left, top] = margins();
  scale = Math.min(CLOSEST, Math.max(wanted, Math.min(whole(), READABLE)));
  if (!svg) return;
  svg.style.left = `${left}px`;
  svg.style.top = `${top}px`;
  svg.style.transform = `scale(${scale})`;
  sheet.style.width = `${size.width * scale + 2 * left}px`;
  sheet.style.height = `${size.height * scale + 2 * top}px`;
  canvas.classList.toggle("far", scale * TEXT < SMALLEST);
  moved();
}

/**
 * @param {number} wanted
 * @param {number} x where on the canvas the map stays in its place
 * @param {number} y
 */
function zoomAt(wanted, x, y) {
  const seen = sight();
  const [left, top] = margins();
  const [mapX, mapY] = [seen.x + x / scale, seen.y + y / scale];
  fitted = false;
  scaleTo(wanted);
  canvas.scrollTo(mapX * scale + left - x, mapY * scale + top - y);
}

let isDue = false;

function moved() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    for (const listener of listeners) listener();
  });
}

/** @param {WheelEvent} event */
function wheel(event) {
  event.preventDefault();
  const { left, top } = canvas.getBoundingClientRect();
  const lines = event.deltaMode ? 30 : 1;
  const turned = Math.max(-120, Math.min(120, event.deltaY * lines * (event.ctrlKey ? 4 : 1)));
  zoomAt(scale * Math.exp(-turned / 400), event.clientX - left, event.clientY - top);
}

/** @param {PointerEvent} event */
function drag(event) {
  if (event.pointerType !== "mouse" || event.button !== LEFT_BUTTON) return;
  let [x, y] = [event.clientX, event.clientY];
  let far = false;
  const move = (/** @type {PointerEvent} */ next) => {
    far ||= Math.hypot(next.clientX - x, next.clientY - y) > 4;
    if (!far) return;
    canvas.classList.add("dragged");
    canvas.scrollBy(x - next.clientX, y - next.clientY);
    [x, y] = [next.clientX, next.clientY];
    fitted = false;
  };
  const end = () => {
    removeEventListener("pointermove", move);
    setTimeout(() => canvas.classList.remove("dragged"));
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end, { once: true });
  addEventListener("pointercancel", end, { once: true });
}

/** @param {TouchEvent} event */
function pinch(event) {
  if (event.touches.length !== 2) return;
  const began = spread(event.touches);
  const first = scale;
  const move = (/** @type {TouchEvent} */ next) => {
    if (next.touches.length !== 2) return;
    next.preventDefault();
    const { x, y, apart } = spread(next.touches);
    zoomAt((first * apart) / began.apart, x, y);
  };
  canvas.addEventListener("touchmove", move, { passive: false });
  const end = () => canvas.removeEventListener("touchmove", move);
  for (const kind of ["touchend", "touchcancel"]) canvas.addEventListener(kind, end, { once: true });
}

/** @param {TouchList} touches */
function spread(touches) {
  const { left, top } = canvas.getBoundingClientRect();
  const [a, b] = touches;
  return {
    x: (a.clientX + b.clientX) / 2 - left,
    y: (a.clientY + b.clientY) / 2 - top,
    apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
  };
}
