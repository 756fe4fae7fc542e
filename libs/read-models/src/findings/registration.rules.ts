import type { ProjectedEvent } from '#libs/projections';
import type {
  FindingRule,
  MembershipFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';
import { dayOf } from '#libs/kernel';
import {
  clear,
  findingId,
  type FindingRows,
  type Need,
  note,
  noteOf,
  proofOf,
  raise,
} from './finding-rows.js';
import { fingerprint } from './fingerprint.js';

type Facts = RegistrationFacts & ProgrammeFacts & MembershipFacts;
type Event<Type extends keyof Facts> = ProjectedEvent<Facts, Type>;
type Handed = Event<'RegistrationSubmitted'>;
type Counted = Event<'RegistrationEndorsed' | 'RegistrationAdjusted'>;
type Shape = Pick<Handed['data'], 'memberId' | 'year'>;

const perMember = (rule: FindingRule, { memberId, year }: Shape): string =>
  findingId(rule, memberId, year);
const measures = ({ memberId, year }: Shape): string => `measures:${memberId}:${year}`;

/** Asked twice of every form of a page: which note is needed, and what stands in it. */
const prints = new Map<object, string | undefined>();
const PRINTS_KEPT = 1_024;

const printOf = (event: Handed): string | undefined => {
  if (prints.has(event)) return prints.get(event);
  const deeds = event.sealed?.form?.value.deeds;
  const text = deeds?.map(({ content, measure = '' }) => `${content}|${measure}`).join('\n');
  const { unitId, year } = event.data;
  const print = text ? `print:${unitId}:${year}:${fingerprint(text)}` : undefined;
  if (prints.size >= PRINTS_KEPT) prints.clear();
  prints.set(event, print);
  return print;
};

/** Two members of a cell handed in the same words. */
function copied(event: Handed, rows: FindingRows): void {
  const id = printOf(event);
  if (id === undefined) return;
  const { memberId, unitId, year } = event.data;
  const [first = '', proof = ''] = noteOf(rows, id).split(' ');
  if (first === '') return note(rows, id, `${memberId} ${proofOf(event)}`);
  if (first === memberId) return;
  const on = dayOf(event.occurredAt);
  raise(rows, perMember('COPY_PASTE', event.data), 'COPY_PASTE', event, {
    ...{ unitId, memberId, year, on },
    proofs: [proof],
  });
}

/** What a plan or registration lacks, as endorsed or last adjusted. */
function judged(event: Counted, rows: FindingRows): void {
  const { unitId, memberId, year, counts } = event.data;
  const when = (rule: FindingRule, isFault: boolean): void => {
    const id = perMember(rule, event.data);
    // The day stands in the envelope, which is parsed only where there is something to say.
    if (!isFault && rows.finding_line.get(id) === undefined) return;
    const on = dayOf(event.occurredAt);
    if (isFault) raise(rows, id, rule, event, { unitId, memberId, year, on });
    else clear(rows, id, event, on);
  };
  when('PLAN_GENERIC', counts.specific < counts.deeds);
  when('NO_MEASURE', noteOf(rows, measures(event.data)) === 'missing');
  when('DEEDS_LT_MIN', !counts.withinLimits && counts.deeds < 2);
}

/** Noted where something is missing, and where something was. */
function noteMeasures({ data }: Handed | Event<'RegistrationAdjusted'>, rows: FindingRows): void {
  const said = data.deeds.every(({ hasMeasure }) => hasMeasure) ? '' : 'missing';
  const id = measures(data);
  if (said !== noteOf(rows, id)) note(rows, id, said);
}

const span = (
  {
    data,
    stream,
    revision,
    position,
  }: Event<'MemberAdmittedToUnit' | 'ExemptionEnded' | 'MemberMoved'>,
  rows: FindingRows,
  unitId: string,
): void =>
  rows.obliged_span.put({
    member_id: data.memberId,
    from_year: data.countsFrom,
    unit_id: unitId,
    until_year: null,
    event: proofOf({ stream, revision, position }),
  });

const ends = (memberId: string, year: number, rows: FindingRows): void => {
  const row = rows.obliged_span.get(memberId);
  if (row !== undefined) rows.obliged_span.change(row, { until_year: year });
};

/** Rules on plans and registrations. */
export const registrationRules = {
  PlanIssued(event: Event<'PlanIssued'>, rows: FindingRows): void {
    const { unitId, kind, fromYear, on, due, breakthrough } = event.data;
    if (kind !== 'year') return;
    const plan = { unit_id: unitId, year: fromYear, issued_on: on, event: proofOf(event) };
    rows.plan_line.put(plan);
    const about = { unitId, year: fromYear, on };
    if (on > due) raise(rows, findingId('PLAN_LATE', unitId, fromYear), 'PLAN_LATE', event, about);
    if (!breakthrough)
      raise(rows, findingId('NO_BREAKTHROUGH', unitId, fromYear), 'NO_BREAKTHROUGH', event, about);
  },
  RegistrationSubmitted(event: Handed, rows: FindingRows): void {
    noteMeasures(event, rows);
    copied(event, rows);
  },
  RegistrationEndorsed: judged,
  RegistrationAdjusted(event: Event<'RegistrationAdjusted'>, rows: FindingRows): void {
    noteMeasures(event, rows);
    judged(event, rows);
  },
  MemberAdmittedToUnit: (event: Event<'MemberAdmittedToUnit'>, rows: FindingRows): void =>
    span(event, rows, event.data.unitId),
  MemberMoved: (event: Event<'MemberMoved'>, rows: FindingRows): void => {
    if (event.data.obliged) span(event, rows, event.data.toUnitId);
  },
  ExemptionGranted: (event: Event<'ExemptionGranted'>, rows: FindingRows): void =>
    ends(event.data.memberId, event.data.exemptFrom, rows),
  ExemptionEnded: (event: Event<'ExemptionEnded'>, rows: FindingRows): void =>
    span(event, rows, event.data.countedUnitId),
  MembershipEnded: (event: Event<'MembershipEnded'>, rows: FindingRows): void =>
    ends(event.data.memberId, event.data.endsFrom, rows),
};

const readJudged = ({ data }: Counted, need: Need): void => {
  for (const rule of ['PLAN_GENERIC', 'NO_MEASURE', 'DEEDS_LT_MIN'] as const)
    need.finding_line(perMember(rule, data));
  need.finding_note(measures(data));
};
const readSpan = ({ data }: { readonly data: { memberId: string } }, need: Need): void =>
  need.obliged_span(data.memberId);

export const registrationRuleReads = {
  RegistrationSubmitted(event: Handed, need: Need): void {
    need.finding_note(measures(event.data));
    const print = printOf(event);
    if (print !== undefined) need.finding_note(print);
  },
  RegistrationEndorsed: readJudged,
  RegistrationAdjusted: readJudged,
  ExemptionGranted: readSpan,
  MembershipEnded: readSpan,
};
