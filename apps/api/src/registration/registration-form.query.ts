import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { Instance } from '#libs/kernel';
import { termText, translated } from '#libs/platform';
import {
  EVIDENCE_KINDS,
  type MembershipState,
  type RegistrationForm,
  type RegistrationState,
  RULE_PACKS,
  rulePack,
} from '#libs/workflows';
import type { Reading, Viewer } from '../access/viewer.js';
import { ENGINE } from '../ports.js';

/** Everything a registration form shows: rules, what was typed, remarks, what can be done next. */
export class ShowRegistrationForm extends Query<object | undefined> {
  constructor(
    readonly id: string,
    readonly viewer: Viewer,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(ShowRegistrationForm)
export class ShowRegistrationFormHandler implements IQueryHandler<ShowRegistrationForm> {
  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  async execute({ id, viewer, reading }: ShowRegistrationForm) {
    const instance = await this.engine.instance('registration', id);
    if (instance === undefined) return undefined;
    const state = instance.state as RegistrationState;
    const { memberId, year } = state;
    const pack = rulePack(RULE_PACKS, { id: instance.rulePack, year });
    if (pack === undefined) return undefined;
    const member = (await this.engine.loadState('membership', memberId)) as
      MembershipState | undefined;
    const next = await this.engine.nextActions('registration', id, viewer.actor);
    const { areas, deeds, deedNeeds: needs, window } = pack.registration;
    return {
      memberId,
      memberName: member?.person?.fullName ?? null,
      year,
      unitId: state.unitId ?? member?.unitId ?? null,
      rules: {
        areas: areas.map((code) => ({ code, ...termText('area', code) })),
        deeds,
        needs,
        window,
        evidenceKinds: EVIDENCE_KINDS,
      },
      leader: isLeaderIn(member, year),
      shortcomings: await this.#shortcomings(memberId, year, reading),
      form: reading.sealed ? shownForm(state) : null,
      remarks: reading.sealed ? state.remarks : [],
      ...standing(instance),
      actions: (next?.actions ?? []).map((action) => ({
        ...action,
        reasons: action.reasons.map(translated),
      })),
    };
  }

  /** What was found in the year before and must be answered in this one. */
  async #shortcomings(memberId: string, year: number, reading: Reading) {
    const previous = (await this.engine.loadState('registration', `${memberId}-${year - 1}`)) as
      RegistrationState | undefined;
    const texts = new Map(
      (reading.sealed ? (previous?.shortcomingTexts ?? []) : []).map(({ id, text }) => [id, text]),
    );
    return (previous?.shortcomings ?? []).map(({ id, area }) => ({
      id,
      area,
      text: texts.get(id) ?? null,
    }));
  }
}

const standing = ({ stateName: state, revision }: Instance) => ({ state, revision });

const isLeaderIn = (member: MembershipState | undefined, year: number): boolean =>
  member?.leaderSpans.some(
    ({ from, until }) => from <= year && (until === undefined || year < until),
  ) ?? false;

/** The form as it was typed: a draft holds it all; a submitted one gets its clear side back. */
function shownForm(state: RegistrationState): RegistrationForm | null {
  const { form } = state;
  if (form === undefined) return null;
  if (form.deeds.some(({ area }) => area !== undefined)) return form;
  const clear = new Map(state.deeds.map((deed) => [deed.key, deed]));
  return {
    ...form,
    deeds: form.deeds.map((deed) => {
      const { area, deadline, evidence, shortcomingId } = clear.get(deed.key) ?? {};
      return {
        ...deed,
        ...(area !== undefined && { area }),
        ...(deadline !== undefined && { deadline }),
        ...(evidence !== undefined && { evidence }),
        ...(shortcomingId !== undefined && { shortcomingId }),
      };
    }),
  };
}
