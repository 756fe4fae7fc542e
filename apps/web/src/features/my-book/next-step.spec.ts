import type { BookPeriod, BookRemedy } from '../../api/book.js';
import { hasBegun, nextStepOf } from './next-step.js';

const TODAY = '2026-04-10';
const paper = (state: string, allowed: boolean) => ({
  state,
  actions: [{ command: 'submit', allowed, reasons: [], due: '2026-03-31' }],
});
const period = (month: string, state: string, due?: string): BookPeriod => ({
  period: `2026-${month}`,
  id: `m.khai-2026-${month}`,
  state,
  due: due ?? null,
});
const remedy = (id: string, status: string, due: string): BookRemedy => ({
  id,
  sessionId: 'chi-bo-1-2025',
  status,
  due,
});

describe('the next step of a book', () => {
  it.each([
    ['writing the registration comes first', paper('draft', true), 'register'],
    ['a returned one is mended', paper('returned', true), 'mend'],
    ['a registration that is in stands aside', paper('submitted', false), 'nothing'],
  ])('%s', (_what, given, kind) => {
    const book = { periods: [], remedies: [] };
    expect(nextStepOf(given, book, TODAY).kind).toBe(kind);
  });

  it('an overdue remedy comes before a report that is due', () => {
    const book = {
      periods: [period('03', 'due', '2026-04-15')],
      remedies: [remedy('k1', 'open', '2026-04-01')],
    };
    expect(nextStepOf(undefined, book, TODAY)).toMatchObject({
      kind: 'remedy',
      overdue: true,
      due: '2026-04-01',
    });
  });

  it('the period that is due first is reported first, before remarks are read', () => {
    const book = {
      periods: [
        period('02', 'remarked'),
        period('04', 'due', '2026-05-05'),
        period('03', 'due', '2026-04-15'),
      ],
      remedies: [remedy('k1', 'open', '2026-06-01')],
    };
    expect(nextStepOf(undefined, book, TODAY)).toMatchObject({
      kind: 'report',
      period: { period: '2026-03' },
    });
  });

  it('asks for no report on a period that has not begun, or that the server would refuse', () => {
    const ahead = { periods: [period('05', 'due')], remedies: [] };
    expect(nextStepOf(undefined, ahead, TODAY).kind).toBe('nothing');
    const begun = { periods: [period('04', 'due')], remedies: [] };
    expect(nextStepOf(undefined, begun, TODAY).kind).toBe('report');
    expect(nextStepOf(undefined, begun, TODAY, () => false).kind).toBe('nothing');
    const old = { periods: [{ ...period('03', 'due'), period: '2024-03' }], remedies: [] };
    expect(nextStepOf(undefined, old, TODAY).kind).toBe('nothing');
    expect(hasBegun('2026-q2', '2026-04-01')).toBe(true);
    expect(hasBegun('2026-q3', '2026-06-30')).toBe(false);
  });

  it('then remarks are read, then remedies reported, then there is nothing', () => {
    const read = { periods: [period('02', 'remarked')], remedies: [] };
    expect(nextStepOf(undefined, read, TODAY).kind).toBe('read');
    const open = { periods: [], remedies: [remedy('k1', 'open', '2026-06-01')] };
    expect(nextStepOf(undefined, open, TODAY)).toMatchObject({ kind: 'remedy', overdue: false });
    const done = { periods: [], remedies: [remedy('k1', 'reported', '2026-01-01')] };
    expect(nextStepOf(undefined, done, TODAY)).toEqual({ kind: 'nothing' });
    expect(nextStepOf(undefined, null, TODAY)).toEqual({ kind: 'nothing' });
  });
});
