import { actions } from './actions.js';
import { addDays, dayOf, dueDate } from './deadline.js';
import { fold } from './fold.js';
import { authorityOf, errand, errandFact, recordedFacts, resolutionOf } from './testing/index.js';

const asked = errandFact('ErrandAsked', { unitId: 'kp4', askedBy: 'ha', effort: 3 });
const taken = errandFact('ErrandTaken', { by: 'khai' });
/** Ten working days are ten civil days and a marker, so that a test sees who was asked. */
const calendar = { addWorkingDays: (date: string, days: number) => addDays(date, days + 4) };

const actionsOf = (actor: string, facts: Parameters<typeof recordedFacts>[0]) => {
  const resolution = resolutionOf({
    actor,
    authority: authorityOf({ officers: ['ha secretary kp4'] }),
    needs: { limit: 5 },
  });
  const resolutions = new Map(Object.keys(errand.commands).map((name) => [name, resolution]));
  return actions(fold(errand, 'one', recordedFacts(facts)), resolutions, calendar);
};

describe('what can be done next', () => {
  it('lists every command, allowed or with reasons, in the order of the declaration', () => {
    expect(actionsOf('khai', [asked])).toEqual([
      { command: 'ask', allowed: false, reasons: [wrongState('open')] },
      { command: 'take', allowed: true, reasons: [], due: '2026-01-19' },
      {
        command: 'note',
        allowed: false,
        reasons: [
          { code: 'NOT_SUBJECT', params: { field: 'takenBy' } },
          { code: 'NOT_ABOVE', params: { office: 'committee' } },
          { code: 'NOT_SYSTEM' },
        ],
      },
      { command: 'report', allowed: false, reasons: [wrongState('open')] },
      { command: 'confirm', allowed: false, reasons: [wrongState('open')] },
      { command: 'remindDeadline', allowed: false, reasons: [{ code: 'NOT_SYSTEM' }] },
      { command: 'passDeadline', allowed: false, reasons: [{ code: 'NOT_SYSTEM' }] },
    ]);
  });

  it('says by when, also to whoever may not', () => {
    expect(actionsOf('ha', [asked]).find(({ command }) => command === 'take')).toEqual({
      command: 'take',
      allowed: false,
      reasons: [{ code: 'IS_SUBJECT', params: { field: 'askedBy' } }],
      due: '2026-01-19',
    });
  });

  it('takes the earliest of several deadlines', () => {
    const due = (...facts: Parameters<typeof recordedFacts>[0]) =>
      actionsOf('khai', facts).find(({ command }) => command === 'report')?.due;
    expect(due(asked, taken)).toBe('2026-02-04');
    expect(due(asked, { ...taken, occurredAt: '2026-06-20T02:00:00.000Z' })).toBe('2026-06-30');
  });
});

const wrongState = (state: string) => ({ code: 'WRONG_STATE', params: { state } });

describe('due dates', () => {
  const since = '2026-02-27T09:00:00.000Z';
  const spec = (due: Parameters<typeof dueDate>[0]['due']) => ({
    whileIn: ['open'],
    due,
    command: 'take',
  });

  it.each([
    ['P1D', 'civil', '2026-02-28'],
    ['P2D', 'civil', '2026-03-01'],
    ['P365D', 'civil', '2027-02-27'],
    ['-P3D', 'civil', '2026-02-24'],
    ['P0D', 'civil', '2026-02-27'],
    ['P1D', 'working', '2026-03-04'],
  ] as const)('%s %s after 27/02/2026: %s', (after, kind, expected) => {
    expect(dueDate(spec({ after, calendar: kind }), {}, since, calendar)).toBe(expected);
  });

  it.each([
    ['2026-03-31T16:59:59.999Z', '2026-03-31'],
    ['2026-03-31T17:00:00.000Z', '2026-04-01'],
    ['2025-12-31T23:30:00.000Z', '2026-01-01'],
    ['2026-03-31', '2026-03-31'],
  ])('the day of %s in Việt Nam is %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });

  it('run from the day in Việt Nam', () => {
    const after = spec({ after: 'P1D', calendar: 'civil' });
    expect(dueDate(after, {}, '2026-02-27T18:00:00.000Z', calendar)).toBe('2026-03-01');
  });

  it('come from a field of the state, once it is known', () => {
    const byField = spec({ field: 'dueOn' });
    expect(dueDate(byField, { dueOn: '2026-05-01' }, undefined, calendar)).toBe('2026-05-01');
    expect(dueDate(byField, { dueOn: undefined }, since, calendar)).toBeUndefined();
  });

  it('are unknown while the state has not been entered', () => {
    const after = spec({ after: 'P1D', calendar: 'civil' });
    expect(dueDate(after, {}, undefined, calendar)).toBeUndefined();
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days: %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});
