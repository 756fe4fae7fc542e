import { validateInput } from '#libs/platform';
import { WORKFLOWS } from '#libs/workflows';
import { type Act, createWorld, readScenarios, scaled, yearScript } from './index.js';

const scripts = readScenarios().map((scenario) => {
  const world = createWorld(scaled(scenario, 0.15), 11);
  const acts: Act[] = [];
  for (let year = scenario.years.first; year <= scenario.years.last + 1; year += 1)
    acts.push(...yearScript(world, year));
  return { scenario, world, acts };
});

describe('the script of a year', () => {
  it.each(scripts)('gives inputs as the edge would let them in: $scenario.id', ({ acts }) => {
    for (const { request } of acts) {
      const workflow = WORKFLOWS.find(({ name }) => name === request.workflow)!;
      const command = workflow.commands[request.command as never] as { input: new () => object };
      const checked = validateInput(command.input, JSON.parse(JSON.stringify(request.input)));
      expect({ command: request.command, ...checked }).toMatchObject({ kind: 'valid' });
      expect(request.id).toMatch(workflow.idPattern);
    }
  });

  it.each(scripts)(
    'stays in its years and the January after, in order, with keys of their own: $scenario.id',
    (one) => {
      const { acts, scenario } = one;
      const times = acts.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(Number(times[0]!.slice(0, 4))).toBe(scenario.years.first);
      expect(times.at(-1)!.slice(0, 7)).toBe(`${scenario.years.last + 1}-01`);
      const keys = acts.map(({ request }) => request.commandId);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it.each(scripts)('never uses two acts of one moment on one stream: $scenario.id', ({ acts }) => {
    const places = acts.map(({ at, request }) => `${at} ${request.workflow} ${request.id}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('uses every command a scenario is made of', () => {
    const used = new Set(
      scripts.flatMap(({ acts }) =>
        acts.map(({ request: { workflow, command } }) => `${workflow}.${command}`),
      ),
    );
    expect([...used].toSorted()).toMatchInlineSnapshot(`
      [
        "classification.finalise",
        "classification.notify",
        "classification.openBallot",
        "classification.propose",
        "classification.selfRate",
        "classification.tallyBallot",
        "commendation.appraise",
        "commendation.completeDossier",
        "commendation.decide",
        "commendation.nominate",
        "commendation.openCouncilVote",
        "commendation.present",
        "commendation.proposeRevocation",
        "commendation.publish",
        "commendation.revoke",
        "commendation.tallyCouncilVote",
        "contest.announce",
        "contest.award",
        "contest.close",
        "contest.judge",
        "contest.open",
        "contest.scoreEntry",
        "contest.submitEntry",
        "criticism-session.adoptMinutes",
        "criticism-session.close",
        "criticism-session.conclude",
        "criticism-session.concludeItem",
        "criticism-session.deferItem",
        "criticism-session.draftMinutes",
        "criticism-session.fileSelfReview",
        "criticism-session.offerResponse",
        "criticism-session.open",
        "criticism-session.openItem",
        "criticism-session.plan",
        "criticism-session.readMinutes",
        "criticism-session.recordAttendance",
        "criticism-session.recordCriticism",
        "criticism-session.recordResponse",
        "criticism-session.reportRemedy",
        "criticism-session.sendMaterials",
        "criticism-session.startTracking",
        "criticism-session.verifyRemedy",
        "criticism-session.waiveResponse",
        "emulation-pact.close",
        "emulation-pact.score",
        "emulation-pact.sign",
        "inspection.announce",
        "inspection.assignFollowUp",
        "inspection.close",
        "inspection.conclude",
        "inspection.decide",
        "inspection.draftReport",
        "inspection.fileSelfReport",
        "inspection.hearSubject",
        "inspection.issueNotice",
        "inspection.plan",
        "inspection.raiseFinding",
        "inspection.reportFollowUp",
        "inspection.startVerification",
        "inspection.verifyFollowUp",
        "meeting.adoptMinutes",
        "meeting.assignIssue",
        "meeting.close",
        "meeting.draftMinutes",
        "meeting.noteMerit",
        "meeting.open",
        "meeting.readMinutes",
        "meeting.recordAttendance",
        "meeting.report",
        "meeting.reportIssue",
        "meeting.reviewContent",
        "meeting.schedule",
        "meeting.score",
        "meeting.verifyIssue",
        "membership.admit",
        "membership.changeStatus",
        "membership.grantExemption",
        "membership.move",
        "model.pilot",
        "model.recognise",
        "model.register",
        "organisation.appointOfficer",
        "organisation.chooseCadence",
        "organisation.endOfficer",
        "organisation.found",
        "organisation.merge",
        "organisation.rename",
        "programme.amend",
        "programme.close",
        "programme.consult",
        "programme.draft",
        "programme.issue",
        "programme.reportTask",
        "rating-list.decide",
        "registration.adjust",
        "registration.assess",
        "registration.bringIntoForce",
        "registration.close",
        "registration.endorse",
        "registration.publish",
        "registration.return",
        "registration.submit",
        "review.acknowledge",
        "review.remark",
        "review.selfReport",
        "steering-committee.assignTask",
        "steering-committee.form",
        "steering-committee.reportTask",
        "steering-committee.verifyTask",
        "transfer.explainOverdue",
        "transfer.issueLetter",
        "transfer.markOverdue",
        "transfer.present",
        "transfer.receive",
        "transfer.request",
        "transfer.review",
        "transfer.sealFile",
      ]
    `);
  });

  it('invents names, and keeps them apart from ids', () => {
    for (const { world, scenario } of scripts) {
      const names = [...world.units.values()].map(({ name }) => name);
      expect(names[0]).toBe(scenario.title);
      for (const { id, person } of world.members.values()) {
        expect(id).toMatch(/^[a-z]{2}\.\d{6}$/);
        expect(person.fullName.split(' ')).toHaveLength(3);
        expect(person.fullName).toBe(person.fullName.normalize('NFC'));
      }
    }
  });
});
