import { RULE_PACKS, rulePack } from '#libs/workflows';
import type { Nominate } from '#libs/workflows';
import type { YearScript } from './act.js';
import { APPRAISAL_TEXTS, AWARD_BASIS, REPORT_TEXTS } from './award.texts.js';
import { daysOf, moment } from './calendar.js';
import { DEMO_SCENARIO } from './demo-people.js';
import { type AwardRound, awardRounds } from './honours.plan.js';
import type { NotedMerit } from './meeting.acts.js';
import { cellsOf, membersOf, officersOf, openUnits, type World, type WorldUnit } from './world.js';

/** Awards handed over in a ceremony, of those made public. */
const PRESENTED = 0.6;

/** One award, as it is asked for. */
export interface Honoured extends Omit<Nominate, 'on'> {
  readonly id: string;
  /** Day of the nomination, ISO date; the decision follows two working days later. */
  readonly on: string;
  /** The engine nominates by itself, for the prizes of a contest. */
  readonly isNominated?: true;
}

/**
 * The awards of a year: from the nomination through dossier, appraisal and, for certificates, the
 * council's vote to the decision and its publication. Whoever did something that was noted comes
 * first. Rounds that begin in the months and days given, both included.
 */
export function awards(
  script: YearScript,
  world: World,
  year: number,
  merits: readonly NotedMerit[],
  [from, until]: readonly [string, string],
): void {
  const taken = new Set<string>();
  awardRounds(world.scenario.id, year).forEach((round, index) => {
    if (round.from < from || round.from > until) return;
    nomineesOf(world, year, round, merits, taken).forEach((nominee, at) => {
      const number = `${index + 1}.${String(at + 1).padStart(3, '0')}`;
      const id = `${world.profile.prefix}.${year}.${number}`;
      honour(script, world, { ...honouredIn(year, round), ...nominee, id });
    });
  });
}

const periodOf = (year: number, { ago = 0, since }: AwardRound) => ({
  fromYear: since ?? year - ago,
  toYear: year - ago,
});

const honouredIn = (year: number, round: AwardRound) => ({
  ...{ track: 'party' as const, form: round.form, occasion: round.occasion },
  period: periodOf(year, round),
  on: daysOf(year).from(round.from),
});

type Nominee = Pick<Honoured, 'subjectKind' | 'subjectId' | 'unitId' | 'decidedAt'>;

/** Members and cells of the round, each under the unit of that level that decides. */
function nomineesOf(
  world: World,
  year: number,
  round: AwardRound,
  merits: readonly NotedMerit[],
  taken: Set<string>,
): Nominee[] {
  const { random } = world;
  const { form, occasion, level } = round;
  const noted = merits.filter(({ on }) => on < daysOf(year).from(round.from));
  const chosen = (ids: readonly string[], count: number): string[] => {
    const free = [...new Set(ids)].filter((id) => !taken.has(`${form} ${occasion} ${id}`));
    const some = random.sample(free, count);
    for (const id of some) taken.add(`${form} ${occasion} ${id}`);
    return some;
  };
  const subjects = (kind: NotedMerit['subjectKind']): string[] =>
    noted.filter((merit) => merit.subjectKind === kind).map(({ subjectId }) => subjectId);
  const members = chosen(worthy(world, year, round, subjects('member')), round.members);
  const shown = shownIn(world, year, round);
  if (shown !== undefined && !taken.has(`${form} ${occasion} ${shown}`)) {
    taken.add(`${form} ${occasion} ${shown}`);
    members.splice(0, 1, shown);
  }
  const cells = cellsOf(world).map(({ id }) => id);
  const praised = chosen(subjects('unit'), round.units);
  const units = [...praised, ...chosen(cells, round.units - praised.length)];
  const at = (unitId: string): string =>
    lineOf(world, unitId).find((one) => one.level === level)!.id;
  return [
    ...members.map((subjectId): Nominee => {
      const { unitId } = world.members.get(subjectId)!;
      return { subjectKind: 'member', subjectId, unitId, decidedAt: at(unitId) };
    }),
    ...units.map((unitId): Nominee => ({
      ...{ subjectKind: 'unit', subjectId: unitId, unitId, decidedAt: at(unitId) },
    })),
  ];
}

/** Whom demonstrations show as an ordinary member is praised in the last year. */
function shownIn(world: World, year: number, { level, form }: AwardRound): string | undefined {
  const isLast = year === world.scenario.years.last && form === 'praise' && level === 'base';
  return isLast && world.scenario.id === DEMO_SCENARIO
    ? membersOf(world, cellsOf(world)[0]!.id)[2]?.id
    : undefined;
}

