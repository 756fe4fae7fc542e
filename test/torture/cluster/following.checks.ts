import { setTimeout as pause } from 'node:timers/promises';
import type { Position, StoredEvent, SubscriptionMessage } from '#libs/event-store';
import { newEvent } from '#libs/event-store/testing';
import type { EventStoreDb } from '#libs/event-store-eventstoredb';
import { seeded } from '../random.js';
import { ballast, type Check, type CheckRig, listen, withLog } from './check.rig.js';

/** Also the entries between two checkpoints while catching up. */
const SEARCH_BATCH = 100;
const BATCH = 500;
const AT_ONCE = 8;
/** Longest that events may take to come. */
const PATIENCE_MS = 120_000;
const MIB = 1024 * 1024;
/** What a reader who does not come along may hold: two batches of two kilobytes, and the client. */
const SLOW_MIB = 64;

const isCaughtUp = ({ kind }: SubscriptionMessage): boolean => kind === 'caughtUp';

/**
 * 19: a filtered subscription that finds one event in very many hears how far the log was searched,
 * and once restarted does not search more than one interval again.
 */
export const rareMatch: Check = (rig) =>
  withLog(rig, async (store) => {
    const start = await store.head();
    const only = `TortureOnly${rig.run.replace(/\W/g, '')}`;
    await haystack(rig, store, only);
    const search = { types: [only], batch: SEARCH_BATCH };
    const first = await listen(store, start, search, isCaughtUp);
    const checkpoints = first.messages.filter(({ kind }) => kind === 'checkpoint');
    const found = first.messages.flatMap((each) => (each.kind === 'events' ? each.events : []));
    const at = first.messages.at(-1)?.next ?? start;
    const searchedBefore = rig.double?.stats.eventsSearched ?? 0;
    const again = await listen(store, at, search, isCaughtUp);
    const searchedAgain = (rig.double?.stats.eventsSearched ?? 0) - searchedBefore;
    const problems: string[] = [];
    if (found.length !== 1) problems.push(`${found.length} events found, one was due`);
    if (at < (await store.head())) problems.push('the checkpoint stays before the end');
    if (checkpoints.length < 2) problems.push('the checkpoint does not advance while searching');
    if (searchedAgain > 2 * SEARCH_BATCH) problems.push(`${searchedAgain} entries searched again`);
    if (again.messages.some(({ kind }) => kind === 'events')) problems.push('found once more');
    return {
      problems,
      figures: {
        events: rig.size.haystack,
        checkpoints: checkpoints.length,
        firstMs: first.ms,
        againMs: again.ms,
        searchedAgain: rig.double === undefined ? 'not known' : searchedAgain,
      },
    };
  });

/** One needle in the middle; over a double written past the door, which is quick. */
async function haystack(rig: CheckRig, store: EventStoreDb, only: string): Promise<void> {
  const { run, size, double } = rig;
  const append = async (index: number): Promise<void> => {
    const events = ballast(run, `hay${index}`, BATCH, 10);
    await store.append(`${run}-hay${index}`, 'none', events);
  };
  const batches = Math.ceil(size.haystack / BATCH);
  const half = Math.floor(batches / 2);
  const needle = newEvent({ id: `${run}:needle`, type: only, commandId: run, data: {} });
  await append(0);
  const model = double?.log.stream(`${run}-hay0`);
  for (let index = 1; index < batches; index += 1) {
    if (index === half) await store.append(`${run}-needle`, 'none', [needle]);
    if (model === undefined) await append(index);
    else double?.log.write(`${run}-hay${index}`, model);
  }
}

/**
 * 18: a consumer that takes its time holds back the server, not the memory of this process, and
 * loses nothing; another one beside it is not held up.
 */
export const slowConsumer: Check = (rig) =>
  withLog(rig, async (store) => {
    const { run, size } = rig;
    const start = await store.head();
    const slow = store.subscribe(start, { batch: 10 })[Symbol.asyncIterator]();
    await slow.next();
    const heapBefore = process.memoryUsage().heapUsed;
    const sentBefore = rig.double?.stats.eventsSent ?? 0;
    const batches = Math.ceil(size.backlog / 50);
    for (let index = 0; index < batches; index += AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, batches - index) }, (_, n) =>
          store.append(
            `${run}-slow${index + n}`,
            'none',
            ballast(run, `slow${index + n}`, 50, 2000),
          ),
        ),
      );
    await pause(500);
    const held = (rig.double?.stats.eventsSent ?? 0) - sentBefore;
    const grownMib = (process.memoryUsage().heapUsed - heapBefore) / MIB;
    const head = await store.head();
    const quick = await listen(store, start, {}, ({ next }) => next >= head);
    const seen = new Set<Position>();
    for (let at = start; at < head;) {
      const { value } = await slow.next();
      if (value === undefined) break;
      if (value.kind === 'events') for (const { position } of value.events) seen.add(position);
      at = value.next;
    }
    await slow.return?.();
    const due = quick.messages.flatMap((each) => (each.kind === 'events' ? each.events : []));
    const problems: string[] = [];
    if (due.some(({ position }) => !seen.has(position))) problems.push('the slow one missed some');
    if (due.length < size.backlog) problems.push(`the quick one has ${due.length} events only`);
    // The memory of a double is this process's own.
    if (rig.double === undefined ? grownMib > SLOW_MIB : held > size.backlog / 2)
      problems.push(`the slow one holds ${held} events, ${Math.round(grownMib)} MiB`);
    const figures = { events: due.length, quickMs: quick.ms, grownMib: Math.round(grownMib) };
    return { problems, figures: rig.double ? { ...figures, sentToSlow: held } : figures };
  });

/** 20: what is written at the very moment a subscriber goes live is neither lost nor repeated. */
export const goingLive: Check = (rig) =>
  withLog(rig, async (store) => {
    const { run, seed, size } = rig;
    const random = seeded(seed);
    const problems: string[] = [];
    for (let meeting = 0; meeting < size.meetings && problems.length < 5; meeting += 1) {
      const stream = `${run}-live${meeting}`;
      const after = await store.head();
      const stopping = new AbortController();
      const got: StoredEvent[] = [];
      const types = random() < 0.5 ? undefined : ['TortureStep'];
      const following = (async () => {
        for await (const message of store.subscribe(after, { types, signal: stopping.signal }))
          if (message.kind === 'events')
            got.push(...message.events.filter((event) => event.stream === stream));
      })();
      await pause(random() * 8);
      const count = 1 + Math.floor(random() * 3);
      await store.append(stream, 'none', ballast(run, `live${meeting}`, count, 10));
      for (let waited = 0; got.length < count && waited < PATIENCE_MS; waited += 2) await pause(2);
      stopping.abort();
      await following;
      const revisions = got.map(({ revision }) => revision).join(' ');
      const due = Array.from({ length: count }, (_, index) => index).join(' ');
      if (revisions !== due) problems.push(`seed ${seed}, ${stream}: saw ${revisions} of ${due}`);
    }
    return { problems, figures: { meetings: size.meetings } };
  });
