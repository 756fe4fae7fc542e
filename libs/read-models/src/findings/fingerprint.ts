import { foldedText } from '../folded-text.js';

const PRIME = 0x01000193;
const LAST_LETTER = 0x1eff;

/** Precomposed letters without diacritics and case; 0: not one character, or not of this table. */
const FOLDED = Uint16Array.from({ length: LAST_LETTER + 1 }, (_, code) => {
  const isLetter = (code >= 0xc0 && code <= 0x24f) || code >= 0x1e00;
  const folded = code < 0x80 || isLetter ? String.fromCharCode(code).normalize('NFD') : '';
  const plain = code < 0x80 ? folded.toLowerCase() : foldedText(folded);
  return plain.length === 1 ? plain.charCodeAt(0) : 0;
});

/**
 * A fingerprint of what was written, without words, diacritics and case: two 32-bit FNV-1a hashes
 * of it. Letter by letter through a table; what the table does not know goes the long way, with
 * the same result.
 */
export function fingerprint(text: string): string {
  return hashed(text.trim(), true) ?? hashed(foldedText(text), false)!;
}

/** The hashes; undefined: a character is not in the table by which to fold. */
function hashed(text: string, folds: boolean): string | undefined {
  let left = 0x811c9dc5;
  let right = 0x050c5d1f;
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    if (folds && (code = FOLDED[code] ?? 0) === 0) return undefined;
    left = Math.imul(left ^ code, PRIME);
    right = Math.imul(right ^ (code + index), PRIME);
  }
  return `${(left >>> 0).toString(36)}${(right >>> 0).toString(36)}`;
}
