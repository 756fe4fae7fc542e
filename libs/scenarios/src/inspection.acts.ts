import { eventId } from '#libs/engine';
import type { RaiseFinding } from '#libs/workflows';
import type { Act, YearScript } from './act.js';
import { daysOf, minutesAfter, moment } from './calendar.js';
import { openUnits, type World } from './world.js';

/** Base units that are looked into. */
const INSPECTED = 2;

/** A fault in a base unit or in one of its cells, with the events that show it. */
type Fault = Pick<RaiseFinding, 'ruleId' | 'subjectId' | 'eventIds'>;

/**
 * In its last year the bloc inspects how two of its base units carried the campaign out: warrant,
 * self-reports, findings that cite what is on record, hearing, conclusion, follow-ups. Comes after
 * everything else of the year is written, because it looks for its faults there.
 */
export function inspections(script: YearScript, world: World, year: number): void {
  if (world.scenario.id !== 'phu-tho' || year !== world.scenario.years.last) return;
  const root = openUnits(world)[0]!;
  const faults = faultsIn(script.acts, year);
  const bases = openUnits(world)
    .filter(({ level }) => level === 'base')
    .map((base) => ({ base, found: faults.filter((fault) => isUnder(fault.subjectId, base.id)) }))
    .sort((one, other) => kinds(other.found) - kinds(one.found))
    .slice(0, INSPECTED);
  const units = bases.map(({ base }) => base);
  // One of each kind in each unit is enough to show it.
  const findings = bases.flatMap(({ found }) => [
    ...new Map(found.map((fault) => [fault.ruleId, fault])).values(),
  ]);
  const team = [...new Set([root.officers.deputy, ...root.officers.committee])];
  const inspection = { id: `${world.profile.prefix}.kt.${year}`, year, units, findings, team };
  ordered(script, root.id, root.officers.secretary, inspection);
  verified(script, inspection);
  concluded(script, root.officers.secretary, inspection);
}

const isUnder = (unitId: string, baseId: string): boolean =>
  unitId === baseId || unitId.startsWith(`${baseId}.`);
const kinds = (found: readonly Fault[]): number => new Set(found.map(({ ruleId }) => ruleId)).size;

interface Inspection {
  readonly id: string;
  readonly year: number;
  readonly units: readonly {
    readonly id: string;
    readonly officers: { readonly secretary: string };
  }[];
  readonly findings: readonly Fault[];
  readonly team: readonly string[];
}

/** Id of the first event that an act wrote. */
const eventOf = ({ request: { id, commandId } }: Act, prefix: string): string =>
  eventId(`${prefix}-${id}`, commandId, 0);

/** Plans without a breakthrough; meetings before September that left out what was registered. */
function faultsIn(acts: readonly Act[], year: number): Fault[] {
  const named = (workflow: string, command: string): Act[] =>
    acts.filter(({ request }) => request.workflow === workflow && request.command === command);
  const unitOf = ({ request: { id } }: Act): string => id.slice(0, id.lastIndexOf('-'));
  const reviewed = new Set(named('meeting', 'reviewContent').map(({ request }) => request.id));
  const regular = new Set(
    named('meeting', 'schedule')
      .filter(({ request }) => (request.input as { kind: string }).kind !== 'study')
      .map(({ request }) => request.id),
  );
  return [
    ...named('programme', 'draft')
      .filter(({ request: { id, input } }) => {
        const { breakthrough } = input as { breakthrough?: string };
        return id.endsWith(`-${year}`) && breakthrough === undefined;
      })
      .map((act): Fault => {
        const eventIds = [eventOf(act, 'plan')];
        return { ruleId: 'NO_BREAKTHROUGH', subjectId: unitOf(act), eventIds };
      }),
    ...named('meeting', 'close')
      .filter(({ at, request: { id } }) => {
        return at < `${year}-09` && regular.has(id) && !reviewed.has(id);
      })
      .map((act): Fault => {
        const eventIds = [eventOf(act, 'meeting')];
        return { ruleId: 'NOT_IN_MONTHLY_MEETING', subjectId: unitOf(act), eventIds };
      }),
  ];
}

