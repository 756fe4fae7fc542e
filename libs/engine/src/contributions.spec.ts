import { memoryEventStore } from '#libs/event-store';
import { actorOf, buildWorld, commandOn, MIDDAY, worldEngine } from './testing/index.js';

const SESSION = 'kp4-2021';
const speakers = ['khai', 'loc', 'ha'];

/** A session in which Lan is heard, and everybody speaks at once. */
const setUp = async () => {
  const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
  await buildWorld(store);
  const engine = worldEngine(store);
  const say = (id: string, speakerId: string) =>
    engine.execute(
      commandOn(
        'criticism-session',
        SESSION,
        'recordCriticism',
        { id, subjectId: 'lan', speakerId, area: 'unity', text: `Ý kiến ${id}`, on: '2026-03-10' },
        actorOf(speakerId),
        { commandId: `${id} by ${speakerId}` },
      ),
    );
  return { store, say };
};

describe('several people speaking at once', () => {
  it('are all heard, though they all write at the same moment', async () => {
    const { store, say } = await setUp();
    const words = speakers.flatMap((speaker) => [1, 2, 3].map((n) => [`${speaker}${n}`, speaker]));
    const outcomes = await Promise.all(words.map(([id, speaker]) => say(id!, speaker!)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(words.map(() => 'accepted'));
    const said = (await store.read(`session-${SESSION}`))
      .filter(({ type }) => type === 'CriticismRecorded')
      .map(({ data }) => (data as { id: string }).id);
    expect(said.toSorted()).toEqual(['c1', ...words.map(([id]) => id)].toSorted());
  });

  it('under one id, only the first is; the other is told', async () => {
    const { say } = await setUp();
    const outcomes = await Promise.all(speakers.map((speaker) => say('c7', speaker)));
    expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    for (const outcome of outcomes.filter(({ kind }) => kind !== 'accepted'))
      expect(outcome).toMatchObject({ kind: 'refused', reasons: [{ code: 'ENTRY_TWICE' }] });
  });
});
