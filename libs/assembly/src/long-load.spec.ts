import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithRebuild } from './compare-with-rebuild.js';
import { type Guong, openEmbedded } from './open-embedded.js';
import { hasTimersFor } from './testing/registration.fixtures.js';

const clock = (): number => Date.parse('2026-03-02T02:00:00.000Z');
let folder: string;
let guong: Guong;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guong-load-'));
  guong = await openEmbedded({ folder, clock, offline: true, repeatable: true });
});
afterEach(async () => {
  await guong.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a long load', () => {
  it('is reacted to at once and shown afterwards', async () => {
    await guong.startReactors();
    await hasTimersFor(guong.engine, 'khai');
    await guong.reacted();
    const offices = await guong.engine.instance('membership', 'tam');
    expect(offices?.state).toMatchObject({ offices: [{ office: 'secretary' }] });
    const { lines: before } = await guong.projections.status();
    expect(before).toEqual([]);

    await guong.start();
    await guong.settled();
    const shown = guong.views.db.selectFrom('registration').select('member_id');
    expect(await shown.execute()).toEqual([{ member_id: 'khai' }]);
    const compared = await compareWithRebuild(guong.store, guong.views);
    expect(compared.filter(({ differing }) => differing.length > 0)).toEqual([]);
  });

  it('is all there after it has been closed', async () => {
    await guong.startReactors();
    await hasTimersFor(guong.engine, 'khai');
    await guong.reacted();
    const head = await guong.store.head();
    await guong.close();
    guong = await openEmbedded({ folder, clock });
    expect(await guong.store.head()).toBe(head);
  });
});
