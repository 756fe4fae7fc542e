import { parseArgs } from 'node:util';
import type { CheckSize } from './check.rig.js';
import { FAULT_NAMES, type FaultName, type FaultTimes, REAL_TIMES } from './cluster.faults.js';
import { type Step, STEPS } from './cluster-hands.port.js';
import { COMPOSE_COMMANDS, partsOf } from './command.hands.js';
import { CHECK_NAMES, type CheckName } from './single.checks.js';

/** What `npm run torture -- cluster …` is to do. */
export interface ClusterOptions {
  /** A real cluster; left out: doubles in this process. */
  readonly url: string | undefined;
  readonly adminUrl: string | undefined;
  readonly seed: number;
  readonly rounds: number;
  readonly faults: readonly FaultName[];
  readonly checks: readonly CheckName[];
  readonly out: string | undefined;
  readonly writers: number;
  readonly subscribers: number;
  readonly thinkMs: number;
  readonly calmMs: number;
  readonly deadlineMs: number;
  readonly times: FaultTimes;
  readonly size: CheckSize;
  readonly nodes: readonly string[];
  readonly leaderCommand: string | undefined;
  readonly commands: Partial<Record<Step, string>>;
}

/** Over doubles nothing takes long; these are lengths at which something can go wrong. */
const DOUBLE_TIMES: FaultTimes = {
  outageMs: 2_000,
  pauseMs: 4_000,
  flapMs: 500,
  flaps: 5,
  leaderMs: 20_000,
};

const text = { type: 'string' } as const;
const NUMBERS = {
  seed: text,
  rounds: text,
  writers: text,
  subscribers: text,
  think: text,
  calm: text,
  deadline: text,
  outage: text,
  pause: text,
  flap: text,
  flaps: text,
  haystack: text,
  meetings: text,
  backlog: text,
} as const;
const TEXTS = { out: text, faults: text, checks: text, nodes: text, leader: text } as const;
const COMMANDS: Record<Exclude<Step, 'pause'> | 'freeze', typeof text> = {
  kill: text,
  stop: text,
  start: text,
  freeze: text,
  resume: text,
  cut: text,
  cutOne: text,
  heal: text,
  resign: text,
};

/**
 * Reads arguments (seconds, unless a name says otherwise) and the environment:
 * GUONG_TEST_EVENTSTOREDB and GUONG_TEST_EVENTSTOREDB_ADMIN, which hold passwords.
 * Throws TypeError that names what cannot be understood.
 */
export function clusterOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ClusterOptions {
  const { values } = parseArgs({ args: [...args], options: { ...NUMBERS, ...TEXTS, ...COMMANDS } });
  const number = (name: keyof typeof NUMBERS, byDefault: number): number => {
    const value = Number(values[name] ?? byDefault);
    if (!Number.isFinite(value) || value < 0) throw new TypeError(`--${name} must be a number`);
    return value;
  };
  const ms = (name: keyof typeof NUMBERS, byDefaultMs: number): number =>
    number(name, byDefaultMs / 1_000) * 1_000;
  const url = env['GUONG_TEST_EVENTSTOREDB'] || undefined;
  const real = url !== undefined;
  const times = real ? REAL_TIMES : DOUBLE_TIMES;
  const deadlineMs = ms('deadline', real ? 5_000 : 500);
  return {
    url,
    adminUrl: env['GUONG_TEST_EVENTSTOREDB_ADMIN'] || undefined,
    seed: number('seed', Date.now() % 1_000_000),
    rounds: number('rounds', 1),
    faults: named('faults', values.faults, FAULT_NAMES),
    checks: named('checks', values.checks, CHECK_NAMES),
    out: values.out,
    writers: number('writers', 16),
    subscribers: number('subscribers', 6),
    thinkMs: ms('think', real ? 0 : 10),
    calmMs: ms('calm', real ? 10_000 : 2_000),
    deadlineMs,
    times: {
      ...times,
      outageMs: ms('outage', times.outageMs),
      pauseMs: ms('pause', times.pauseMs),
      flapMs: ms('flap', times.flapMs),
      flaps: number('flaps', times.flaps),
    },
    size: {
      haystack: number('haystack', real ? 1_000_000 : 200_000),
      meetings: number('meetings', 1_000),
      backlog: number('backlog', real ? 100_000 : 5_000),
      // Nothing is broken there: what takes long is large.
      deadlineMs: Math.max(deadlineMs, 5_000),
    },
    nodes: values.nodes?.split(',') ?? (url === undefined ? [] : hostsOf(url)),
    leaderCommand: values.leader,
    commands: Object.fromEntries(
      STEPS.flatMap((step) => {
        const command = values[step === 'pause' ? 'freeze' : step] ?? COMPOSE_COMMANDS[step];
        return command ? [[step, command]] : [];
      }),
    ),
  };
}

const hostsOf = (url: string): string[] =>
  partsOf(url).hosts.map((host) => host.replace(/:\d+$/, ''));

function named<Name extends string>(
  option: string,
  value: string | undefined,
  names: readonly Name[],
): readonly Name[] {
  if (value === undefined || value === 'all') return names;
  if (value === 'none') return [];
  return value.split(',').map((wanted) => {
    const name = names.find((known) => known === wanted);
    if (name === undefined)
      throw new TypeError(`--${option}: ${wanted} is none of ${names.join(', ')}`);
    return name;
  });
}
