import type { Given, OldFact } from '#libs/kernel/testing';
import {
  answered,
  conclusion,
  DAY,
  finding,
  given,
  givenIn,
  HISTORIES,
  item,
  LAN_OPEN,
  mending,
  offered,
  plan,
  prompted,
  replied,
  reserved,
  said,
  settled,
} from './testing/criticism-session.fixtures.js';

const of = { unitId: 'kp4', year: 2026, round: 1 };
type Commands = Given<typeof given extends (...facts: never) => Given<infer C> ? C : never>;
const types = (then: ReturnType<Commands['when']>) => then.facts.map(({ type }) => type);

describe('preparation', () => {
  it('plans whom it hears, in the order of their roles', () =>
    given()
      .when('plan', plan)
      .thenFacts([{ type: 'SessionPlanned', data: { ...of, ...plan } }]));

  it('seals a prompt to the collective to its head', () => {
    const prompt = {
      id: 'p2',
      subjectId: 'kp4',
      area: 'people',
      on: '2026-11-10',
      text: 'Vì sao?',
    };
    given(...HISTORIES.planned)
      .when('prompt', prompt, { actor: 'tam' })
      .thenFacts([
        {
          type: 'PromptIssued',
          data: { ...of, id: 'p2', subjectId: 'kp4', area: 'people', on: '2026-11-10' },
          sealed: { text: { of: 'ha', value: 'Vì sao?' } },
        },
      ]);
  });

  it('counts the versions of a self-review and keeps its words with whoever wrote them', () => {
    const sections = [{ key: 'strengths', text: 'Gương mẫu' }];
    const input = { subjectId: 'lan', kind: '2a', sections, selfRating: 'good', on: DAY } as const;
    given(...HISTORIES.materials_ready)
      .when('fileSelfReview', input, { actor: 'lan' })
      .thenFacts([
        {
          type: 'SelfReviewFiled',
          data: { ...of, subjectId: 'lan', kind: '2a', version: 2, selfRating: 'good', on: DAY },
          sealed: { review: { of: 'lan', value: { sections } } },
        },
      ]);
  });

  it.each([
    ['2026-11-28', 7],
    ['2026-12-07', -2],
  ])('says how long before the day the materials came: %s, %i days', (on, daysBefore) =>
    given(...HISTORIES.planned)
      .when('sendMaterials', { on })
      .thenFacts([{ type: 'MaterialsSent', data: { ...of, on, daysBefore } }]),
  );
});

describe('story 4: order and reply', () => {
  it('a member’s item is not opened before the head’s is concluded', () => {
    const then = given(...HISTORIES.collective_done).when('openItem', {
      subjectId: 'khai',
      on: DAY,
    });
    then.thenRefused('ITEM_ORDER', 'subjectId');
    expect(then.outcome).toMatchObject({
      reasons: [{ params: { before: 'ha', role: 'head' } }],
    });
    given(...HISTORIES.collective_done, ...settled('ha'), ...settled('loc'))
      .when('openItem', { subjectId: 'khai', on: DAY })
      .thenState('collective_done');
  });

  it('Lan’s item is not concluded until she was offered a reply and gave it or gave it up', () => {
    const conclude = (...facts: OldFact[]) =>
      given(...LAN_OPEN, ...facts).when('concludeItem', conclusion('lan'));
    conclude().thenRefusedOnlyFor('REPLY_NOT_OFFERED');
    conclude(offered('lan')).thenRefusedOnlyFor('REPLY_MISSING');
    conclude(offered('lan'), replied('lan')).thenState('individuals_done');
    const waived = { type: 'ResponseWaived', data: { ...of, subjectId: 'lan', on: DAY } };
    conclude(offered('lan'), waived).thenState('individuals_done');
  });

  it('the recorder may write down that she gives it up, as her word', () =>
    given(...LAN_OPEN, offered('lan'))
      .when('waiveResponse', { subjectId: 'lan', onTheirWord: true, on: DAY }, { actor: 'binh' })
      .thenFacts([
        { type: 'ResponseWaived', data: { ...of, subjectId: 'lan', onTheirWord: true, on: DAY } },
      ]));

  it('her reserved opinion is kept word for word, sealed to her, and goes upward', () => {
    const text = '  Tôi không đồng ý;\n“đề nghị xem lại”  ';
    given(...HISTORIES.individuals_done)
      .when(
        'reserveOpinion',
        { id: 'o1', subjectId: 'lan', authorId: 'lan', text, on: DAY },
        { actor: 'lan' },
      )
      .thenFacts([
        {
          type: 'OpinionReserved',
          data: { ...of, id: 'o1', subjectId: 'lan', authorId: 'lan', on: DAY },
          sealed: { text: { of: 'lan', value: text } },
        },
      ]);
    given(...HISTORIES.concluded, reserved)
      .when('forwardOpinion', { id: 'o1', toUnitId: 'anbinh', on: DAY })
      .thenFacts([
        {
          type: 'OpinionForwarded',
          data: { ...of, id: 'o1', authorId: 'lan', toUnitId: 'anbinh', on: DAY },
        },
      ]);
  });

  it('minutes are adopted only once read, by more than half of those present', () => {
    const votes = { for: 5, against: 2, abstained: 1, on: DAY };
    const drafted = given(...HISTORIES.concluded).when('draftMinutes', {
      text: 'Biên bản',
      on: DAY,
    });
    const facts = drafted.facts as OldFact[];
    const adopt = (...more: OldFact[]) =>
      given(...HISTORIES.concluded, ...more).when('adoptMinutes', votes);
    adopt().thenRefusedOnlyFor('MINUTES_NOT_READ');
    adopt(...facts).thenRefusedOnlyFor('MINUTES_NOT_READ');
    const read = { type: 'SessionMinutesRead', data: { ...of, on: DAY } };
    adopt(...facts, read).thenState('minutes_adopted');
  });
});

