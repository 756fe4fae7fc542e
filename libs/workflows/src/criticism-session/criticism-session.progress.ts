import { addDays, type NewFact } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import { identity } from './criticism-session.blocks.js';
import type { CriticismSessionFacts } from './criticism-session.events.js';
import type { CriticismSessionState, Item, Sitting } from './criticism-session.state.js';

const isSettled = ({ status }: Item): boolean => status === 'concluded' || status === 'deferred';

/** Said once nobody else is to be heard but the one whose item is settled now. */
export function individualsDone(
  state: Readonly<CriticismSessionState>,
  now: string | undefined,
  on: string,
): NewFact<CriticismSessionFacts, 'IndividualsDone'>[] {
  const isDone = state.items.every((item) => item.subjectId === now || isSettled(item));
  return isDone ? [{ type: 'IndividualsDone', data: { ...identity(state), on } }] : [];
}

/** Where a sitting stood when it was adjourned: said again, for it goes on from there. */
export function resumedAt(
  state: Readonly<CriticismSessionState>,
  on: string,
): NewFact<CriticismSessionFacts, 'CollectiveDone' | 'IndividualsDone'>[] {
  const isCollectiveDone = state.items.some(
    (item) => item.role === 'collective' && isSettled(item),
  );
  return [
    ...(isCollectiveDone
      ? [{ type: 'CollectiveDone', data: { ...identity(state), on } } as const]
      : []),
    ...individualsDone(state, undefined, on),
  ];
}

/** Civil days and minutes of all sittings; the last ends now (`2026-12-05T17:00`). */
export function timeSat(
  sittings: readonly Sitting[],
  now: string,
): { readonly days: number; readonly minutes: number } {
  const days = new Set<string>();
  let minutes = 0;
  for (const { from, to = now } of sittings) {
    for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = addDays(day, 1)) days.add(day);
    minutes += (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;
  }
  return { days: days.size, minutes };
}

/** Days that a session of a unit of this level should take at least. */
export const minimumDays = ({ criticism }: RulePack, level: string | undefined): number =>
  criticism.minimumDays[level ?? ''] ?? criticism.minimumDaysElsewhere;

/** Days from one ISO date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
