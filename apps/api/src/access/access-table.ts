import type { Role } from '#libs/platform';

/**
 * How far a role reaches at an endpoint:
 * `own` the person's own record · `cell` the person's own cell (a secretary: the cell led) ·
 * `subtree` everything below a ward, organ, sector or base unit in which an office is held ·
 * `aggregate` the same, and figures (with leaders' registrations) below any higher unit ·
 * `warrant` everything below a unit named by a valid warrant · `all` · `none`.
 */
export type Rule = 'none' | 'own' | 'cell' | 'subtree' | 'aggregate' | 'warrant' | 'all';

/** What an endpoint is asked about; the guard resolves it before anything is read. */
export type Target = 'nothing' | 'unit' | 'member' | 'registration' | 'instance';

export type Rules = Readonly<Record<Role, Rule>>;

export interface AccessRow {
  readonly target: Target;
  readonly rules: Rules;
}

const rules = (
  member: Rule,
  secretary: Rule,
  committee: Rule,
  inspector: Rule,
  auditor: Rule,
  admin: Rule,
): Rules => ({ member, secretary, committee, inspector, auditor, admin });

const EVERYBODY = rules('all', 'all', 'all', 'all', 'all', 'all');
const STRUCTURE = rules('all', 'all', 'all', 'all', 'all', 'none');
const FIGURES = rules('cell', 'cell', 'aggregate', 'warrant', 'all', 'none');
/** Lists with names: whoever leads the people in them, or inspects. */
const SUPERVISED = rules('none', 'cell', 'subtree', 'warrant', 'none', 'none');
/** The same, and the members of the cell that the record is of. */
const PARTAKING = rules('cell', 'cell', 'subtree', 'warrant', 'none', 'none');
const PERSONS = rules('own', 'cell', 'subtree', 'warrant', 'none', 'none');

/**
 * Who may read what (domain brief, 3L). Every route has its row here; a test walks the routes, and
 * another one walks the rows for allow and deny. Commands need none: the engine authorises them in
 * the decision itself.
 */
export const ACCESS = {
  'auth.me': { target: 'nothing', rules: EVERYBODY },
  'me.inbox': { target: 'nothing', rules: EVERYBODY },
  'me.why': { target: 'nothing', rules: EVERYBODY },
  'me.delegations': { target: 'nothing', rules: EVERYBODY },
  'commands.bulk': { target: 'nothing', rules: EVERYBODY },
  'workflows.list': { target: 'nothing', rules: EVERYBODY },
  terms: { target: 'nothing', rules: EVERYBODY },
  'commands.execute': { target: 'nothing', rules: EVERYBODY },
  'units.list': { target: 'nothing', rules: STRUCTURE },
  'units.one': { target: 'unit', rules: STRUCTURE },
  search: { target: 'nothing', rules: STRUCTURE },
  live: { target: 'nothing', rules: STRUCTURE },
  'units.indicators': { target: 'unit', rules: FIGURES },
  'units.trend': { target: 'unit', rules: FIGURES },
  'units.children': { target: 'unit', rules: FIGURES },
  'units.events': { target: 'unit', rules: FIGURES },
  'units.registrations': {
    target: 'unit',
    rules: rules('none', 'cell', 'aggregate', 'warrant', 'none', 'none'),
  },
  'units.members': {
    target: 'unit',
    rules: rules('none', 'cell', 'subtree', 'warrant', 'none', 'none'),
  },
  'units.coverage': { target: 'unit', rules: FIGURES },
  'units.meetings': { target: 'unit', rules: FIGURES },
  'units.report': { target: 'unit', rules: FIGURES },
  'units.published': { target: 'unit', rules: STRUCTURE },
  'units.honours': { target: 'unit', rules: FIGURES },
  'units.sessions': { target: 'unit', rules: SUPERVISED },
  'units.reviews': { target: 'unit', rules: SUPERVISED },
  'units.obligations': { target: 'unit', rules: SUPERVISED },
  'units.yearSheet': { target: 'unit', rules: SUPERVISED },
  'units.awards': { target: 'unit', rules: SUPERVISED },
  'units.transfers': { target: 'unit', rules: SUPERVISED },
  'units.findings': { target: 'unit', rules: SUPERVISED },
  'units.inspections': {
    target: 'unit',
    rules: rules('none', 'none', 'aggregate', 'warrant', 'none', 'none'),
  },
  'members.one': { target: 'member', rules: PERSONS },
  'members.book': { target: 'member', rules: PERSONS },
  'members.yearSheet': { target: 'member', rules: PERSONS },
  'members.history': { target: 'member', rules: PERSONS },
  // Whom it concerns, and nobody else: it tells of inspections.
  'members.accessLog': {
    target: 'member',
    rules: rules('own', 'none', 'none', 'none', 'none', 'none'),
  },
  'registration.form': { target: 'registration', rules: PERSONS },
  'instances.one': { target: 'instance', rules: PERSONS },
  'instances.events': { target: 'instance', rules: PERSONS },
  'instances.actions': {
    target: 'instance',
    rules: rules('own', 'cell', 'aggregate', 'warrant', 'none', 'none'),
  },
  // Records that name people beside the one they are about: those who take part, lead or inspect.
  'supervised.one': { target: 'instance', rules: PARTAKING },
  'supervised.events': { target: 'instance', rules: PARTAKING },
  'supervised.actions': { target: 'instance', rules: PARTAKING },
  'rooms.people': { target: 'instance', rules: PARTAKING },
  'awards.dossier': { target: 'instance', rules: PARTAKING },
  // Inspections are for whoever orders them; the team and the subjects come in by their part.
  'inspections.one': { target: 'instance', rules: SUPERVISED },
  'inspections.events': { target: 'instance', rules: SUPERVISED },
  'inspections.actions': { target: 'instance', rules: SUPERVISED },
  // Records of a unit (its founding, its plans) are open to its own people.
  'documents.one': { target: 'instance', rules: FIGURES },
  'documents.events': { target: 'instance', rules: FIGURES },
  'documents.actions': { target: 'instance', rules: FIGURES },
} as const satisfies Readonly<Record<string, AccessRow>>;

export type AccessKey = keyof typeof ACCESS;
