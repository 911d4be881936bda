import { data } from "./data.js";
import { byId } from "./dom.js";
import { markWithout } from "./marks.js";
import { now } from "./state.js";

const DENSE = 2;
const MOST_PIXELS = 40_000_000;
const OURS = ["lit", "selected", "dimmed", "off", "changed"];

/** Let the buttons for printing and saving work. */
export function listenSave() {
  byId("print-now").onclick = () => {
    byId("print").hidePopover();
    print();
  };
  byId("print").onchange = paper;
  byId("print").addEventListener("beforetoggle", () => {
    const drawn = byId("sheet").querySelector("svg");
    for (const one of ["svg", "png"]) byId(`save-${one}`).toggleAttribute("disabled", !drawn);
  });
  byId("save-svg").onclick = () => keep(new Blob([picture()], { type: "image/svg+xml" }), "svg");
  byId("save-png").onclick = async () => keep(await pixels(), "png");
}

function paper() {
  const chosen = new Set(
    [...byId("print").querySelectorAll("input:checked")].map((box) => box.getAttribute("value")),
  );
  for (const name of ["a3", "bw"]) document.documentElement.classList.toggle(name, chosen.has(name));
}

/** The map as a file of its own: of the debate as held, with its font, without what the page has done to it. */
function picture() {
  markWithout([]);
  const copy = /** @type {SVGSVGElement} */ (byId("sheet").querySelector("svg")?.cloneNode(true));
  markWithout(now().off);
  copy.removeAttribute("style");
  copy.classList.remove(...OURS);
  for (const element of copy.querySelectorAll("[class]")) element.classList.remove(...OURS);
  for (const element of copy.querySelectorAll("[tabindex]")) {
    element.removeAttribute("tabindex");
    element.removeAttribute("aria-pressed");
    element.setAttribute("role", "graphics-object");
  }
  for (const element of copy.querySelectorAll(".sign, .afar")) element.remove();
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = document.querySelector("head style")?.textContent ?? "";
  copy.prepend(style);
  return new XMLSerializer().serializeToString(copy);
}

/** The map in pixels, twice as dense as on paper or as dense as a browser can.
 * @returns {Promise<Blob>}
 */
async function pixels() {
  const text = picture();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const { width, height } = image;
  const ratio = Math.min(DENSE, Math.sqrt(MOST_PIXELS / width / height), 16_000 / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/**
 * @param {Blob} blob
 * @param {string} ending
 */
function keep(blob, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${data.debate}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
