import { createReadStream } from 'node:fs';
import { legacyOf } from './legacy-encoding.js';
import { FileRefusal } from './problem.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding a byte order mark names; UTF-8 without one. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** A name for bytes that are not UTF-8, for the sentence that says how to mend it. */
export function guessOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) return 'UTF-16 without a byte order mark, or not a text file';
  const text = new TextDecoder('latin1').decode(bytes);
  return legacyOf(text, true) ?? 'Windows-1258';
}

const NUL = String.fromCharCode(0);

/**
 * The text of a file, piece by piece, without its byte order mark. Bytes that are not of the
 * encoding end it with `ENCODING_UNKNOWN`: nothing is ever replaced by a question mark.
 */
export async function* decoded(
  file: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  let last: Uint8Array = new Uint8Array();
  const decode = (piece?: Uint8Array): string => {
    try {
      const text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      if (text.includes(NUL)) throw new TypeError('NUL');
      return text;
    } catch {
      throw new FileRefusal('ENCODING_UNKNOWN', { guess: guessOf(last) });
    }
  };
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    last = piece as Uint8Array;
    yield decode(last);
    bytes += last.length;
    onBytes(bytes);
  }
  yield decode();
}

/** The beginning of a text as far as it can be decoded; for looking, not for importing. */
export const glimpse = (head: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(head, { stream: true });
