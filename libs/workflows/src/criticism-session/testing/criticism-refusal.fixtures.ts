import type { OldFact } from '#libs/kernel/testing';
import { type Person, unitView } from '../../testing/index.js';
import { DAY, HISTORIES, LAN_OPEN, offered, plan, replied } from './criticism-session.fixtures.js';
import type { criticismSession } from '../criticism-session.workflow.js';

type Command = keyof (typeof criticismSession)['commands'];
/** One refusal: from which facts, with what input, for which codes. */
export type Row = readonly [
  command: Command,
  name: string,
  facts: readonly OldFact[],
  input: object,
  codes: readonly string[],
  more?: { actor?: Person | 'lan'; needs?: Readonly<Record<string, unknown>>; path?: string },
];

export const H = HISTORIES;
export const closedUnit = unitView({ closedOn: '2026-07-01' });
export const of = { unitId: 'kp4', year: 2026, round: 1 };
export const fact = (type: string, data: object): OldFact => ({ type, data: { ...of, ...data } });
export const { subjects } = plan;
export const heard = { subjectId: 'lan', on: DAY };
export const stranger = { subjectId: 'nobody', on: DAY };
export const words = { text: 'lời', on: DAY };
export const criticism = { ...words, id: 'c9', subjectId: 'lan', speakerId: 'loc', area: 'unity' };
export const opinion = { ...words, id: 'o9', subjectId: 'lan', authorId: 'lan' };
export const review = { ...heard, kind: '2a', sections: [{ key: 's1', text: 'Tôi' }] };
export const prompt = { ...words, id: 'p9', subjectId: 'lan', area: 'people' };
export const answer = { ...words, id: 'p1', subjectId: 'lan' };
export const lan = { actor: 'lan' as Person };
export const tam = { actor: 'tam' as Person };
export const replying = [...LAN_OPEN, offered('lan')];
export const done = [...replying, replied('lan')];
export const untilLan = LAN_OPEN.slice(0, -2);
export const tracking = H.remedy_tracking;
export const reported = fact('RemedyReported', { id: 'r1' });
export const verified = fact('RemedyVerified', { id: 'r1', done: true });

export function votes(agree: number) {
  return { for: agree, against: 0, abstained: 0, on: DAY };
}
export function read(): OldFact[] {
  return [fact('SessionMinutesDrafted', { on: DAY }), fact('SessionMinutesRead', { on: DAY })];
}
/** The same attendance, judged as too few. */
export function fewer(one: OldFact): OldFact {
  return one.type === 'SessionAttendanceRecorded'
    ? { ...one, data: { ...one.data, quorate: false } }
    : one;
}
export function is(data: object, subjectId: string): boolean {
  return (data as { subjectId?: string }).subjectId === subjectId;
}
export function notConcluded(subjectId: string) {
  return ({ type, data }: OldFact) => type !== 'ItemConcluded' || !is(data, subjectId);
}
export function forward(id: string) {
  return { id, toUnitId: 'anbinh', on: DAY };
}
export function forwarded(): OldFact {
  return fact('OpinionForwarded', { ...forward('o1'), authorId: 'lan' });
}
export function back(id: string) {
  return { id, on: DAY, reason: 'Nói nhầm' };
}
export function assign(fields: object) {
  return { ...words, id: 'r9', ownerId: 'lan', due: '2027-03-01', basis: '2026-s1', ...fields };
}
export function verify(id: string) {
  return { id, done: true, on: DAY };
}
export function explain(id: string) {
  return { ...words, id, reason: 'needless' };
}
