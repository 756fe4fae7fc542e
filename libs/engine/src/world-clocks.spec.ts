import { memoryEventStore } from '#libs/event-store';
import { firstStep, stepAfter } from '#libs/kernel';
import { WORKFLOWS } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { buildWorld, MIDDAY, worldEngine } from './testing/index.js';

interface Expected {
  /** Records of the world in which the clock runs, and until when. */
  readonly running: readonly string[];
  /** Days from the due date on which something is done: a reminder, the end, an escalation. */
  readonly steps: readonly number[];
  readonly stops: string;
  readonly fires?: string;
}

/**
 * Every deadline of every workflow, written down by hand: a working day is one of Việt Nam, so ten
 * after Sunday 15 March 2026 end on the 27th, and thirty on 24 April, before the Kings' day.
 */
const CLOCKS: Readonly<Record<string, Expected>> = {
  'programme task': { running: ['kp7-2026 2026-09-30'], steps: [-7, 0, 10], stops: 'reportTask' },
  'registration endorsement': {
    running: ['lan-2026 2026-03-27'],
    steps: [-3, -1, 0, 5, 15],
    stops: 'endorse',
  },
  'registration correction': {
    running: ['nam-2026 2026-03-27'],
    steps: [-3, 0, 5],
    stops: 'submit',
  },
  'review remark': {
    running: ['mai-2026-03 2026-04-10', 'vinh-2026-03 2026-04-10'],
    steps: [-5, -1, 0],
    stops: 'remark',
    fires: 'miss',
  },
  'review lateRemark': { running: ['mai-2026-01 2026-03-25'], steps: [-3, 0, 1], stops: 'remark' },
  'review acknowledgement': {
    running: ['mai-2026-02 2026-03-27'],
    steps: [-3, 0],
    stops: 'acknowledge',
  },
  'review resolution': {
    running: ['vinh-2026-02 2026-03-27'],
    steps: [-3, 0, 5],
    stops: 'resolve',
  },
  'transfer letter': {
    running: [
      'nam-20260302 2026-05-27',
      'son-20260302 2026-05-27',
      'nam-20250602 2025-08-25',
      'mai-20250602 2025-08-25',
    ],
    steps: [-10, -3, 0, 5],
    stops: 'issueLetter',
    fires: 'markOverdue',
  },
  'transfer arrival': {
    running: ['mai-20260302 2026-04-21', 'lan-20260302 2026-04-21'],
    steps: [-10, -3, 0, 5],
    stops: 'present',
    fires: 'markOverdue',
  },
  'transfer reception': {
    running: ['vinh-20260302 2026-03-27'],
    steps: [-3, 0, 5],
    stops: 'receive',
  },
  'transfer explanation': {
    running: ['mai-20250602 2026-03-25'],
    steps: [-3, 0],
    stops: 'explainOverdue',
  },
  'contest entries': { running: ['thi-open 2026-03-31'], steps: [-7, -1, 0], stops: 'close' },
  'contest judging': {
    running: ['thi-closed 2026-04-24', 'thi-scored 2026-04-24'],
    steps: [-5, 0, 5],
    stops: 'judge',
  },
  'emulation-pact scoring': {
    running: ['kp5-2026 2027-01-31'],
    steps: [-30, -7, 0, 10],
    stops: 'score',
  },
  'steering-committee task': {
    running: ['anbinh-2021_2025 2026-06-30'],
    steps: [-7, -1, 0, 5],
    stops: 'reportTask',
  },
  'meeting draft': { running: ['kp4-20260304 2026-03-18'], steps: [0], stops: 'draftMinutes' },
  'meeting minutes': {
    running: ['kp4-20260305 2026-03-20', 'kp4-20260306 2026-03-20'],
    steps: [-2, 0],
    stops: 'adoptMinutes',
  },
  'meeting report': { running: ['kp4-20260307 2026-03-20'], steps: [-1, 0], stops: 'report' },
  'meeting issue': {
    running: ['kp4-20260310 2026-04-10'],
    steps: [-3, -1, 0, 7],
    stops: 'reportIssue',
  },
  'criticism-session minutes': {
    running: ['kp4-2011 2026-03-27', 'kp4-2012 2026-03-27', 'kp4-2017 2026-03-27'],
    steps: [-3, 0],
    stops: 'adoptMinutes',
  },
  'criticism-session remedy': {
    running: [
      'kp4-2011 2026-06-30',
      'kp4-2012 2026-06-30',
      'kp4-2014 2026-06-30',
      'kp4-2015 2026-06-30',
      'kp4-2016 2026-06-30',
      'kp4-2017 2026-06-30',
      'kp4-2019 2026-06-30',
    ],
    steps: [-7, -1, 0, 10],
    stops: 'reportRemedy',
  },
  'classification notice': {
    running: ['member.minh-2023 2026-03-27'],
    steps: [-3, 0, 5],
    stops: 'notify',
  },
  'classification finalisation': {
    running: ['member.quang-2023 2026-04-09'],
    steps: [0],
    stops: 'finalise',
    fires: 'finalise',
  },
  'classification complaint': {
    running: ['member.sau-2023 2026-04-14'],
    steps: [-7, 0, 5],
    stops: 'decideComplaint',
  },
  'classification change': {
    running: ['member.tam-2024 2026-04-03'],
    steps: [0, 5],
    stops: 'change',
  },
  'classification redecision': {
    running: ['member.quang-2024 2026-04-14'],
    steps: [0, 5],
    stops: 'recordDecision',
  },
  'commendation appraisal': {
    running: ['a-dossier 2026-04-17'],
    steps: [-5, 0, 5],
    stops: 'appraise',
  },
  'commendation publication': {
    running: ['a-decided 2026-04-03'],
    steps: [-3, 0],
    stops: 'publish',
  },
  'commendation revocation': {
    running: ['a-accused 2026-04-14'],
    steps: [-7, 0, 10],
    stops: 'revoke',
  },
  'inspection warrant': {
    running: [
      'kt-decided 2026-06-30',
      'kt-announced 2026-06-30',
      'kt-verifying 2026-06-30',
      'kt-drafted 2026-06-30',
      'kt-heard 2026-06-30',
    ],
    steps: [-7, -1, 0],
    stops: 'extendWarrant',
  },
  'inspection notice': {
    running: ['kt-concluded 2026-03-27'],
    steps: [-3, 0],
    stops: 'issueNotice',
  },
  'inspection followUp': {
    running: ['kt-followed 2026-06-30'],
    steps: [-7, -1, 0, 7],
    stops: 'reportFollowUp',
  },
};

