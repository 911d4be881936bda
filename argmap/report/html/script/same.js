const HIRAGANA = /[\u3041-\u3096]/g;

/**
 * A text as it is compared: width, case and hiragana or katakana make no difference.
 * @param {string} text
 */
export function same(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(HIRAGANA, (char) => String.fromCharCode(char.charCodeAt(0) + 96));
}
