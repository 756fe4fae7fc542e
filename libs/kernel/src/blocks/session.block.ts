import type { FactSpecs } from '../workflow.js';
import { countAttendance } from './attendance.js';
import { blockCommand, type BlockContext } from './block-context.js';
import {
  type Attendance,
  type Attendee,
  type RecordAttendance,
  type SessionFacts,
  type SessionNames,
  type SessionSpec,
} from './session.js';
import {
  adoptedByMajority,
  everybodyBelongs,
  minutesAre,
  quorateIn,
  recordOf,
} from './session.guards.js';

const leadingTo = (state: string | undefined) => (state === undefined ? {} : { to: state });

/** What each fact does to the record of the gathering. */
const sessionFacts = (
  names: SessionNames,
  field: string,
  to: { readonly drafted?: string; readonly read?: string; readonly adopted?: string } | undefined,
) => ({
  [names.attendance]: {
    apply: (state: object, { entries, counts, quorate }: Attendance) =>
      void (recordOf(state, field).attendance = { entries, counts, quorate }),
  },
  [names.drafted]: {
    ...leadingTo(to?.drafted),
    apply: (state: object) => void (recordOf(state, field).minutes = 'drafted'),
  },
  [names.read]: {
    ...leadingTo(to?.read),
    apply: (state: object) => void (recordOf(state, field).minutes = 'read'),
  },
  [names.adopted]: {
    ...leadingTo(to?.adopted),
    apply: (state: object) => void (recordOf(state, field).minutes = 'adopted'),
  },
});

/**
 * A gathering with attendance, quorum and minutes. Minutes are drafted, read aloud and only then
 * adopted, by more than half of those present; a later list of attendance replaces the earlier.
 */
export const session =
  <State extends object, StateName extends string>() =>
  <const N extends SessionNames, Of extends object>(spec: SessionSpec<State, StateName, N, Of>) => {
    type Facts = SessionFacts<N, Of>;
    const { names, record: field, identity } = spec;
    const facts = sessionFacts(names, field, spec.to) as unknown as FactSpecs<
      State,
      Facts,
      StateName
    >;
    const command = blockCommand<State, Facts, StateName>();
    const attend = command(
      spec.inputs.attendance,
      spec.attendIn,
      spec.by,
      [everybodyBelongs((state: Readonly<State>) => spec.unit(state))],
      names.attendance,
      (context: BlockContext<State, RecordAttendance>) => {
        const { state, input } = context;
        const { attendees } = context.needs as { attendees: ReadonlyMap<string, Attendee> };
        const quorum = spec.quorum(state, context.needs as Readonly<Record<string, unknown>>);
        const counted = countAttendance(input.entries, attendees, quorum);
        return { data: { ...identity(state), ...counted, on: input.on } };
      },
      { needs: { ...spec.needs, attendees: spec.attendees } },
    );
    const draft = command(
      spec.inputs.draft,
      spec.draftIn,
      spec.by,
      [],
      names.drafted,
      ({ state, input, actor }) => ({
        data: { ...identity(state), on: input.on, recorderId: actor.id },
        sealed: { minutes: { of: actor.id, value: input.text } },
      }),
    );
    const read = command(
      spec.inputs.read,
      spec.readIn,
      spec.by,
      [minutesAre(field, 'drafted', 'MINUTES_MISSING')],
      names.read,
      ({ state, input }) => ({ data: { ...identity(state), on: input.on } }),
    );
    const adopt = command(
      spec.inputs.adopt,
      spec.adoptIn,
      spec.adoptBy,
      [minutesAre(field, 'read', 'MINUTES_NOT_READ'), quorateIn(field), adoptedByMajority(field)],
      names.adopted,
      ({ state, input }) => {
        const votes = { for: input.for, against: input.against, abstained: input.abstained };
        return { data: { ...identity(state), on: input.on, votes } };
      },
    );
    return { facts, commands: { attend, draft, read, adopt } };
  };
