import { AREAS } from '#libs/workflows';
import type { YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { SHORTCOMING_TEXTS } from './deed-texts.js';
import { judgeOf, type Pledge } from './registration.acts.js';
import type { World } from './world.js';

/** Cells assess in rounds in December and close the year on three days. */
const ROUNDS = 8;
const CLOSING_DAYS = 3;

/** Results deed by deed, shortcomings for the year to come, and the end of the year. */
export function assessments(
  script: YearScript,
  world: World,
  year: number,
  pledges: readonly Pledge[],
): void {
  const { random, profile } = world;
  const days = daysOf(year);
  const rounds = new Map<string, number>();
  for (const { id, member, cell, form } of pledges) {
    const round = rounds.get(cell.id) ?? random.below(ROUNDS);
    rounds.set(cell.id, round);
    const found = !member.settled && random.chance(profile.rates.shortcoming);
    const area = random.pick(AREAS);
    const judge = judgeOf(cell, member);
    script.add(moment(days.from('12-01', 2 * round), 15), judge, 'registration.assess', id, {
      results: form.deeds.map((_, index) => ({
        key: `d${index + 1}`,
        result: random.pick(RESULTS),
      })),
      text: found ? 'Hoàn thành phần lớn nội dung đăng ký.' : 'Hoàn thành nội dung đã đăng ký.',
      ...(found && {
        shortcomings: [
          {
            area,
            severity: random.chance(0.1) ? ('serious' as const) : ('minor' as const),
            text: SHORTCOMING_TEXTS[area]!,
          },
        ],
      }),
    });
    // The first shortcoming of an assessment is numbered by the workflow in this way.
    member.shortcomings = found ? [{ id: `${year}-1`, area }] : [];
    const on = days.from('12-27', round % CLOSING_DAYS);
    script.add(moment(on, 9), judge, 'registration.close', id, { on });
  }
}

const RESULTS = ['done', 'done', 'done', 'done', 'done', 'done', 'partly', 'not_done'] as const;
