import type { YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { judgeOf } from './registration.acts.js';
import type { World } from './world.js';

/** Remedies that come late, and those that nobody ever sees to. */
const LATE = 0.06;
const NEVER = 0.03;

/** Remedies of last year's sessions: most are done in time, a few late, a few never. */
export function remedies(script: YearScript, world: World, year: number): void {
  const { random } = world;
  const days = daysOf(year);
  const open = new Set<string>();
  const owed = world.remedies.splice(0);
  for (const { sessionId, id, ownerId, cell, due, index } of owed) {
    const never = random.chance(NEVER);
    const late = random.chance(LATE);
    if (never) open.add(sessionId);
    if (never) continue;
    const on = days.from(due.slice(5), late ? 12 : -2);
    script.add(moment(on, 9, index), ownerId, 'criticism-session.reportRemedy', sessionId, {
      ...{ id, on, text: 'Đã khắc phục xong, có xác nhận của chi bộ.' },
    });
    const judge = judgeOf(cell, world.members.get(ownerId)!);
    script.add(moment(on, 16, index), judge, 'criticism-session.verifyRemedy', sessionId, {
      ...{ id, on, done: true },
    });
  }
  const on = days.from('12-07');
  for (const [sessionId, cell] of new Map(owed.map((one) => [one.sessionId, one.cell])))
    if (!open.has(sessionId))
      script.add(moment(on, 17), cell.officers.secretary, 'criticism-session.close', sessionId, {
        on,
      });
}

/** What was found in somebody and reported as mended at once, for a secretary to look at. */
export function reportedAtOnce(script: YearScript, world: World, year: number): void {
  const on = daysOf(year).from('12-26');
  for (const { sessionId, id, ownerId, ...remedy } of world.remedies)
    if (remedy.reportedAtOnce)
      script.add(moment(on, 9), ownerId, 'criticism-session.reportRemedy', sessionId, {
        ...{ id, on, text: 'Đã bắt đầu khắc phục, xin chi bộ xác nhận.' },
      });
}
