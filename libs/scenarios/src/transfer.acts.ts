import type { YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { ordinary } from './membership.acts.js';
import { cellsOf, type World, type WorldMember, type WorldUnit } from './world.js';

/** Members a year who move with the whole procedure; the first of them arrives late. */
const TRANSFERS = 4;

/** Members who will go to another commune in the course of the year. */
export const leavingIn = (world: World): readonly WorldMember[] =>
  world.scenario.id === 'binh-dai' ? world.random.sample(ordinary(world), TRANSFERS) : [];

/** Members who go to a cell of another commune: request, review, letter, sealed file, reception. */
export function transfers(
  script: YearScript,
  world: World,
  year: number,
  leaving: readonly WorldMember[],
): void {
  const cells = cellsOf(world);
  leaving.forEach((member, index) => {
    const from = world.units.get(member.unitId)!;
    const elsewhere = cells.filter(({ parentId }) => parentId !== from.parentId);
    const to = world.random.pick(elsewhere.length > 0 ? elsewhere : cells);
    if (to === from) return;
    transfer(script, year, { member, from, to, isLate: index === 0, index });
    member.unitId = to.id;
  });
}

interface Move {
  readonly member: WorldMember;
  readonly from: WorldUnit;
  readonly to: WorldUnit;
  readonly isLate: boolean;
  readonly index: number;
}

function transfer(
  script: YearScript,
  year: number,
  { member, from, to, isLate, index }: Move,
): void {
  const days = daysOf(year);
  const on = days.from(isLate ? '05-04' : '06-28', index);
  const id = `${member.id}-${on.replaceAll('-', '')}`;
  const [sender, receiver] = [from.officers.secretary, to.officers.secretary];
  const after = (count: number): string => days.from(on.slice(5), count);
  script.add(moment(on, 9), member.id, 'transfer.request', id, {
    ...{ fromUnitId: from.id, toUnitId: to.id, kind: 'permanent', reason: 'residence' },
    ...{ movedOn: on, on },
  });
  script.add(moment(after(3), 9), sender, 'transfer.review', id, { on: after(3) });
  script.add(moment(after(6), 9), sender, 'transfer.issueLetter', id, {
    ...{ number: `${index + 12}-GT/CB`, on: after(6) },
  });
  script.add(moment(after(7), 9), sender, 'transfer.sealFile', id, { on: after(7) });
  if (isLate) {
    // Thirty working days from the letter have passed.
    script.byClock(moment(after(38), 8), 'transfer.markOverdue', id, {});
    script.add(moment(after(41), 9), member.id, 'transfer.explainOverdue', id, {
      ...{ step: 'arrival', reason: 'illness', on: after(41), text: 'Phải điều trị dài ngày.' },
    });
  }
  const presented = isLate ? after(44) : days.from('07-26');
  const received = days.from('08-10', index % 2);
  script.add(moment(presented, 9), member.id, 'transfer.present', id, { on: presented });
  script.add(moment(received, 14), receiver, 'transfer.receive', id, { on: received });
}
