import { DEADLINE_FACTS, policyText, startOf } from '#libs/kernel';
import { REACTORS, WORKFLOWS } from './index.js';
import { deadEnds, goldenText, unreachable } from './testing/index.js';

/** Ids that each workflow takes, and ids that it must not take. */
const IDS: Record<string, { right: string[]; wrong: string[] }> = {
  organisation: { right: ['kp4', 'ward.an-binh.2'], wrong: ['', 'KP4', '-kp4', 'kp4-', 'kp 4'] },
  membership: {
    right: ['khai', 'm.00017'],
    wrong: ['', 'Khải', 'm-1', '.m', 'm.', 'a'.repeat(65)],
  },
  programme: {
    right: ['kp4-2026', 'ward.an-binh.2-2021_2025'],
    wrong: ['kp4', 'kp4-1826', 'kp4-2026-', 'kp4-20261', '-2026'],
  },
  delegation: { right: ['khai', 'm.00017'], wrong: ['', 'Khải', 'm-1', '.m', 'a'.repeat(65)] },
  'criticism-session': {
    right: ['kp4-2026', 'ward.an-binh.2-1999'],
    wrong: ['kp4', 'kp4-26', 'kp4-2126', '-2026', 'KP4-2026'],
  },
  meeting: {
    right: ['kp4-20260303', 'kp4-20260303b', 'ward.an-binh.2-19991231c'],
    wrong: ['kp4', 'kp4-2026', 'kp4-20261301', 'kp4-20260332', 'kp4-20260303d', '-20260303'],
  },
  'access-log': {
    right: ['2026-03-15', '1999-12-31'],
    wrong: ['', '2026', '2026-3-15', '2026-13-01', '2026-03-32', '2026-03-15b'],
  },
  inspection: {
    right: ['kt-07-2026', 'kt.7'],
    wrong: ['', 'KT-07', '-kt', 'kt-', 'kt 7', 'a'.repeat(65)],
  },
  review: {
    right: ['khai-2026-q1', 'm.00017-1999-12'],
    wrong: ['khai-2026', 'khai-2026-q5', 'khai-2026-13', 'khai-2026-00', '-2026-01', 'm-1-2026-01'],
  },
  transfer: {
    right: ['khai-20260302', 'm.00017-19991231'],
    wrong: ['khai', 'khai-2026', 'khai-20261301', 'khai-20260332', '-20260302'],
  },
  contest: { right: ['ke-chuyen-2026', 'c1'], wrong: ['', 'Kể', '-a', 'a-', 'a'.repeat(41)] },
  model: { right: ['to-dan-van-kheo', 'm.1'], wrong: ['', 'Mô-hình', '-a', 'a-'] },
  'emulation-pact': {
    right: ['kp4-2026', 'ward.an-binh.2-1999'],
    wrong: ['kp4', 'kp4-26', 'kp4-2126', '-2026', 'kp4-2021_2025'],
  },
  'steering-committee': {
    right: ['anbinh-2006_2010', 'ward.an-binh.2-1999_2003'],
    wrong: ['anbinh', 'anbinh-2006', 'anbinh-2006_10', '-2006_2010'],
  },
  classification: {
    right: ['member.khai-2026', 'member.m.00017-1999', 'unit.ward.an-binh.2-2026'],
    wrong: ['khai-2026', 'member.khai', 'member.a-b-2026', 'group.kp4-2026', 'unit.-2026'],
  },
  'rating-list': {
    right: ['anbinh-2026', 'ward.an-binh.2-1999'],
    wrong: ['anbinh', 'anbinh-26', '-2026', 'ANBINH-2026'],
  },
  commendation: {
    right: ['a1', 'gk-2025.017'],
    wrong: ['', 'GK-1', '-a', 'a-', 'a 1', 'a'.repeat(65)],
  },
  'achievement-record': {
    right: ['member.m.00017', 'unit.ward.an-binh.2'],
    wrong: ['khai', 'member.', 'member.a-b', 'group.kp4'],
  },
  registration: {
    right: ['khai-2026', 'm.00017-1999'],
    wrong: ['khai', 'khai-26', 'khai-2126', '-2026'],
  },
};

describe.each(WORKFLOWS.map((workflow) => [workflow.name, workflow] as const))(
  '%s',
  (name, workflow) => {
    it('is declared as it was: diagram and permission matrix', () =>
      expect(goldenText(workflow)).toMatchSnapshot());

    it('has no state one cannot reach, nor one from which nothing ends', () => {
      expect(unreachable(workflow)).toEqual([]);
      expect(deadEnds(workflow)).toEqual([]);
    });

    it('declares no fact that no command can emit', () => {
      const emitted = new Set(Object.values(workflow.commands).flatMap(({ emits }) => emits));
      expect([...workflow.facts.keys()].filter((type) => !emitted.has(type))).toEqual([]);
    });

    it('stops every clock with a command possible while it runs', () => {
      for (const deadline of Object.values(workflow.deadlines)) {
        const { from } = workflow.commands[deadline.command]!;
        expect(from).not.toHaveLength(0);
        if ('whileIn' in deadline)
          expect(from).toEqual(expect.arrayContaining([...deadline.whileIn]));
      }
    });

    it('fires only what the system may do while the clock runs', () => {
      for (const deadline of Object.values(workflow.deadlines)) {
        if (deadline.fire === undefined) continue;
        const { by, from } = workflow.commands[deadline.fire]!;
        expect(policyText(by)).toMatch(/\bsystem\b/);
        if ('whileIn' in deadline)
          expect(from).toEqual(expect.arrayContaining([...deadline.whileIn]));
      }
    });

    it('takes the ids of its kind and no others', () => {
      const { right, wrong } = IDS[name]!;
      expect(right.filter((id) => !workflow.idPattern.test(id))).toEqual([]);
      expect(wrong.filter((id) => workflow.idPattern.test(id))).toEqual([]);
    });

    it('starts from any id it takes', () => {
      for (const id of IDS[name]!.right)
        expect(startOf(workflow, id)).toMatchObject({ id, stateName: workflow.startState });
    });

    it('needs only workflows that exist', () => {
      const needed = Object.values(workflow.commands)
        .flatMap(({ needs }) => Object.values(needs ?? {}))
        .flatMap((need) => need.workflow ?? []);
      const names = WORKFLOWS.map((one) => one.name);
      expect(needed.filter((one) => !names.includes(one))).toEqual([]);
    });
  },
);

describe('together', () => {
  it('share no fact type but those of clocks, so that a projection can name it alone', () => {
    const types = WORKFLOWS.flatMap((workflow) => [...workflow.facts.keys()]).filter(
      (type) => !DEADLINE_FACTS.has(type),
    );
    expect(types).toHaveLength(new Set(types).size);
  });

  it('emit every fact that a reactor waits for', () => {
    const types = new Set(WORKFLOWS.flatMap((workflow) => [...workflow.facts.keys()]));
    const awaited = REACTORS.flatMap((reactor) => Object.keys(reactor.on));
    expect(awaited.filter((type) => !types.has(type))).toEqual([]);
  });
});
