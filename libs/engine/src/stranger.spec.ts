import { commandOn, engineOn } from './testing/index.js';

const on = (command: string, actor: string, input: object = {}, expectedRevision?: number) =>
  commandOn('errand', 'one', command, input, actor, {
    ...(expectedRevision !== undefined && { expectedRevision }),
  });

/** An errand that ha asked for and khai took; mai has no part in it. */
async function begun() {
  const { engine } = engineOn();
  await engine.execute(on('ask', 'ha', { unitId: 'kp4', effort: 3 }));
  await engine.execute(on('take', 'khai'));
  return engine;
}

describe('whoever may not give a command at all', () => {
  it('does not learn from the refusal in which state the record is', async () => {
    const engine = await begun();
    const again = { unitId: 'kp4', effort: 3 };
    const outcomes = [
      await engine.execute(on('ask', 'mai', again)),
      await engineOn().engine.execute(on('ask', 'mai', again)),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ kind: 'refused', reasons: [{ code: 'NOT_HOLDER' }] });
    expect(await engine.execute(on('ask', 'ha', { ...again, effort: 2 }))).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'WRONG_STATE' }],
    });
  });

  it('is told of no conflict either, so that nobody counts what happened to it', async () => {
    const engine = await begun();
    const report = { text: 'xong' };
    for (const seen of [-1, 0, 1, 5])
      expect(await engine.execute(on('report', 'mai', report, seen))).toMatchObject({
        kind: 'refused',
        reasons: [{ code: 'NOT_SUBJECT' }],
      });
    expect(await engine.execute(on('report', 'khai', report, 0))).toMatchObject({
      kind: 'conflict',
      revision: 1,
    });
  });
});
