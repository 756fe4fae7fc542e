import type { YearScript } from './act.js';
import { daysOf, minutesAfter, moment } from './calendar.js';
import { CRITERIA, MODEL_NAMES, STEERING_TASKS } from './honours.texts.js';
import { cellsOf, openUnits, type World, type WorldUnit } from './world.js';

/** What only some organisations do in some years: models, pacts, a steering committee. */
export function honours(script: YearScript, world: World, year: number): void {
  if (world.scenario.id === 'thang-tam') models(script, world, year);
  if (world.scenario.id !== 'lang-son') return;
  pacts(script, world, year);
  steering(script, world, year);
}

/** Years, counted from the first, in which the named models are registered. */
const REGISTERED = [0, 0, 1, 2, 3];

/** Five named models of cells: registered, tried, recognised by the ward, copied elsewhere. */
function models(script: YearScript, world: World, year: number): void {
  const days = daysOf(year);
  const cells = cellsOf(world);
  const ward = openUnits(world)[0]!.officers.secretary;
  MODEL_NAMES.forEach((name, index) => {
    const cell = cells[index % cells.length]!;
    const id = `${world.profile.prefix}.mo-hinh-${index + 1}`;
    const { secretary } = cell.officers;
    const start = world.scenario.years.first + REGISTERED[index]!;
    if (year === start) {
      const [on, tried, known] = [days.from('03-20'), days.from('04-15'), days.from('11-20')];
      script.add(moment(on, 9), secretary, 'model.register', id, {
        ...{ unitId: cell.id, kind: 'collective', name, on },
      });
      script.add(moment(tried, 9), secretary, 'model.pilot', id, { on: tried });
      script.add(moment(known, 9), ward, 'model.recognise', id, {
        ...{ on: known, decisionNo: `${40 + index}-QĐ/ĐU`, evidenceNo: `${60 + index}-BC/CB` },
      });
    }
    const other = cells[(index + 5) % cells.length]!;
    if (year !== start + 1 || other === cell) return;
    const on = days.from('05-10');
    script.add(moment(on, 9), ward, 'model.replicate', id, { atUnitId: other.id, on });
  });
}

/** Every cell vies with the next: signed in spring, scored and closed at the end of the year. */
function pacts(script: YearScript, world: World, year: number): void {
  const { random, units } = world;
  const days = daysOf(year);
  const [signed, scored, closed] = [days.from('03-20'), days.from('12-17'), days.from('12-20')];
  const cells = cellsOf(world);
  const root = openUnits(world)[0]!;
  cells.forEach((cell, index) => {
    const id = `${cell.id}-${year}`;
    const partner = cells[(index + 1) % cells.length]!;
    const above = units.get(cell.parentId!)!.officers.secretary;
    script.add(moment(signed, 9), cell.officers.secretary, 'emulation-pact.sign', id, {
      on: signed,
      partners: partner === cell ? [] : [partner.id],
      criteria: CRITERIA.map((criterion) =>
        criterion.key === 'campaign'
          ? { ...criterion, programmeId: `${root.id}-${year}` }
          : { ...criterion },
      ),
    });
    script.add(moment(scored, 9), above, 'emulation-pact.score', id, {
      on: scored,
      scores: CRITERIA.map(({ key, points }) => ({
        key,
        points: points - random.below(Math.ceil(points / 4)),
      })),
    });
    script.add(moment(closed, 9), above, 'emulation-pact.close', id, { on: closed });
  });
}

/** A steering committee for the term, with a dated task for each of its members every year. */
function steering(script: YearScript, world: World, year: number): void {
  const { first, last } = world.scenario.years;
  const root = openUnits(world)[0]!;
  const { secretary, deputy } = root.officers;
  const id = `${root.id}-${first}_${last}`;
  const days = daysOf(year);
  if (year === first) {
    world.steering.push(...steeringMembers(world, root));
    const on = days.from('02-10');
    script.add(moment(on, 9), secretary, 'steering-committee.form', id, {
      ...{ on, decisionNo: '12-QĐ/ĐU' },
      members: world.steering.map((memberId, index) => ({
        memberId,
        role: index === 0 ? 'head' : index === 1 ? 'deputy' : 'member',
      })),
    });
  }
  world.steering.forEach((ownerId, index) => {
    const [on, due] = [days.from('02-20'), days.from(index % 2 === 0 ? '06-20' : '11-20')];
    const key = `t${year}-${index + 1}`;
    const by = ownerId === secretary ? deputy : secretary;
    script.add(minutesAfter(on, 9, index), by, 'steering-committee.assignTask', id, {
      ...{ id: key, ownerId, due, on, text: STEERING_TASKS[index % STEERING_TASKS.length]! },
    });
    const done = days.from(due.slice(5), world.random.chance(0.1) ? 4 : -3);
    script.add(minutesAfter(done, 9, index), ownerId, 'steering-committee.reportTask', id, {
      ...{ id: key, on: done, text: 'Đã thực hiện xong, có báo cáo kèm theo.' },
    });
    script.add(minutesAfter(done, 15, index), by, 'steering-committee.verifyTask', id, {
      ...{ id: key, on: done, done: true },
    });
  });
}

/** The leaders of the organisation and of some of its cells. */
const steeringMembers = (world: World, { officers }: WorldUnit): string[] => [
  ...new Set([
    officers.secretary,
    officers.deputy,
    ...officers.committee,
    ...cellsOf(world)
      .slice(0, 3)
      .map((cell) => cell.officers.secretary),
  ]),
];
