/**
 * An element of the page that is always there.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * A new element. Text is only ever text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} attributes a function
 *   listens to the event of its name; false, null and undefined give no attribute
 * @param {...(Node | string | null | undefined | false)} children what is empty is left out
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, String(value));
  }
  made.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return made;
}

/**
 * A button.
 * @param {string} words
 * @param {() => void} press
 * @param {Record<string, string | boolean>} attributes
 */
export function button(words, press, attributes = {}) {
  return make("button", { type: "button", click: press, ...attributes }, words);
}

/**
 * Have something read out.
 * @param {string} text
 */
export function announce(text) {
  byId("say").textContent = text;
}
