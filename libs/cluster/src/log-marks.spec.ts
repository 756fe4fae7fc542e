import { type Position, START } from '#libs/event-store';
import { describePostgres } from '#libs/read-models/testing';
import { type ClusterDatabase, openClusterDatabase } from './cluster-database.js';
import { logMarks } from './log-marks.js';

describePostgres('marks in the log', (given) => {
  let database: ClusterDatabase;
  beforeAll(async () => void (database = await openClusterDatabase({ url: given.url })));
  afterAll(() => database.close());

  it('are remembered for everybody, the last one counts', async () => {
    const marks = logMarks(database);
    expect(await marks.load('one')).toBe(START);
    for (const position of ['0002', '0003', '0001'] as Position[])
      await marks.save('one', position);
    expect(await logMarks(database).load('one')).toBe('0001');
    expect(await marks.load('other')).toBe(START);
  });
});