/** Days of the steps of a clock that was started long before it is due. */
function stepsOf(spec: Parameters<typeof firstStep>[0]): number[] {
  const [due, started] = ['2026-06-30', '2020-01-01T00:00:00.000Z'];
  const steps: number[] = [];
  let step: ReturnType<typeof stepAfter> = firstStep(spec, due, started);
  while (step !== undefined) {
    steps.push(step.offset);
    step = stepAfter(spec, due, step.offset);
  }
  return steps;
}

describe('the clocks of the world', () => {
  const running = new Map<string, string[]>();
  beforeAll(async () => {
    running.clear();
    const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
    await buildWorld(store);
    const engine = worldEngine(store);
    for (const [name, id] of WORLD.asked)
      for (const { deadline, due } of (await engine.instance(name, id))!.clocks.values()) {
        const key = `${name} ${deadline}`;
        running.set(key, [...(running.get(key) ?? []), `${id} ${due}`]);
      }
  });

  it('are those of the table', () => {
    const names = WORKFLOWS.flatMap(({ name, deadlines }) =>
      Object.keys(deadlines).map((deadline) => `${name} ${deadline}`),
    );
    expect(names).toEqual(Object.keys(CLOCKS));
  });

  it.each(Object.keys(CLOCKS))('%s runs where it should, until the right day', (key) =>
    expect(running.get(key)).toEqual(CLOCKS[key]!.running),
  );

  it.each(Object.keys(CLOCKS))('%s reminds, ends and escalates on its days', (key) => {
    const [name, deadline] = key.split(' ') as [string, string];
    const spec = WORKFLOWS.find((one) => one.name === name)!.deadlines[deadline]!;
    const { steps, stops, fires } = CLOCKS[key]!;
    const said = { steps: stepsOf(spec), stops: spec.command, fires: spec.fire };
    expect(said).toEqual({ steps, stops, fires });
  });
});
