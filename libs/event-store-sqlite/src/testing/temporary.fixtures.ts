import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

afterAll(() =>
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

/** The path of a file that does not exist yet, in a folder of its own that goes after the spec. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  folders.push(folder);
  return join(folder, 'events.db');
}
