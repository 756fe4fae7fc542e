import { type Actor, type AnyWorkflow, permission, startOf } from '#libs/kernel';
import { resolutionOf } from '#libs/kernel/testing';
import { WORKFLOWS } from './index.js';
import { WORLD } from './testing/index.js';

const SELF = 'khai';
const OTHER = 'ha';
/**
 * The person concerned holds every office everywhere: only an exclusion can keep such a person out.
 * Everybody else holds them above the unit, and so does not lead it.
 */
const ALMIGHTY = {
  holds: (who: string, _office: string, unit: string) => who === SELF || unit === 'top',
  ancestors: () => ['top'],
  warranted: () => true,
};
/** How an exclusion is told. */
const KEPT_OUT = ['IS_SUBJECT', 'EXCLUDED'];
/** A mandate without bounds. */
const BOUNDLESS = { kind: 'valid', ways: [[]] } as const;

/** What the person concerned never does, by the field that names the person. */
const NOT_BY_ONESELF: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  membership: { memberId: ['changeStatus', 'grantExemption'] },
  registration: {
    memberId: ['return', 'endorse', 'publish', 'bringIntoForce', 'assess', 'close'],
  },
  review: { memberId: ['open', 'remark', 'resolve'] },
  transfer: { memberId: ['review', 'issueLetter', 'sealFile', 'receive', 'return'] },
  meeting: { subjectId: ['noteMerit'] },
  'criticism-session': { subjectId: ['concludeItem'] },
  classification: {
    memberId: [
      ...['comment', 'openBallot', 'tallyBallot', 'markNotRated', 'propose', 'appraise'],
      ...['notify', 'decideComplaint', 'annul'],
    ],
    decidedBy: ['decideComplaint'],
  },
  commendation: {
    memberId: [
      ...['appraise', 'openCouncilVote', 'tallyCouncilVote', 'decide', 'reject', 'publish'],
      ...['present', 'proposeRevocation', 'revoke', 'refuseRevocation'],
    ],
  },
  delegation: { memberId: ['substitute'], toId: ['substitute'] },
};

/** What nobody does for another: votes, counts, self-criticism, one's own word and form. */
const NOT_FOR_ANOTHER: Readonly<Record<string, readonly string[]>> = {
  registration: ['saveDraft', 'submit', 'adjust'],
  review: ['selfReport', 'acknowledge', 'dispute'],
  contest: ['scoreEntry'],
  meeting: ['retractDiscussion', 'openVote', 'tallyVote'],
  'criticism-session': [
    ...['answerPrompt', 'fileSelfReview', 'recordCriticism', 'recordResponse', 'waiveResponse'],
    ...['reserveOpinion', 'retract'],
  ],
  classification: ['selfRate', 'comment', 'openBallot', 'tallyBallot', 'fileComplaint'],
  commendation: ['openCouncilVote', 'tallyCouncilVote'],
  inspection: [
    ...['announce', 'startVerification', 'raiseFinding', 'retractFinding', 'draftReport'],
    ...['hearSubject'],
  ],
  delegation: ['grant', 'revoke', 'endSubstitute'],
};

/** Some id of each workflow. */
const ID: Readonly<Record<string, string>> = Object.fromEntries(WORLD.asked);
const workflowOf = (name: string): AnyWorkflow => WORKFLOWS.find((one) => one.name === name)!;
const UNIT_FIELDS = ['unitId', 'keeperId', 'decidedAt', 'fromUnitId', 'toUnitId', 'ratedUnitId'];

/** Codes by which the person is refused on a record about whoever the field names. */
function codesFor(name: string, command: string, field: string | undefined, actor: Actor) {
  const workflow = workflowOf(name);
  const units = Object.fromEntries(UNIT_FIELDS.map((unit) => [unit, 'kp4']));
  // Everybody but the one of this field is a third person.
  const persons = { memberId: 'vinh', subjectId: 'vinh', toId: 'vinh', decidedBy: 'vinh' };
  const named = field === undefined ? {} : { [field]: SELF };
  const state = { ...units, ...persons, ...named };
  const instance = { ...startOf(workflow, ID[name]!), state, authors: new Map() };
  const resolution = resolutionOf({ actor, authority: ALMIGHTY, mandate: BOUNDLESS });
  const verdict = permission(workflow.commands[command]!, instance, state, resolution);
  return verdict.allowed ? [] : verdict.reasons.map(({ code }) => code);
}

const person = (id: string, onBehalfOf?: string, via?: readonly string[]): Actor => ({
  ...{ id, kind: 'person' },
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(via && { via }),
});

const excluded = Object.entries(NOT_BY_ONESELF).flatMap(([name, fields]) =>
  Object.entries(fields).flatMap(([field, commands]) =>
    commands.map((command) => [name, command, field] as const),
  ),
);
const personal = Object.entries(NOT_FOR_ANOTHER).flatMap(([name, commands]) =>
  commands.map((command) => [name, command] as const),
);
const isPersonal = (name: string, command: string): boolean =>
  NOT_FOR_ANOTHER[name]?.includes(command) === true;

describe('whoever holds every office still has no hand in what concerns themselves', () => {
  it.each(excluded)('%s: %s (%s)', (name, command, field) => {
    const isKeptOut = (actor: Actor): boolean =>
      codesFor(name, command, field, actor).some((code) => KEPT_OUT.includes(code));
    expect([isKeptOut(person(SELF)), isKeptOut(person(OTHER))]).toEqual([true, false]);
    if (isPersonal(name, command)) return;
    for (const through of [
      person(OTHER, SELF),
      person(SELF, OTHER),
      person(OTHER, 'loc', [SELF]),
      person(OTHER, 'loc', ['tam', SELF]),
    ])
      expect(isKeptOut(through)).toBe(true);
    expect(isKeptOut(person(OTHER, 'loc', ['tam']))).toBe(false);
  });
});

describe('nobody does for another, under whatever mandate,', () => {
  it.each(personal)('%s: %s', (name, command) => {
    const through = [person(OTHER, SELF), person(OTHER, 'loc', ['tam'])];
    for (const actor of through)
      expect(codesFor(name, command, undefined, actor)).toEqual(['NOT_DELEGABLE']);
    expect(codesFor(name, command, undefined, person(OTHER))).not.toContain('NOT_DELEGABLE');
  });

  it('and everything else may be done for another', () => {
    const others = WORKFLOWS.flatMap(({ name, commands }) =>
      Object.keys(commands)
        .filter((command) => !isPersonal(name, command))
        .filter((command) =>
          codesFor(name, command, undefined, person(OTHER, 'loc')).includes('NOT_DELEGABLE'),
        )
        .map((command) => `${name}.${command}`),
    );
    expect(others).toEqual([]);
  });
});
