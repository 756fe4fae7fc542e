import 'reflect-metadata';
import { type ValidationError, validateSync } from 'class-validator';
import { ExtendDeadline, FireDeadlineStep } from './index.js';

const wrong = (input: object): string[] =>
  validateSync(input, { whitelist: true, forbidNonWhitelisted: true }).map(
    ({ property }: ValidationError) => property,
  );
const step = { clock: 'task:t1', due: '2026-03-16', offset: -3 };
const extension = { clock: 'endorsement', to: '2026-04-10', reason: 'Chờ họp' };

describe('inputs of the commands of deadlines', () => {
  it('are taken when they are right', () => {
    expect(wrong(Object.assign(new FireDeadlineStep(), step))).toEqual([]);
    expect(wrong(Object.assign(new ExtendDeadline(), extension))).toEqual([]);
  });

  it.each([
    ['clock', 'Khải'],
    ['clock', ''],
    ['due', '2026-02-30'],
    ['due', '2026-03-16T00:00:00Z'],
    ['offset', 1.5],
    ['offset', 4_000],
    ['more', 1],
  ])('a step is refused for %s %j', (field, value) =>
    expect(wrong(Object.assign(new FireDeadlineStep(), step, { [field]: value }))).toEqual([field]),
  );

  it.each([
    ['clock', 7],
    ['to', '10/04/2026'],
    ['reason', ''],
    ['reason', 'x'.repeat(1_001)],
    ['reason', undefined],
  ])('an extension is refused for %s %j', (field, value) =>
    expect(wrong(Object.assign(new ExtendDeadline(), extension, { [field]: value }))).toEqual([
      field,
    ]),
  );
});
