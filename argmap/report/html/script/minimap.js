import { centre, onMove, sight } from "./canvas.js";
import { byId } from "./dom.js";

/** @import { Drawn } from "./canvas.js" */

const LONGEST = 180;
const place = /** @type {HTMLCanvasElement} */ (byId("minimap"));
const dark = matchMedia("(prefers-color-scheme: dark)");
const backdrop = document.createElement("canvas");
/** @type {Drawn[]} */
let boxes = [];
let ratio = 1;

/**
 * Draw the map small.
 * @param {Iterable<Drawn>} drawn
 */
export function drawSmall(drawn) {
  boxes = [...drawn];
  paint();
}

/** Let the small map follow the large one, and lead it. */
export function listenSmall() {
  onMove(follow);
  dark.addEventListener("change", paint);
  place.addEventListener("pointerdown", (event) => {
    place.setPointerCapture(event.pointerId);
    aim(event);
  });
  place.addEventListener("pointermove", (event) => event.buttons && aim(event));
}

/** @param {PointerEvent} event */
function aim(event) {
  const { size } = sight();
  centre(
    (event.offsetX / place.clientWidth) * size.width,
    (event.offsetY / place.clientHeight) * size.height,
  );
}

/** Draw the boxes, once for all sights. */
function paint() {
  const { size } = sight();
  ratio = Math.min(LONGEST, innerWidth / 4) / Math.max(size.width, size.height);
  for (const canvas of [place, backdrop]) {
    canvas.width = size.width * ratio * devicePixelRatio;
    canvas.height = size.height * ratio * devicePixelRatio;
  }
  place.style.width = `${size.width * ratio}px`;
  place.style.height = `${size.height * ratio}px`;
  const pen = /** @type {CanvasRenderingContext2D} */ (backdrop.getContext("2d"));
  pen.scale(ratio * devicePixelRatio, ratio * devicePixelRatio);
  for (const box of boxes) {
    pen.fillStyle = getComputedStyle(/** @type {Element} */ (box.element.querySelector(".shape"))).stroke;
    pen.fillRect(box.x, box.y, box.width, box.height);
  }
  follow();
}

function follow() {
  const { size, x, y, width, height } = sight();
  place.hidden = width >= size.width && height >= size.height;
  if (place.hidden) return;
  const pen = /** @type {CanvasRenderingContext2D} */ (place.getContext("2d"));
  pen.reset();
  pen.drawImage(backdrop, 0, 0);
  pen.scale(ratio * devicePixelRatio, ratio * devicePixelRatio);
  pen.strokeStyle = getComputedStyle(place).color;
  pen.lineWidth = 2 / ratio;
  pen.strokeRect(x, y, width, height);
}
