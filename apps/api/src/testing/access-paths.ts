import type { AccessKey } from '../access/access-table.js';

/** A unit, and a person in it, that lie within or outside what a role may reach by a rule. */
export interface Place {
  readonly unit: string;
  readonly person: string;
}
/** A path for each row of the access table. */
export const PATHS: Record<AccessKey, (place: Place) => string> = {
  'auth.me': () => '/auth/me',
  'workflows.list': () => '/workflows',
  terms: () => '/terms',
  'commands.execute': () => '',
  'me.inbox': () => '/me/inbox',
  'me.why': () => '',
  'me.delegations': () => '/me/delegations',
  'commands.bulk': () => '',
  'units.list': () => '/units',
  'units.one': ({ unit }) => `/units/${unit}`,
  search: () => '/search?q=chi',
  live: () => '',
  'units.indicators': ({ unit }) => `/units/${unit}/indicators?period=2026`,
  'units.trend': ({ unit }) => `/units/${unit}/trend?from=2025&to=2026`,
  'units.children': ({ unit }) => `/units/${unit}/children/indicators?period=2026&map=today`,
  'units.events': ({ unit }) =>
    `/units/${unit}/indicators/REG_RATE/events?period=2026&side=denominator`,
  'units.registrations': ({ unit }) => `/units/${unit}/registrations?period=2026`,
  'units.members': ({ unit }) => `/units/${unit}/members`,
  'units.coverage': ({ unit }) => `/units/${unit}/coverage?year=2026`,
  'units.meetings': ({ unit }) => `/units/${unit}/meetings?year=2026`,
  'units.report': ({ unit }) => `/units/${unit}/report?from=2025&to=2026`,
  'units.honours': ({ unit }) => `/units/${unit}/models?year=2026`,
  'units.sessions': ({ unit }) => `/units/${unit}/sessions?year=2026`,
  'units.reviews': ({ unit }) => `/units/${unit}/reviews?year=2026`,
  'units.obligations': ({ unit }) => `/units/${unit}/obligations?year=2026`,
  'units.yearSheet': ({ unit }) => `/units/${unit}/year-sheet?year=2026`,
  'units.awards': ({ unit }) => `/units/${unit}/awards?year=2026`,
  'units.transfers': ({ unit }) => `/units/${unit}/transfers?year=2026`,
  'units.findings': ({ unit }) => `/units/${unit}/findings?year=2026`,
  'units.inspections': ({ unit }) => `/units/${unit}/inspections?year=2026`,
  'members.one': ({ person }) => `/members/${person}`,
  'members.book': ({ person }) => `/members/${person}/book?year=2026`,
  'members.yearSheet': ({ person }) => `/members/${person}/year-sheet?year=2026`,
  'members.history': ({ person }) => `/members/${person}/history`,
  'members.accessLog': ({ person }) => `/members/${person}/access-log`,
  'registration.form': ({ person }) => `/registration/${person}-2026/form`,
  'instances.one': ({ person }) => `/membership/${person}`,
  'instances.events': ({ person }) => `/membership/${person}/events`,
  'instances.actions': ({ person }) => `/registration/${person}-2026/actions`,
  'supervised.one': ({ unit }) => `/criticism-session/${unit}-2026`,
  'supervised.events': ({ unit }) => `/criticism-session/${unit}-2026/events`,
  'supervised.actions': ({ unit }) => `/criticism-session/${unit}-2026/actions`,
  'rooms.people': ({ unit }) => `/meeting/${unit}-20260302/people`,
  'inspections.one': () => '',
  'inspections.events': () => '',
  'inspections.actions': () => '',
  'documents.one': ({ unit }) => `/organisation/${unit}`,
  'documents.events': ({ unit }) => `/organisation/${unit}/events`,
  'documents.actions': ({ unit }) => `/programme/${unit}-2026/actions`,
};
/** Rows covered by specs of their own. */
export const STREAMS_AND_COMMANDS: readonly AccessKey[] = [
  'commands.execute',
  'commands.bulk',
  'me.why',
  'live',
  'supervised.one',
  'supervised.events',
  'supervised.actions',
  'inspections.one',
  'inspections.events',
  'inspections.actions',
];
