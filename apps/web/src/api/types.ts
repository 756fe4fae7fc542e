import type { Indicator } from './indicators.js';

/** Shapes of the HTTP answers, as the contract of `/api/v1` gives them. Dates are ISO 8601. */

export { INDICATORS, type Indicator } from './indicators.js';

export type Role = 'member' | 'secretary' | 'committee' | 'inspector' | 'auditor' | 'admin';

export interface Scope {
  unitId: string;
  name: string;
  level: string | null;
  kind: 'cell' | 'subtree' | 'aggregate' | 'warrant';
}

export interface Me {
  username: string;
  name: string;
  memberId: string | null;
  homeUnitId: string | null;
  roles: Role[];
  scopes: Scope[];
}

export interface LoginAnswer {
  token: string;
  expiresAt: string;
  user: Me;
}

export interface UnitRef {
  id: string;
  name: string;
  level: string;
}

export interface Unit extends UnitRef {
  parentId: string | null;
  from: string;
  to: string | null;
  heirId: string | null;
}

export interface OfficeSpan {
  unitId: string;
  unitName: string;
  office: string;
  /** Absent in a replayed state, which knows only who held what at that moment. */
  from?: string;
  to?: string | null;
}

export interface UnitDetail extends Unit {
  path: UnitRef[];
  children: UnitRef[];
  officers: {
    memberId: string;
    name: string | null;
    office: string;
    from: string;
    to: string | null;
  }[];
  /** null: outside what one may count. */
  memberCount: number | null;
  /** What the viewer may ask next; nothing is offered that would be refused. */
  may: { listMembers: boolean; listRegistrations: boolean };
  years: number[];
}

export interface Figure {
  numerator: number;
  denominator: number;
  value: number | null;
}
export type Figures = Partial<Record<Indicator, Figure>>;

export interface UnitFigures {
  unitId: string;
  period: number | string;
  map: string;
  position?: string | number;
  indicators: Figures;
}

export interface Trend {
  unitId: string;
  periods: { period: number | string; indicators: Figures }[];
}

export interface ChildFigures {
  unitId: string;
  children: { unit: UnitRef; indicators: Figures }[];
}

export type Side = 'numerator' | 'denominator';

export interface FigureEvent {
  position: string | number;
  stream: string;
  type: string;
  occurredAt: string;
  recordedAt: string;
  memberId?: string | null;
  memberName?: string | null;
  unitId: string;
  unitName: string;
  contribution: number;
}

export interface Page<Item> {
  items: Item[];
  next: string | number | null;
  total?: number;
}

export interface RegistrationRow {
  memberId: string;
  memberName: string | null;
  unitId: string;
  unitName: string;
  year: number;
  state: string;
  deeds: number;
  late: boolean;
  leader: boolean;
  submittedAt: string | null;
  endorsedAt: string | null;
  position?: string | number;
}

export interface MemberRow {
  memberId: string;
  name: string | null;
  unitId: string;
  unitName: string;
  status: string;
  exempt: boolean;
  leader: boolean;
}

export interface MemberDetail {
  memberId: string;
  name: string | null;
  unitId: string;
  unitName: string;
  status: string;
  exempt: boolean;
  offices: OfficeSpan[];
  years: number[];
}

export interface HistoryItem {
  position: string | number;
  stream: string;
  revision: number;
  type: string;
  occurredAt: string;
  recordedAt: string;
  delayDays: number;
  actor: string;
  actorName: string | null;
  onBehalfOf?: string | null;
  capacity?: { office: string; unit: string; unitName?: string } | null;
  policy?: string | null;
  data: Record<string, unknown>;
  sealed?: Record<string, unknown>;
}

export interface History {
  memberId: string;
  asOf: string | null;
  known: string | null;
  items: HistoryItem[];
  state: {
    unitId?: string | null;
    unitName?: string | null;
    status?: string | null;
    exempt?: boolean;
    offices?: OfficeSpan[];
    registrations?: { year: number; state: string }[];
  } | null;
  next: string | number | null;
}

export interface SearchHit {
  kind: 'unit' | 'member';
  id: string;
  name: string;
  /** Level of a unit; name of a member's unit. */
  detail: string | null;
}

export interface Reason {
  code: string;
  path?: string;
  params?: Record<string, string | number | boolean>;
  text?: { vi: string; en: string };
}

export interface Action {
  command: string;
  allowed: boolean;
  reasons: Reason[];
  due?: string;
}

export interface CommandAnswer {
  position: string | number;
  revision: number;
  state: string;
  repeated: boolean;
  actions: Action[];
}

export interface Deed {
  key?: string;
  area?: string;
  content?: string;
  measure?: string;
  target?: string;
  deadline?: string;
  evidence?: string;
  shortcomingId?: string;
}

export interface FormContent {
  deeds: Deed[];
  areas: { area: string; text?: string }[];
  personalPlan?: string;
  justifications?: { shortcomingId: string; text: string }[];
}

export interface Shortcoming {
  id: string;
  area: string;
  text?: string | null;
}

export interface Remark {
  path: string;
  text: string;
}

export interface RegistrationPage {
  memberId: string;
  memberName: string | null;
  year: number;
  unitId: string | null;
  rules: {
    areas: { code: string; vi: string; en: string }[];
    deeds: { min: number; max: number };
    needs: string[];
    window: { from: string; to: string };
    evidenceKinds: string[];
  };
  leader: boolean;
  shortcomings: Shortcoming[];
  form: FormContent | null;
  remarks: Remark[];
  state: string;
  revision: number | null;
  actions: Action[];
}

/** Whether anything was written yet; the text itself may be closed to the reader. */
export const isStarted = (page: RegistrationPage): boolean =>
  page.form !== null || (page.revision ?? -1) >= 0;
