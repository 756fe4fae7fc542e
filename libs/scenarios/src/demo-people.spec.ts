import type { Outcome } from '#libs/engine';
import { AREAS, type MembershipView, type OrgUnitView } from '#libs/workflows';
import {
  DEMO_SEED,
  demoCell,
  demoPeople,
  type DemoRole,
  loadSmallDemo,
  readScenarios,
  smallDemo,
} from './index.js';
import { testWorld, type TestWorld } from './testing/index.js';

const FINISHED = 2025;
const scenarios = [smallDemo(FINISHED)];
const idOf = (role: DemoRole): string =>
  demoPeople(scenarios, DEMO_SEED).find(({ username }) => username === role)!.personId!;

describe('the people of the demonstration', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
    await loadSmallDemo({ ...world, finishedYear: FINISHED });
    world.clock.set('2026-02-03T02:00:00.000Z');
  });
  afterAll(() => world.close());

  const act = (command: string, by: DemoRole, input: object): Promise<Outcome> =>
    world.execute({
      workflow: 'registration',
      id: `${idOf('member')}-2026`,
      command,
      input,
      actor: { id: idOf(by), kind: 'person' },
      commandId: `${command}-${by}`,
    });

  it('are the six that can sign in, two of them without a member behind them', () => {
    for (const all of [scenarios, readScenarios()])
      expect(
        demoPeople(all, DEMO_SEED).map(({ username, personId, roles }) => [
          username,
          personId !== null,
          roles,
        ]),
      ).toEqual([
        ['member', true, ['member']],
        ['secretary', true, ['secretary']],
        ['committee', true, ['committee']],
        ['inspector', true, ['inspector']],
        ['auditor', false, ['auditor']],
        ['admin', false, ['admin']],
      ]);
  });

  it('are the same for the same seed, and the inspector has a warrant for every top', () => {
    const people = demoPeople(readScenarios(), DEMO_SEED);
    expect(people).toEqual(demoPeople(readScenarios(), DEMO_SEED));
    expect(people.find(({ username }) => username === 'inspector')!.warrants).toEqual(
      readScenarios().map(({ id }) => ({
        unitId: id,
        from: '2006-01-01',
        until: '2099-12-31',
      })),
    );
  });

  it('live in one cell, and hold the posts they are named after', async () => {
    const cell = demoCell(scenarios, DEMO_SEED);
    for (const role of ['member', 'secretary', 'committee', 'inspector'] as const)
      expect(await world.engine.loadState('membership', idOf(role))).toMatchObject({
        unitId: cell,
        active: true,
        exempt: false,
      } satisfies Partial<MembershipView>);
    const officers = async (unitId: string) =>
      ((await world.engine.loadState('organisation', unitId)) as OrgUnitView).officers.map(
        ({ memberId, office }) => `${office} ${memberId}`,
      );
    expect(await officers(cell)).toContain(`secretary ${idOf('secretary')}`);
    expect(await officers('bac-kan')).toContain(`committee ${idOf('committee')}`);
    expect(await officers('bac-kan')).toContain(`commission ${idOf('inspector')}`);
  });

  it('can register and endorse today', async () => {
    const form = {
      deeds: [1, 2].map((number) => ({
        area: AREAS[number]!,
        content: `Việc ${number}`,
        measure: 'Hằng tháng',
        target: '12 lần',
        deadline: '2026-11-30',
        evidence: 'report',
      })),
      areas: AREAS.map((area) => ({ area })),
    };
    expect(await act('submit', 'member', form)).toMatchObject({
      kind: 'accepted',
      state: 'submitted',
    });
    expect(await act('endorse', 'inspector', {})).toMatchObject({ kind: 'refused' });
    expect(await act('endorse', 'secretary', {})).toMatchObject({
      kind: 'accepted',
      state: 'endorsed',
    });
  });

  it('have a finished year behind them and nothing begun since', async () => {
    const last = await world.engine.instance('registration', `${idOf('secretary')}-2025`);
    expect(last!.stateName).toBe('closed');
    const next = await world.engine.instance('registration', `${idOf('secretary')}-2026`);
    expect(next!.revision).toBe(-1);
  });
});