function ordered(
  script: YearScript,
  rootId: string,
  secretary: string,
  { id, year, units, team }: Inspection,
): void {
  const days = daysOf(year);
  const [planned, on, announced] = [days.from('08-20'), days.from('09-10'), days.from('09-14')];
  const named = { unitIds: units.map((unit) => unit.id), memberIds: [] };
  script.add(moment(planned, 9), secretary, 'inspection.plan', id, {
    ...{ ...named, unitId: rootId, kind: 'compliance', year, on: planned },
  });
  script.add(moment(on, 9), secretary, 'inspection.decide', id, {
    ...{ decisionNo: '24-QĐ/ĐUK', on, from: on, expires: `${year}-12-20` },
    scope: { ...named, from: `${year}-01-01`, until: `${year}-08-31` },
    team: team.map((memberId, index) => ({ memberId, role: index === 0 ? 'lead' : 'member' })),
  });
  script.add(moment(announced, 9), team[0]!, 'inspection.announce', id, { on: announced });
}

function verified(script: YearScript, { id, year, units, findings, team }: Inspection): void {
  const days = daysOf(year);
  const [filed, begun, found, drafted, heard] = [
    ...['09-24', '10-01', '10-09', '10-18', '10-24'],
  ].map((day) => days.from(day)) as [string, string, string, string, string];
  const lead = team[0]!;
  const ofUnit = (subjectId: string) => ({ subjectKind: 'unit' as const, subjectId });
  units.forEach((unit, index) =>
    script.add(moment(filed, 9, index), unit.officers.secretary, 'inspection.fileSelfReport', id, {
      ...{ ...ofUnit(unit.id), on: filed },
      text: 'Đã triển khai đăng ký làm theo; việc kiểm điểm hằng tháng còn chưa đều.',
    }),
  );
  script.add(moment(begun, 9), lead, 'inspection.startVerification', id, { on: begun });
  findings.forEach((fault, index) =>
    script.add(
      minutesAfter(found, 9, index),
      team[index % team.length]!,
      'inspection.raiseFinding',
      id,
      {
        ...{ ...ofUnit(fault.subjectId), ruleId: fault.ruleId, eventIds: fault.eventIds },
        ...{
          id: `f${index + 1}`,
          on: found,
          text: 'Đối chiếu biên bản và kế hoạch, chưa thực hiện.',
        },
      },
    ),
  );
  script.add(moment(drafted, 9), lead, 'inspection.draftReport', id, {
    ...{ on: drafted, text: 'Dự thảo báo cáo kết quả kiểm tra việc học tập và làm theo Bác.' },
  });
  const subjects = new Set([
    ...units.map((unit) => unit.id),
    ...findings.map(({ subjectId }) => subjectId),
  ]);
  [...subjects].forEach((subjectId, index) => {
    const of = units.find((unit) => isUnder(subjectId, unit.id))!;
    script.add(minutesAfter(heard, 9, index), lead, 'inspection.hearSubject', id, {
      ...{ ...ofUnit(subjectId), heardId: of.officers.secretary, on: heard },
      text: 'Nhất trí với dự thảo, sẽ khắc phục trong quý IV.',
    });
  });
}

function concluded(script: YearScript, secretary: string, { id, year, units }: Inspection): void {
  const days = daysOf(year);
  const [on, noticed, due] = [days.from('10-30'), days.from('11-06'), days.from('12-10')];
  script.add(moment(on, 9), secretary, 'inspection.conclude', id, {
    ...{ on, text: 'Kết luận: việc thực hiện đúng hướng, còn hai mặt hạn chế cần khắc phục.' },
  });
  script.add(moment(noticed, 9), secretary, 'inspection.issueNotice', id, {
    ...{ on: noticed, noticeNo: '31-TB/ĐUK', recipients: units.map((unit) => unit.id) },
  });
  const done = days.from('12-10', -3);
  units.forEach(({ officers }, index) => {
    const key = `k${index + 1}`;
    script.add(moment(noticed, 14, index), secretary, 'inspection.assignFollowUp', id, {
      ...{ id: key, ownerId: officers.secretary, due, on: noticed },
      text: 'Bổ sung khâu đột phá; đưa nội dung đăng ký vào sinh hoạt hằng tháng.',
    });
    script.add(moment(done, 9, index), officers.secretary, 'inspection.reportFollowUp', id, {
      ...{ id: key, on: done, text: 'Đã bổ sung kế hoạch và kiểm điểm ở kỳ sinh hoạt tháng 12.' },
    });
    script.add(moment(done, 15, index), secretary, 'inspection.verifyFollowUp', id, {
      ...{ id: key, on: done, done: true },
    });
  });
  script.add(moment(due, 16), secretary, 'inspection.close', id, { on: due });
}
