import type { AnyCommand, AnyWorkflow } from '#libs/kernel';
import { reason } from '#libs/kernel';
import { validateInput } from '#libs/platform';
import { Problem } from '../http/problem.js';

const KEY = /^[A-Za-z0-9._:-]{8,128}$/;
/** ISO 8601 with a zone, so that nobody's clock decides what was meant. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** The declared command, or `undefined`; inherited object members are never commands. */
export const declared = (workflow: AnyWorkflow, command: string): AnyCommand | undefined =>
  Object.hasOwn(workflow.commands, command) ? workflow.commands[command] : undefined;

/** The key under which a repeat is recognised: scoped to the actor, so that two never collide. */
export function commandIdOf(actorId: string, key: string | undefined): string {
  if (key === undefined || !KEY.test(key)) throw new Problem('IDEMPOTENCY_KEY_MISSING');
  return `${actorId}/${key}`;
}

/** The claimed business time as ISO 8601 in UTC, or `undefined` if none is claimed. */
export function occurredAtOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const time = MOMENT.test(header) ? Date.parse(header) : Number.NaN;
  // Date.parse turns 31 February into 3 March; a date must be one.
  const isReal = !Number.isNaN(time) && isCalendarDate(header.slice(0, 10));
  if (!isReal)
    throw new Problem('INVALID_INPUT', {
      reasons: [reason('FIELD_INVALID', { constraint: 'isISO8601' }, 'X-Occurred-At')],
    });
  return new Date(time).toISOString();
}

const isCalendarDate = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
};

export interface CommandBody {
  readonly input: object;
  readonly expectedRevision: number | undefined;
}

/** Splits the body into the command's own input, validated, and the revision that was seen. */
export function commandBody(command: AnyCommand, body: unknown): CommandBody {
  let expectedRevision: number | undefined;
  let input = body ?? {};
  if (typeof input === 'object' && Object.hasOwn(input, 'expectedRevision')) {
    const { expectedRevision: seen, ...rest } = input as Record<string, unknown>;
    if (!Number.isSafeInteger(seen) || (seen as number) < -1)
      throw new Problem('INVALID_INPUT', {
        reasons: [reason('FIELD_INVALID', { constraint: 'isInt' }, 'expectedRevision')],
      });
    expectedRevision = seen as number;
    input = rest;
  }
  const result = validateInput(command.input, input);
  if (result.kind === 'invalid') throw new Problem('INVALID_INPUT', { reasons: result.reasons });
  return { input: result.input, expectedRevision };
}

const KNOWN_MAX = 100;

/** What a query says is already known of the input: plain fields, as `?unitId=chi-bo-1`. */
export const knownOf = (query: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(query ?? {}).filter(
      (entry): entry is [string, string] =>
        /^[a-z][A-Za-z]{0,39}$/.test(entry[0]) &&
        entry[0] !== 'after' &&
        typeof entry[1] === 'string' &&
        entry[1].length <= KNOWN_MAX,
    ),
  );
