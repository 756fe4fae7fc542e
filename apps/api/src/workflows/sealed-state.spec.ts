import { buildWorld } from '#libs/engine/testing';
import { memoryEventStore, START, type StoredEvent } from '#libs/event-store';
import { fold } from '#libs/kernel';
import { WORKFLOWS } from '#libs/workflows';
import type { Reading } from '../access/viewer.js';
import { shownState } from './sealed-state.js';

const MARK = '§sealed§';
const NOBODY: Reading = {
  ...{ names: 'none', sealed: false, parts: 'own', reader: null, tallies: false },
};

/** Every text within gets the mark, so that it is found wherever it went. */
const marked = (value: unknown): unknown => {
  if (typeof value === 'string') return MARK;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, marked(part)]));
};

/** The event with marks in its sealed parts; everything else is looked up in the event itself. */
function withMarks(event: StoredEvent): StoredEvent {
  const parts = Object.entries(event.sealed ?? {}).map(([name, { of, value }]) => [
    name,
    { of, value: marked(value) },
  ]);
  return Object.create(event, { sealed: { value: Object.fromEntries(parts) } }) as StoredEvent;
}

let streams: Map<string, StoredEvent[]>;
beforeAll(async () => {
  const store = memoryEventStore({ clock: () => Date.parse('2026-03-15T05:00:00.000Z') });
  await buildWorld(store);
  const { events } = await store.readAll(START, { limit: 10_000 });
  streams = Map.groupBy(events, ({ stream }) => stream);
});

it.each(WORKFLOWS.map((workflow) => [workflow.name, workflow] as const))(
  '%s shows nothing that its facts keep sealed, nor the totals of a ballot',
  (_name, workflow) => {
    const prefix = `${workflow.stream}-`;
    const own = [...streams].filter(([stream]) => stream.startsWith(prefix));
    for (const [stream, events] of own) {
      const { state } = fold(workflow, stream.slice(prefix.length), events.map(withMarks));
      const shown = JSON.stringify(shownState(workflow.name, state, NOBODY));
      expect([stream, shown.includes(MARK), /"tally":\{/.test(shown)]).toEqual([
        stream,
        false,
        false,
      ]);
    }
  },
);

it('shows all of it to whoever may read it', () => {
  const open: Reading = { ...NOBODY, sealed: true, tallies: true };
  const [stream, events] = [...streams].find(([name]) => name.startsWith('commitment-'))!;
  const registration = WORKFLOWS.find(({ name }) => name === 'registration')!;
  const { state } = fold(registration, stream.slice('commitment-'.length), events.map(withMarks));
  expect(JSON.stringify(shownState('registration', state, open))).toContain(MARK);
});

it('shows nothing at all of a workflow it does not know', () =>
  expect(shownState('unheard-of', { a: 1 }, NOBODY)).toEqual({}));
