import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { torture } from './torture.js';

const ROOT = join(import.meta.dirname, '../..');
const SERVER = join(ROOT, 'dist/apps/api/src/main.js');

/** A slice of `npm run torture`; the built server is what runs, so `npm test` builds first. */
describe('the server killed under load', () => {
  it('keeps every acknowledged command, none half, and views equal to a rebuild', async () => {
    expect(existsSync(SERVER)).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'guong-torture-'));
    const seed = Date.now() % 1_000_000;
    const report = await torture({ root: ROOT, folder, kills: 3, seed, say: () => undefined });
    expect({ seed, problems: report.problems }).toEqual({ seed, problems: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
    rmSync(folder, { recursive: true, force: true });
  }, 90_000);
});
