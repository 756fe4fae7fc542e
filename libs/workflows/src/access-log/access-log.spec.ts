import { situation } from '#libs/kernel/testing';
import { declaredRefusals, provenRefusals, rulesIn } from '../testing/index.js';
import { accessLog } from './access-log.workflow.js';

const given = situation(accessLog, { id: '2026-03-15', needs: { rules: rulesIn(2026) } });
const view = {
  at: '2026-03-15T05:00:00.000Z',
  viewerId: 'sau',
  subjectKind: 'member',
  subjectId: 'khai',
  endpoint: 'members.book',
} as const;
const entry = { day: '2026-03-15', ...view };

describe('the access log', () => {
  it('keeps readings with what allowed them and the day they are shown, and denials with why', () =>
    given()
      .when('record', {
        views: [
          { ...view, basis: 'warrant', inspectionId: 'kt-7', warrantId: 'kt-7' },
          { ...view, viewerId: 'acc-1' },
          { ...view, denial: 'expired', inspectionId: 'kt-7' },
        ],
      })
      .thenFacts([
        {
          type: 'RecordViewed',
          data: {
            ...entry,
            inspectionId: 'kt-7',
            basis: 'warrant',
            warrantId: 'kt-7',
            shownFrom: '2026-04-14',
          },
        },
        {
          type: 'RecordViewed',
          data: { ...entry, viewerId: 'acc-1', basis: 'account', shownFrom: '2026-04-14' },
        },
        {
          type: 'RecordViewDenied',
          data: { ...entry, inspectionId: 'kt-7', denial: 'expired' },
        },
      ]));

  const ROWS = [
    { command: 'record', views: [], codes: ['VIEWS_MISSING'] },
    {
      command: 'record',
      views: [view, { ...view, at: '2026-03-15T17:00:00.000Z' }],
      codes: ['VIEW_NOT_OF_DAY'],
    },
  ] as const;
  it.each(ROWS)('refuses $codes', ({ command, views, codes }) =>
    given()
      .when(command, { views: [...views] })
      .thenRefusedOnlyFor(...codes),
  );

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(accessLog)));

  it('takes entries from nobody but the system', () =>
    given()
      .when('record', { views: [view] }, { actor: 'sau' })
      .thenRefusedOnlyFor('NOT_SYSTEM'));
});