describe('hearing', () => {
  it('seals criticism to whoever said it, and counts what was not taken back', () => {
    const input = { id: 'c2', subjectId: 'lan', speakerId: 'khai', area: 'unity', on: DAY };
    given(...LAN_OPEN)
      .when('recordCriticism', { ...input, text: 'Còn nể nang' }, { actor: 'khai' })
      .thenFacts([
        {
          type: 'CriticismRecorded',
          data: { ...of, ...input },
          sealed: { text: { of: 'khai', value: 'Còn nể nang' } },
        },
      ]);
    const back = { type: 'CriticismRetracted', data: { ...of, of: 'c1', on: DAY } };
    const ready = [offered('lan'), replied('lan'), said('c2', 'lan', 'khai'), back];
    const then = given(...LAN_OPEN, ...ready).when('concludeItem', conclusion('lan'));
    expect(then.facts[0]?.data).toMatchObject({ criticisms: 1, reply: 'recorded' });
  });

  it('what several people say at once never collides', () => {
    const { commands } = given().instance.workflow;
    expect(
      Object.entries(commands)
        .filter(([, command]) => command.commutative && command.personal)
        .map(([name]) => name),
    ).toEqual([
      'answerPrompt',
      'fileSelfReview',
      'recordCriticism',
      'recordResponse',
      'waiveResponse',
      'reserveOpinion',
    ]);
  });

  it('a conclusion finds, and says who mends it by when', () => {
    const then = given(...LAN_OPEN, offered('lan'), replied('lan')).when(
      'concludeItem',
      conclusion('lan', { shortcomings: [finding()], remedies: [mending()] }),
    );
    expect(then.facts.slice(1)).toEqual([
      {
        type: 'ShortcomingRecorded',
        data: {
          ...of,
          id: '2026-s1',
          subjectId: 'lan',
          area: 'people',
          severity: 'minor',
          on: DAY,
        },
        sealed: {
          text: { of: 'lan', value: { text: 'Ít tiếp xúc với nhân dân', cause: 'Ngại va chạm' } },
        },
      },
      {
        type: 'RemedyAssigned',
        data: { ...of, id: 'r1', ownerId: 'lan', due: '2027-03-31', on: DAY, basis: '2026-s1' },
        sealed: { text: { of: 'lan', value: 'Mỗi tháng gặp năm hộ' } },
      },
      { type: 'IndividualsDone', data: { ...of, on: DAY } },
    ]);
  });

  it('the collective comes to an end by a fact of its own, its words kept with the head', () => {
    const then = given(...HISTORIES.open, item('kp4'), offered('kp4'), replied('kp4')).when(
      'concludeItem',
      conclusion('kp4'),
      { actor: 'loc' },
    );
    expect(types(then)).toEqual(['ItemConcluded', 'CollectiveDone']);
    expect(then.facts[0]?.sealed).toMatchObject({ conclusion: { of: 'ha' } });
    then.thenState('collective_done');
  });

  it('who was put off lets the others go on, and is named at the end', () => {
    const later = { subjectId: 'lan', reason: 'ill', on: DAY } as const;
    const facts = [...HISTORIES.collective_done, ...['ha', 'loc', 'khai'].flatMap(settled)];
    const then = given(...facts).when('deferItem', later);
    expect(types(then)).toEqual(['ItemDeferred', 'IndividualsDone']);
    const end = given(...facts, ...(then.facts as OldFact[])).when('conclude', {
      on: DAY,
      at: '16:30',
    });
    expect(end.facts[0]?.data).toMatchObject({ deferred: ['lan'], subjects: 3, replied: 3 });
  });

  it.each([
    [2016, [], 'individuals_done', ['p1']],
    [2026, [answered], 'individuals_done', []],
  ] as const)(
    'a prompt left open is a finding in %i, and answered it is none',
    (year, more, state, unanswered) => {
      const asked = (facts: OldFact[]) => facts.toSpliced(1, 0, prompted, ...more);
      const then = givenIn(year)(...asked([...LAN_OPEN, offered('lan'), replied('lan')])).when(
        'concludeItem',
        conclusion('lan'),
      );
      then.thenState(state);
      expect(then.facts[0]?.data).toMatchObject({ unanswered });
    },
  );
});