/** Members without a post; where a rating is asked for, those who were rated best. */
function worthy(
  world: World,
  year: number,
  { form, occasion, ago = 0, since }: AwardRound,
  noted: readonly string[],
): string[] {
  const officers = officersOf(world);
  const isFree = (id: string): boolean => {
    const { exempt, since: joined } = world.members.get(id)!;
    return !officers.has(id) && !exempt && joined <= (since ?? year);
  };
  if (form !== 'certificate' || occasion !== 'year') return noted.filter(isFree);
  return [...world.members.keys()].filter(
    (id) => isFree(id) && world.excellent.has(`${id} ${year - ago}`),
  );
}

/** The unit and those above it, nearest first. */
function lineOf(world: World, unitId: string): WorldUnit[] {
  const line: WorldUnit[] = [];
  for (let id: string | null = unitId; id !== null;) {
    const unit: WorldUnit = world.units.get(id)!;
    line.push(unit);
    id = unit.parentId;
  }
  return line;
}

/** Those who sit on the council of a unit: its secretary, deputy and committee. */
const councilOf = ({ officers }: WorldUnit): string[] => [
  ...new Set([officers.secretary, officers.deputy, ...officers.committee]),
];

/** One award on its way from the nomination to the day it is made public. */
export function honour(script: YearScript, world: World, award: Honoured): void {
  const { random, units } = world;
  const { id, on, isNominated, ...nomination } = award;
  const { officers } = units.get(award.unitId)!;
  const deciding = units.get(award.decidedAt)!;
  const isHead = award.subjectId === officers.secretary;
  const nominator = isHead ? officers.deputy : officers.secretary;
  const council = councilOf(deciding).filter((one) => one !== award.subjectId);
  const judge = council.find((one) => one !== nominator)!;
  const days = daysOf(Number(on.slice(0, 4)));
  const [appraised, decided] = [days.from(on.slice(5), 1), days.from(on.slice(5), 2)];
  if (!isNominated)
    script.add(moment(on, 8), nominator, 'commendation.nominate', id, { ...nomination, on });
  script.add(moment(on, 15), nominator, 'commendation.completeDossier', id, {
    ...{ on, reportText: random.pick(REPORT_TEXTS) },
  });
  script.add(moment(appraised, 9), judge, 'commendation.appraise', id, {
    ...{ on: appraised, verdict: 'qualified', text: random.pick(APPRAISAL_TEXTS) },
  });
  if (asksTheCouncil(award)) voted(script, id, judge, [...council, nominator], appraised);
  script.add(moment(decided, 9), judge, 'commendation.decide', id, {
    ...{ on: decided, decisionNo: `${decided.slice(5, 7)}${decided.slice(8)}-QĐ/KT` },
  });
  script.add(moment(decided, 15), nominator, 'commendation.publish', id, {
    ...{ on: decided, channel: 'notice_board', legalBasis: AWARD_BASIS },
  });
  if (random.chance(PRESENTED))
    script.add(moment(decided, 17), nominator, 'commendation.present', id, { on: decided });
}

/** Whether the rules of the year ask for a vote; no two lines of one form differ in that. */
const asksTheCouncil = ({ on, track, form, occasion }: Honoured): boolean =>
  rulePack(RULE_PACKS, { year: Number(on.slice(0, 4)) })!.commendation.awards.some(
    (line) =>
      line.track === track &&
      line.form === form &&
      line.occasions.includes(occasion) &&
      line.council !== undefined,
  );

function voted(
  script: YearScript,
  id: string,
  by: string,
  // Those who may count; the last is the nominator, who has no vote unless on the council as well.
  counting: readonly string[],
  on: string,
): void {
  const count = counting.length - 1;
  script.add(moment(on, 10), by, 'commendation.openCouncilVote', id, {
    ...{ voteId: 'v1', options: ['approve', 'reject'], on },
  });
  script.add(moment(on, 11), by, 'commendation.tallyCouncilVote', id, {
    ...{ voteId: 'v1', on, issued: count, returned: count, valid: count },
    ...{ votes: [{ option: 'approve', count }], tellers: [...new Set(counting)].slice(0, 2) },
  });
}

/** One award of the year before turns out to rest on what was not true. */
export function revocation(script: YearScript, world: World, year: number): void {
  const { first } = world.scenario.years;
  if (world.scenario.id !== 'phu-tho' || year !== first + 2) return;
  const root = openUnits(world)[0]!;
  const { secretary, deputy } = root.officers;
  const id = `${world.profile.prefix}.${year - 1}.1.001`;
  const days = daysOf(year);
  const [asked, decided] = [days.from('04-10'), days.from('04-24')];
  script.add(moment(asked, 9), deputy, 'commendation.proposeRevocation', id, {
    ...{ on: asked, ground: 'false_information' },
  });
  script.add(moment(decided, 9), secretary, 'commendation.revoke', id, {
    ...{ on: decided, ground: 'false_information', decisionNo: '17-QĐ/ĐUK' },
  });
}
