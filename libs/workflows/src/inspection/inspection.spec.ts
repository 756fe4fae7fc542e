import type { OldFact } from '#libs/kernel/testing';
import {
  DRAFTED,
  followUp,
  followUpDone,
  heard,
  HEARD,
  HISTORIES,
  raised,
} from './inspection-histories.fixtures.js';
import { decision, finding, given, of, on, plan } from './inspection.fixtures.js';

const lead = { actor: 'sau' };

describe('an inspection', () => {
  it('is planned for what stands below the unit', () =>
    given()
      .when('plan', plan())
      .thenFacts([
        {
          type: 'InspectionPlanned',
          data: { ...of, unitIds: ['kp4'], memberIds: ['khai'], on: '2026-01-10' },
        },
      ]));

  it('planned again stays with the unit that planned it', () =>
    expect(
      given(...HISTORIES.planned).when('plan', plan({ unitId: 'kp5' })).facts[0]?.data,
    ).toMatchObject({ unitId: 'anbinh' }));

  it('has a warrant: whom, what period, who, until when', () =>
    given(...HISTORIES.planned)
      .when('decide', decision())
      .thenFacts([
        {
          type: 'WarrantIssued',
          data: { ...of, warrantId: of.inspectionId, ...decision(), leadId: 'sau' },
        },
      ]));

  it('runs against the end of its warrant, which an extension moves', () => {
    const clocks = (facts: OldFact[]) => [...given(...facts).instance.clocks.entries()];
    expect(clocks(HISTORIES.decided)).toMatchObject([['warrant', { due: '2026-06-30' }]]);
    const extended = given(...HISTORIES.decided).when('extendWarrant', {
      decisionNo: '09-QĐ/UBKT',
      expires: '2026-09-30',
      on,
    });
    extended.thenState('decided', { expires: '2026-09-30' });
    expect(clocks([...HISTORIES.decided, extended.facts[0] as never])).toMatchObject([
      ['warrant', { due: '2026-09-30' }],
    ]);
  });

  it('is announced, reported on by the subjects, verified', () => {
    given(...HISTORIES.decided)
      .when('announce', { on, place: 'Hội trường' }, lead)
      .thenState('announced');
    const report = { subjectKind: 'member', subjectId: 'khai', text: 'Tự kiểm tra', on } as const;
    given(...HISTORIES.announced)
      .when('fileSelfReport', report, { actor: 'khai' })
      .thenFacts([
        {
          type: 'InspectionSelfReportFiled',
          data: { ...of, subjectKind: 'member', subjectId: 'khai', on, filedBy: 'khai' },
          sealed: { text: { of: 'khai', value: 'Tự kiểm tra' } },
        },
      ]);
    const cell = { ...report, subjectKind: 'unit', subjectId: 'kp4' } as const;
    const [fact] = given(...HISTORIES.self_reported).when('fileSelfReport', cell, {
      actor: 'ha',
    }).facts;
    expect(fact?.sealed).toEqual({ text: { of: 'ha', value: 'Tự kiểm tra' } });
    given(...HISTORIES.announced)
      .when('startVerification', { on }, lead)
      .thenState('verifying');
  });

  it('finds faults with the events that show them, sealed to the member at fault', () =>
    given(...HISTORIES.verifying)
      .when('raiseFinding', finding(), lead)
      .thenFacts([
        {
          type: 'FindingRaised',
          data: {
            ...of,
            id: 'f1',
            ruleId: 'NO_MONTHLY_REVIEW',
            subjectKind: 'member',
            subjectId: 'khai',
            eventIds: finding().eventIds,
            on,
          },
          sealed: { text: { of: 'khai', value: 'Không có nhận xét 3 tháng' } },
        },
      ]));

  it('may find fault with anybody of an inspected unit, who is then heard too', () => {
    const ofHa = { ...finding(), id: 'f2', subjectId: 'ha' };
    given(...HISTORIES.verifying)
      .when('raiseFinding', ofHa, lead)
      .thenState('verifying');
    given(...HEARD, raised({ id: 'f2', subjectId: 'ha' }))
      .when('conclude', { on, text: 'Kết luận' })
      .thenRefusedOnlyFor('SUBJECT_NOT_HEARD');
  });

  it('hears a subject again after a later finding', () => {
    given(...HEARD, raised({ id: 'f2' }))
      .when('conclude', { on, text: 'Kết luận' })
      .thenRefusedOnlyFor('SUBJECT_NOT_HEARD');
    given(...HEARD, raised({ id: 'f2' }), heard('member', 'khai', 'khai'))
      .when('conclude', { on, text: 'Kết luận' })
      .thenState('concluded');
  });

  it('lets a finding be taken back by whoever raised it', () => {
    const back = given(...DRAFTED).when('retractFinding', { id: 'f1', on, reason: 'Nhầm' }, lead);
    back.thenState('draft_report', { findings: [{ id: 'f1', retracted: true }] });
    const [draft] = given(...DRAFTED, back.facts[0] as never).when(
      'draftReport',
      { on, text: 'Dự thảo 2' },
      lead,
    ).facts;
    expect(draft?.data).toMatchObject({ findings: 0 });
  });

  it('hears, concludes, gives notice and follows up until all is done', () => {
    const hearing = {
      subjectKind: 'unit',
      subjectId: 'kp4',
      heardId: 'ha',
      on,
      text: 'x',
    } as const;
    given(...DRAFTED)
      .when('hearSubject', hearing, lead)
      .thenState('subject_heard', { heard: ['unit:kp4'] });
    expect(given(...HEARD).when('conclude', { on, text: 'x' }).facts[0]?.data).toMatchObject({
      findings: 1,
      units: 1,
      members: 1,
    });
    given(...HISTORIES.concluded)
      .when('issueNotice', { noticeNo: '03-TB/UBKT', on, recipients: ['kp4'] })
      .thenState('notice_issued');
    const task = { id: 'u1', ownerId: 'ha', due: '2026-06-30', on, text: 'Bổ sung', basis: 'f1' };
    given(...HISTORIES.notice_issued)
      .when('assignFollowUp', task)
      .thenState('follow_up', { followUps: [{ id: 'u1', status: 'open' }] });
    given(...HISTORIES.notice_issued, followUp, followUpDone)
      .when('close', { on })
      .thenFacts([{ type: 'InspectionClosed', data: { ...of, on, followUps: 1, done: 1 } }]);
    given(...HISTORIES.notice_issued)
      .when('close', { on })
      .thenState('closed');
  });

  it('ends with its warrant', () =>
    given(...HISTORIES.verifying)
      .when('revokeWarrant', { reason: 'conflict', on })
      .thenState('revoked', { endedOn: on }));
});

describe('under a warrant', () => {
  it.each([
    ['2026-02-28T10:00:00.000Z', 'WARRANT_NOT_STARTED'],
    ['2026-03-01T00:00:00.000Z', undefined],
    ['2026-06-30T16:59:00.000Z', undefined],
    ['2026-06-30T17:00:00.000Z', 'WARRANT_EXPIRED'],
  ])('at %s: %s', (now, code) => {
    const then = given(...HISTORIES.verifying).when('raiseFinding', finding(), { ...lead, now });
    expect(then.codes).toEqual(code === undefined ? [] : [code]);
  });

  it('nobody acts for a member of the team', () => {
    const mandate = { kind: 'valid' as const, ways: [[{ unitId: 'anbinh' }]] };
    given(...HISTORIES.verifying)
      .when('raiseFinding', finding(), {
        actor: { id: 'thao', onBehalfOf: 'sau', kind: 'person' },
        mandate,
      })
      .thenRefused('NOT_DELEGABLE');
  });
});
