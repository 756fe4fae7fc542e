import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own; `remove` it afterwards. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'guong-import-'));

  /** Path of a new file with that content. */
  file(name: string, content: string | Uint8Array = ''): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
