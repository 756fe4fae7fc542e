import type { OldFact } from '#libs/kernel/testing';
import { declaredRefusals, memberView, provenRefusals, unitView } from '../testing/index.js';
import { calling } from './meeting.calling.js';
import { inTheRoom } from './meeting.room.js';
import { meeting } from './meeting.workflow.js';
import { HISTORIES, LIVE } from './meeting-histories.fixtures.js';
import { merit, said, takenBack } from './meeting-room.fixtures.js';
import { call, given, list, on } from './meeting.fixtures.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
interface Row {
  readonly command: Command;
  readonly input: object;
  readonly codes: readonly string[];
  readonly facts?: readonly OldFact[];
  readonly path?: string;
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly actor?: string;
}

const { scheduled, open } = HISTORIES;
const item = { key: 'm1', title: 'Báo cáo' };
const entry = (memberId: string, presence = 'present') => ({ memberId, presence });
const entries = (...listed: object[]) => ({ on, entries: listed });
const speech = { id: 's2', itemKey: 'work', speakerId: 'khai', text: 'Đồng ý' };
const note = { id: 'm2', subjectId: 'khai', subjectKind: 'member', text: 'Tốt', on };

const CALLING: Row[] = [
  { command: 'schedule', input: call(), needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'] },
  {
    command: 'schedule',
    input: call(),
    needs: { unit: unitView({ closedOn: '2026-01-01' }) },
    codes: ['UNIT_CLOSED'],
  },
  {
    command: 'schedule',
    input: call({ on: '2026-03-04' }),
    codes: ['MEETING_DAY_MISMATCH'],
    path: 'on',
  },
  { command: 'schedule', input: call({ agenda: [] }), codes: ['AGENDA_MISSING'], path: 'agenda' },
  {
    command: 'schedule',
    input: call({ agenda: [...call().agenda, call().agenda[0]!] }),
    codes: ['AGENDA_TWICE'],
    path: 'agenda[2].key',
  },
  ...(['thematic', 'combined'] as const).map((kind): Row => ({
    command: 'schedule',
    input: call({ kind, theme: ' ' }),
    codes: ['MEETING_THEME_MISSING'],
    path: 'theme',
  })),
  { command: 'schedule', input: call({ kind: 'study' }), codes: ['STUDY_ROUND_MISSING'] },
  { command: 'publishMaterials', input: { on, items: [] }, codes: ['MATERIALS_MISSING'] },
  {
    command: 'publishMaterials',
    input: { on, items: [item, item] },
    codes: ['MATERIAL_TWICE'],
    path: 'items[1].key',
  },
  {
    command: 'publishMaterials',
    facts: HISTORIES.materials_published,
    input: { on, items: [item] },
    codes: ['MATERIAL_TWICE'],
    path: 'items[0].key',
  },
  {
    command: 'publishMaterials',
    input: { on: '2026-03-04', items: [item] },
    codes: ['MATERIALS_AFTER_MEETING'],
  },
  { command: 'postpone', input: { to: on, startsAt: '19:00' }, codes: ['DATE_ORDER'], path: 'to' },
  {
    command: 'open',
    input: { at: '2026-03-02T12:00:00Z', chairId: 'ha' },
    codes: ['NOT_ON_MEETING_DAY'],
    path: 'at',
  },
  {
    command: 'open',
    input: { at: '2026-03-03T12:00:01Z', chairId: 'ha' },
    codes: ['TIME_IN_FUTURE'],
  },
];

const ROOM: Row[] = [
  { command: 'recordAttendance', input: entries(), codes: ['ATTENDEES_MISSING'] },
  {
    command: 'recordAttendance',
    input: entries(entry('ha'), entry('ha', 'excused')),
    codes: ['ATTENDEE_TWICE'],
    path: 'entries[1].memberId',
  },
  ...['sau', 'xa', 'nobody'].map((id): Row => ({
    command: 'recordAttendance',
    input: entries(entry(id)),
    codes: ['ATTENDEE_UNKNOWN'],
  })),
  {
    command: 'recordAttendance',
    input: entries(entry('ha'), entry('khai', 'exempt')),
    codes: ['NOT_EXEMPT'],
    path: 'entries[1].presence',
  },
  {
    command: 'recordAttendance',
    input: list({ temporary: ['sau'], guests: ['nobody'] }),
    codes: ['OTHER_UNKNOWN'],
    path: 'guests[0]',
  },
  { command: 'recordAttendance', input: list({ temporary: ['lan'] }), codes: ['OTHER_OF_UNIT'] },
  {
    command: 'recordAttendance',
    input: list({ temporary: ['sau'], guests: ['sau'] }),
    codes: ['OTHER_TWICE'],
    path: 'guests[0]',
  },
  { command: 'discuss', input: { ...speech, itemKey: 'no' }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  {
    command: 'discuss',
    facts: [...LIVE, said],
    input: { ...speech, id: 's1' },
    codes: ['ENTRY_TWICE'],
  },
  { command: 'discuss', facts: open, input: speech, codes: ['ATTENDANCE_MISSING'] },
  {
    command: 'discuss',
    input: { ...speech, speakerId: 'lan' },
    codes: ['SPEAKER_NOT_PRESENT'],
    path: 'speakerId',
  },
  { command: 'retractDiscussion', input: { id: 's9', on, reason: 'x' }, codes: ['ENTRY_UNKNOWN'] },
  {
    command: 'retractDiscussion',
    facts: [...LIVE, said, takenBack],
    actor: 'khai',
    input: { id: 's1', on, reason: 'x' },
    codes: ['ENTRY_RETRACTED'],
  },
  {
    command: 'retractDiscussion',
    facts: [...LIVE, said],
    input: { id: 's1', on, reason: 'x' },
    codes: ['NOT_AUTHOR'],
  },
  { command: 'concludeItem', input: { itemKey: 'no', text: 'x' }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  { command: 'reviewContent', input: { itemKey: 'no', on }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  {
    command: 'reviewContent',
    input: { itemKey: 'study', on, memberIds: [] },
    codes: ['MEMBERS_MISSING'],
  },
  {
    command: 'noteMerit',
    facts: [...LIVE, merit],
    input: { ...note, id: 'm1' },
    codes: ['ENTRY_TWICE'],
  },
  ...[memberView({ unitId: 'kp5' }), memberView({ active: false }), undefined].map(
    (member): Row => ({
      command: 'noteMerit',
      input: note,
      needs: { member },
      codes: ['SUBJECT_NOT_OF_UNIT'],
    }),
  ),
  {
    command: 'noteMerit',
    input: { ...note, subjectId: 'anbinh', subjectKind: 'unit' },
    needs: { subjectUnit: unitView({ unitId: 'anbinh', parentId: 'songvan' }) },
    codes: ['SUBJECT_NOT_OF_UNIT'],
  },
];

const BEFORE: Partial<Record<Command, readonly OldFact[]>> = {
  schedule: [],
  publishMaterials: scheduled,
  postpone: scheduled,
  open: scheduled,
  recordAttendance: open,
};
const ROWS = [...CALLING, ...ROOM];

describe('a meeting is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.codes.join(' '), row] as const))(
    '%s: %s',
    (_c, _n, { command, input, facts, codes, path, needs, actor }) => {
      const then = given(...(facts ?? BEFORE[command] ?? LIVE)).when(command, input as never, {
        ...(actor && { actor }),
        ...(needs && { needs }),
      });
      then.thenRefusedOnlyFor(...codes);
      if (path !== undefined) then.thenRefused(codes[0]!, path);
    },
  );

  it('for every code that a guard declares', () => {
    const ours = { ...calling, ...inTheRoom };
    const declared = declaredRefusals(meeting).filter((row) =>
      Object.hasOwn(ours, row.split(' ')[0]!),
    );
    expect(provenRefusals(ROWS)).toEqual(declared);
  });
});
