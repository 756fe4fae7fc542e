// Tells whether something must be installed or built again. No packages here: see runtime.mjs.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './runtime.mjs';

const NEVER_SOURCES = /(^|\/)(node_modules|dist|\.git)$|^apps\/web\/e2e$|^test\/bench\/data$/;

/** Text of a file under {@link ROOT}, or '' when it is not there. */
export function textOf(path) {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return '';
  }
}

/** Paths from {@link ROOT} of all files in the folders (or files) given, sorted. */
export function filesIn(places) {
  return places.flatMap(filesAt).sort();
}

function filesAt(place) {
  const found = statSync(join(ROOT, place), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(join(ROOT, place))
    .map((name) => `${place}/${name}`)
    .filter((path) => !NEVER_SOURCES.test(path))
    .flatMap(filesAt);
}

/** One line that changes when a file is added, removed or written (name, size, time of writing). */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function contentHash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** Remembers in a file what was last built or installed. */
export function stamp(path, value) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), value);
}

/**
 * Whether what npm last installed (its own record in node_modules) is what the lock file asks
 * for, so that packages installed by hand are not installed a second time.
 */
export function installedAsLocked(lockText, installedText) {
  if (!lockText || !installedText) return false;
  const wanted = packagesOf(lockText);
  const present = packagesOf(installedText);
  const isMet = ([path, entry]) =>
    present[path] ? present[path].version === entry.version : isOptional(entry);
  return (
    Object.entries(wanted).every(isMet) && Object.keys(present).every((path) => path in wanted)
  );
}

function packagesOf(lockText) {
  const all = Object.entries(JSON.parse(lockText).packages ?? {});
  return Object.fromEntries(all.filter(([path]) => path.includes('node_modules/')));
}

function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer);
}
