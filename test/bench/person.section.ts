import { type Guong, openEmbedded } from '#libs/assembly';
import { type AnyWorkflow, fold } from '#libs/kernel';
import { MemberHistoryQueries } from '#libs/read-models';
import { percentile } from './measure.js';
import { admit, benchMember, FORM, must, prepareCell } from './requests.js';
import type { Row } from './row.js';

const MEMBER = benchMember(1);
const FIRST_YEAR = 2016;
const YEARS = 10;
const DRAFTS_A_YEAR = 39;
const WARM_UP = 20;
const QUESTIONS = 300;
const DAY_MS = 86_400_000;

/** Row 8: a person's ten years folded to any date, straight from the log, nothing in memory. */
export async function personSection(folder: string): Promise<readonly Row[]> {
  const guong = await openEmbedded({ folder, polls: false });
  await guong.start();
  await writeTenYears(guong);
  await guong.settled();
  const times: number[] = [];
  let events = 0;
  for (let question = 0; question < WARM_UP + QUESTIONS; question += 1) {
    // A stride without a common divisor visits all parts of the ten years, in no order.
    const day = (question * 1_237) % (365 * YEARS);
    const date = new Date(Date.UTC(FIRST_YEAR, 0, 1) + day * DAY_MS).toISOString();
    const start = performance.now();
    events = await asOf(guong, date);
    if (question >= WARM_UP) times.push(performance.now() - start);
  }
  await guong.close();
  return [
    {
      id: 'person',
      what: "a person's ten years as of any date, p99",
      unit: 'ms',
      ours: percentile(times, 0.99),
      target: { most: 20 },
      note: `${events} events, p50 ${percentile(times, 0.5).toFixed(1)} ms`,
    },
  ];
}

/** Forms saved again and again and at last submitted, year after year. */
async function writeTenYears({ engine }: Guong): Promise<void> {
  await prepareCell(engine);
  const admission = admit(1);
  await must(engine, { ...admission, input: { ...admission.input, on: '2015-01-01' } });
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1)
    for (let n = 0; n <= DRAFTS_A_YEAR; n += 1)
      await must(engine, {
        workflow: 'registration',
        id: `${MEMBER}-${year}`,
        command: n < DRAFTS_A_YEAR ? 'saveDraft' : 'submit',
        input: {
          ...FORM,
          deeds: FORM.deeds.map((deed) => ({ ...deed, deadline: `${year}-11-30` })),
        },
        actor: { id: MEMBER, kind: 'person' },
        commandId: `${year}-${n}`,
        occurredAt: new Date(Date.UTC(year, 0, 2 + 2 * n)).toISOString(),
      });
}

/** Finds and reads the person's facts, folds each stream up to the date; gives the number read. */
async function asOf({ views, store, engine }: Guong, date: string): Promise<number> {
  let read = 0;
  for (const stream of await new MemberHistoryQueries(views.db).streams(MEMBER)) {
    const events = await store.read(stream);
    read += events.length;
    const { workflow, id } = instanceOf(engine.workflows, stream);
    fold(
      workflow,
      id,
      events.filter(({ occurredAt }) => occurredAt <= date),
    );
  }
  return read;
}

function instanceOf(
  workflows: readonly AnyWorkflow[],
  stream: string,
): { readonly workflow: AnyWorkflow; readonly id: string } {
  const dash = stream.indexOf('-');
  const workflow = workflows.find((known) => known.stream === stream.slice(0, dash));
  if (workflow === undefined) throw new Error(`no workflow of ${stream}`);
  return { workflow, id: stream.slice(dash + 1) };
}
