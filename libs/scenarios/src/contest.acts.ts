import type { AnnounceContest, Prize } from '#libs/workflows';
import type { YearScript } from './act.js';
import { honour } from './award.acts.js';
import { daysOf, minutesAfter, moment } from './calendar.js';
import { ESSAY_CONTEST, WARD_CONTEST, WORK_TEXTS } from './honours.texts.js';
import { cellsOf, membersOf, officersOf, openUnits, type World } from './world.js';

/** Who enters: `entrantId` through `by`, from a unit. */
interface Entrant {
  readonly kind: 'member' | 'unit';
  readonly id: string;
  readonly unitId: string;
  readonly by: string;
}

/** Judges per contest, and prizes from the best entry on. */
const JUDGES = 3;
const PRIZES: readonly Prize[] = ['first', 'second', 'third', 'consolation'];
/** Year in which a contest is held, counted from the first. */
const HELD_AFTER = 2;

/** The contest of a ward between its cells, and of a sector between its members. */
export function contests(script: YearScript, world: World, year: number): void {
  if (year !== world.scenario.years.first + HELD_AFTER) return;
  const cells = cellsOf(world);
  if (world.scenario.id === 'thang-tam')
    contest(
      script,
      world,
      year,
      WARD_CONTEST,
      cells.slice(0, 8).map(({ id, officers }) => {
        return { kind: 'unit', id, unitId: id, by: officers.secretary };
      }),
    );
  if (world.scenario.id === 'lang-son')
    contest(script, world, year, ESSAY_CONTEST, essayists(world));
}

/** Two members of every cell who hold no post. */
function essayists(world: World): Entrant[] {
  const officers = officersOf(world);
  return cellsOf(world).flatMap(({ id: unitId }) =>
    membersOf(world, unitId)
      .filter(({ id, exempt }) => !officers.has(id) && !exempt)
      .slice(0, 2)
      .map(({ id }): Entrant => ({ kind: 'member', id, unitId, by: id })),
  );
}

/** From the announcement to the awards that its prizes are. */
function contest(
  script: YearScript,
  world: World,
  year: number,
  about: Pick<AnnounceContest, 'title' | 'theme'>,
  entrants: readonly Entrant[],
): void {
  const root = openUnits(world)[0]!;
  const { secretary, deputy, committee } = root.officers;
  const judges = [...new Set([secretary, deputy, ...committee])].slice(0, JUDGES);
  const id = `${world.profile.prefix}.hoi-thi.${year}`;
  const days = daysOf(year);
  const [on, opened, until] = [days.from('04-05'), days.from('04-12'), days.from('05-20')];
  const [judged, decided] = [days.from('06-05'), days.from('06-12')];
  script.add(moment(on, 9), secretary, 'contest.announce', id, {
    ...{ ...about, unitId: root.id, programmeId: `${root.id}-${year}`, on, until, judges },
  });
  script.add(moment(opened, 9), secretary, 'contest.open', id, { on: opened });
  entrants.forEach((entrant, index) =>
    script.add(minutesAfter(until, 8, index), entrant.by, 'contest.submitEntry', id, {
      ...{ entryId: `b${index + 1}`, subjectKind: entrant.kind, subjectId: entrant.id },
      ...{ on: until, work: WORK_TEXTS[index % WORK_TEXTS.length]! },
    }),
  );
  const closed = days.from('05-20', 3);
  script.add(moment(closed, 9), secretary, 'contest.close', id, { on: closed });
  const points = entrants.map((_, index) => 60 + ((index * 17 + year) % 38));
  points.forEach((given, index) =>
    judges.forEach((judge, at) =>
      script.add(minutesAfter(closed, 10, index * JUDGES + at), judge, 'contest.scoreEntry', id, {
        ...{ entryId: `b${index + 1}`, points: given + at },
      }),
    ),
  );
  const best = entrants
    .map((entrant, index) => ({ entrant, index, points: points[index]! }))
    .sort((one, other) => other.points - one.points || one.index - other.index)
    .slice(0, PRIZES.length);
  script.add(moment(judged, 9), secretary, 'contest.judge', id, {
    on: judged,
    prizes: best.map(({ index }, at) => ({ entryId: `b${index + 1}`, prize: PRIZES[at]! })),
  });
  script.add(moment(decided, 9), secretary, 'contest.award', id, {
    ...{ on: decided, decisionNo: `${year % 100}5-QĐ/ĐU` },
  });
  for (const { entrant, index } of best)
    honour(script, world, {
      ...{ id: `${id}-b${index + 1}`, contestId: id, occasion: 'contest', form: 'certificate' },
      ...{ subjectKind: entrant.kind, subjectId: entrant.id, unitId: entrant.unitId },
      ...{ decidedAt: root.id, track: 'party', period: { fromYear: year, toYear: year } },
      on: days.from('06-12', 1),
      isNominated: true,
    });
}
