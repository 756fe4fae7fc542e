import type { Level } from '#libs/workflows';
import type { Scenario } from './scenario.js';

/** Fewest members of a cell, so that it has its leaders and people to lead. */
const CELL_MEMBERS = 5;
/** The first cell holds the people of the demonstration. */
const FIRST_CELL_MEMBERS = 8;

/** The same organisation with fewer units and members; `scale` is above 0 and at most 1. */
export function scaled(scenario: Scenario, scale: number): Scenario {
  if (!(scale > 0 && scale <= 1)) throw new RangeError('scale must be above 0 and at most 1');
  if (scale === 1) return scenario;
  const units: Partial<Record<Level, number>> = {};
  // Each level keeps at least one unit more than the one above it, so that none is left childless.
  let least = 1;
  for (const level of scenario.levels) {
    const count = scenario.units[level];
    if (count === undefined) continue;
    units[level] = Math.min(count, Math.max(least, Math.round(count * scale)));
    least = units[level] + 1;
  }
  const cell = Math.min(scenario.units.cell, Math.max(units.cell!, 5));
  const members = Math.max(
    Math.round(scenario.members * scale),
    cell * CELL_MEMBERS + FIRST_CELL_MEMBERS,
  );
  return { ...scenario, units: { ...units, cell }, members };
}

/**
 * A province so small that it loads in a moment: one district, two communes, three cells, 21
 * members, one finished year. The year after it is open for registration.
 */
export const smallDemo = (finishedYear: number): Scenario => ({
  id: 'bac-kan',
  source: '',
  title: 'Đảng bộ tỉnh Bắc Kạn',
  titleEn: 'Provincial Party organisation of Bắc Kạn',
  years: { first: finishedYear, last: finishedYear },
  levels: ['province', 'district', 'base', 'cell'],
  facts: [],
  units: { province: 1, district: 1, base: 2, cell: 3 },
  members: 21,
  expect: [],
});
