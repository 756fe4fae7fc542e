import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Guong, openEmbedded } from '#libs/assembly';
import type { EventStore, NewEvent } from '#libs/event-store';
import { percentile, perSecond } from './measure.js';
import { openLoop } from './open-loop.js';
import { BATCH, RawAppends, textsOf } from './raw-limit.js';
import { admit, CELL, must, prepareCell, submit, YEAR } from './requests.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

/** The last day of every clock; they are started on it, so that no reminder is left to come. */
const DUE = `${YEAR}-03-16`;
const BEFORE = `${DUE}T02:00:00.000Z`;
const MIDNIGHT = `${DUE}T17:00:00.000Z`;
const USERS_PER_SECOND = 500;
/** How far behind its admission a person fills in the form. */
const LATER = 2_000;
const QUIET_SECONDS = 3;
const ADMITTED_EARLY = 1_000_000;

/** Row 11: clocks that run out in the same minute while users work on. */
export async function timersSection(folder: string, { timers }: Scale): Promise<readonly Row[]> {
  let offset = Date.parse(BEFORE) - Date.now();
  const clock = (): number => Date.now() + offset;
  const guong = await openEmbedded({ folder, clock, polls: false });
  await prepareCell(guong.engine);
  await writeClocks(guong.store, timers);
  await guong.start();
  await guong.settled();
  const users = new Users(guong);
  await users.work(1);
  const quiet = await users.work(QUIET_SECONDS);
  offset = Date.parse(MIDNIGHT) - Date.now();
  guong.timers.start();
  const times: number[] = [];
  const isDone = (): boolean => guong.timers.status.fired >= timers;
  const working = (async () => {
    while (!isDone()) times.push(...(await users.work(1)));
  })();
  const rate = await perSecond(timers, async () => {
    while (!isDone()) await delay(10);
  });
  await working;
  await guong.settled();
  const { parked, moot } = guong.timers.status;
  if (parked.length + moot > 0) throw new Error(`${parked.length} parked, ${moot} moot`);
  await guong.close();
  const raw = new RawAppends(join(folder, 'raw.db'));
  const texts = textsOf(join(folder, 'events.db'), 'DeadlinePassed');
  const limit = await raw.perSecond(timers, BATCH, texts);
  raw.close();
  return [
    {
      id: 'timers',
      what: `${timers} timers due in the same minute`,
      unit: '/s',
      raw: limit,
      ours: rate,
      note: `${(timers / rate).toFixed(0)} s; users' commands at ${USERS_PER_SECOND}/s beside them`,
    },
    {
      id: 'timers-users',
      what: `users' commands meanwhile, p99 at ${USERS_PER_SECOND}/s`,
      unit: 'ms',
      ours: percentile(times, 0.99),
      target: { most: 100 },
      note:
        `p50 ${percentile(times, 0.5).toFixed(1)} ms, worst ${Math.max(...times).toFixed(0)} ms; ` +
        `without timers p99 ${percentile(quiet, 0.99).toFixed(1)} ms`,
    },
  ];
}

/** People come into the cell, and a little later fill in their form, at fixed moments. */
class Users {
  #next = 1;

  constructor(private readonly guong: Guong) {}

  /** Time of each command, ms. */
  work(seconds: number): Promise<number[]> {
    return openLoop(USERS_PER_SECOND, USERS_PER_SECOND * seconds, () => this.#command());
  }

  #command(): Promise<unknown> {
    const turn = (this.#next += 1);
    const person = turn >> 1;
    if (turn % 2 === 0) return must(this.guong.engine, admit(person));
    return person > LATER
      ? must(this.guong.engine, { ...submit(person - LATER), occurredAt: BEFORE })
      : must(this.guong.engine, admit(ADMITTED_EARLY + person));
  }
}

/** Registrations whose clocks have been started, written straight into the log. */
async function writeClocks(store: EventStore, count: number): Promise<void> {
  let pending: Promise<unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    pending.push(store.append(`commitment-t${index}-${YEAR}`, 'none', [submitted(index)]));
    if (pending.length === 1024) pending = (await Promise.all(pending), []);
  }
  await Promise.all(pending);
}

const submitted = (index: number): NewEvent => {
  const memberId = `t${index}`;
  return {
    id: `${memberId}:submitted`,
    type: 'RegistrationSubmitted',
    schemaVersion: 1,
    data: {
      memberId,
      year: YEAR,
      unitId: CELL,
      deeds: [],
      counts: { deeds: 0, specific: 0, withinLimits: true },
      leader: false,
      personalPlan: false,
      late: false,
    },
    sealed: { form: { of: memberId, value: { deeds: [], areas: [], justifications: [] } } },
    workflow: 'registration',
    definitionVersion: 1,
    rulePack: 'vn-2026',
    actor: memberId,
    policy: 'is(memberId)',
    occurredAt: BEFORE,
    commandId: `submit:${memberId}`,
    commandHash: memberId,
    correlationId: memberId,
    clocks: [{ clock: 'endorsement', due: DUE }],
  };
};
