import type {
  CarriedShortcomings,
  DeedCounts,
  DeedFacts,
  RegistrationForm,
  RegistrationView,
  ShortcomingFacts,
} from './registration.events.js';

export const REGISTRATION_STATES = {
  draft: { start: true },
  submitted: {},
  returned: {},
  endorsed: {},
  in_force: {},
  assessed: {},
  closed: { final: true },
} as const;
export type RegistrationStateName = keyof typeof REGISTRATION_STATES;

export interface RegistrationState extends RegistrationView {
  memberId: string;
  year: number;
  unitId: string | undefined;
  deeds: readonly DeedFacts[];
  counts: DeedCounts | undefined;
  leader: boolean;
  personalPlan: boolean;
  endorsed: boolean;
  countedUnitId: string | undefined;
  /** The last text saved or submitted; absent before, and once erased. */
  form: RegistrationForm | undefined;
  remarks: readonly { path: string; text: string }[];
  /** Revision of the text in force, which a publication names. */
  textRevision: number;
  results: readonly { key: string; result: string }[];
  shortcomings: readonly ShortcomingFacts[];
  /** Found by criticism sessions of the year before, session by session. */
  carried: readonly CarriedShortcomings[];
  /** Texts of the shortcomings by id; absent once erased. */
  shortcomingTexts: readonly { id: string; text: string }[] | undefined;
}

/** The registration before anything is written, from its id `{memberId}-{year}`. */
export function registrationStart(id: string): RegistrationState {
  const dash = id.lastIndexOf('-');
  return {
    memberId: id.slice(0, dash),
    year: Number(id.slice(dash + 1)),
    unitId: undefined,
    deeds: [],
    counts: undefined,
    leader: false,
    personalPlan: false,
    endorsed: false,
    countedUnitId: undefined,
    form: undefined,
    remarks: [],
    textRevision: -1,
    results: [],
    shortcomings: [],
    carried: [],
    shortcomingTexts: undefined,
  };
}
