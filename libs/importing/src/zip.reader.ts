import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Limits } from './limits.js';
import { FileRefusal } from './problem.js';

/** Text between two tags; more than that is no spreadsheet but an attack on memory. */
const LONGEST_TEXT = 1024 * 1024;

/** A zip file whose directory has been read and whose sizes are bounded. */
export interface Archive {
  has(name: string): boolean;
  /** Unpacked size as the directory says; yauzl ends a stream that does not keep to it. */
  sizeOf(name: string): number;
  /** Throws `FileRefusal` when the entry is larger than `most` bytes, encrypted or missing. */
  stream(name: string, most: number): Promise<Readable>;
  close(): void;
}

export async function openArchive(file: string, limits: Limits): Promise<Archive> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch(broken);
  try {
    const entries = await directoryOf(zip, limits);
    return {
      has: (name) => entries.has(name),
      sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
      stream: (name, most) => streamOf(zip, entries.get(name), most),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const broken = (): never => {
  throw new FileRefusal('FILE_BROKEN');
};

const directoryOf = async (zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> => {
  if (zip.entryCount > limits.zipEntries)
    throw new FileRefusal('ZIP_TOO_BIG', { limit: limits.zipEntries });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch {
    broken();
  }
  return entries;
};

const streamOf = async (
  zip: ZipFile,
  entry: Entry | undefined,
  most: number,
): Promise<Readable> => {
  if (entry === undefined) throw new FileRefusal('FILE_BROKEN');
  if (entry.isEncrypted()) throw new FileRefusal('FILE_ENCRYPTED');
  if (entry.uncompressedSize > most) throw new FileRefusal('ZIP_TOO_BIG', { limit: most });
  return zip.openReadStreamPromise(entry).catch(broken);
};

export interface XmlHandlers {
  /** `name` without a namespace prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parses XML piece by piece; yields the bytes read so far after each, so that a caller can act. */
export async function* parseXml(source: Readable, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser();
  const seen = { fault: false };
  let sinceTag = 0;
  parser.on('error', () => void (seen.fault = true));
  // Own entities are how an XML bomb is made; no spreadsheet declares any.
  parser.on('doctype', () => void (seen.fault = true));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceTag = 0;
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => {
    sinceTag = 0;
    handlers.close?.(localName(tag.name));
  });
  let bytes = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of source as AsyncIterable<Uint8Array>) {
      sinceTag += piece.length;
      parser.write(textOf(decoder, piece));
      if (seen.fault || sinceTag > LONGEST_TEXT) broken();
      yield (bytes += piece.length);
    }
    parser.close();
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('FILE_BROKEN');
  } finally {
    source.destroy();
  }
  if (seen.fault) broken();
}

const textOf = (decoder: TextDecoder, piece: Uint8Array): string => {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    return broken();
  }
};

/** Parses a small part to its end. */
export async function readXml(source: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(source, handlers));
}
