import { type EventStore, memoryEventStore } from '#libs/event-store';
import { type Actor, DEADLINE_COMMANDS, dayOf } from '#libs/kernel';
import { vietnameseCalendar, WORKFLOWS } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { actorOf, buildWorld, commandOn, MIDDAY, worldEngine } from './testing/index.js';

/** Says `stored` instead of storing, so that one world serves every question. */
const dry = (store: EventStore): EventStore =>
  Object.assign(Object.create(store) as EventStore, {
    append: () => Promise.reject(new Error('stored')),
    read: (stream: string, from?: number) => store.read(stream, from),
  });

const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
const engine = worldEngine(dry(store));

beforeAll(() => buildWorld(store));

/** Codes of the refusal, or `stored`. */
const outcomeOf = async (
  workflow: string,
  id: string,
  command: string,
  input: object,
  actor: Actor,
): Promise<readonly string[]> => {
  try {
    const outcome = await engine.execute(
      commandOn(workflow, id, command, input, actor, { commandId: 'a key never seen' }),
    );
    return outcome.kind === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.kind];
  } catch (error) {
    expect(error).toMatchObject({ message: 'stored' });
    return ['stored'];
  }
};

/** Codes that must never follow an offered button: they need no input to be known. */
const foreseeable = (workflow: string, command: string): readonly string[] => [
  'WRONG_STATE',
  'NOT_SUBJECT',
  'IS_SUBJECT',
  'NOT_HOLDER',
  'NOT_ABOVE',
  'NOT_SYSTEM',
  'SAME_PERSON',
  'EXCLUDED',
  ...(engine.workflow(workflow)!.commands[command]!.guards ?? [])
    .filter(({ phase }) => phase === 'state')
    .flatMap(({ codes }) => codes),
];

/** Without those that the kernel adds for deadlines: these need clocks that run. */
const ownCommands = ({ commands }: (typeof WORKFLOWS)[number]): string[] =>
  Object.keys(commands).filter((command) => !DEADLINE_COMMANDS.has(command));

describe('a button keeps its word', () => {
  it.each(WORLD.asked)('%s %s', async (workflow, id) => {
    for (const person of WORLD.people)
      for (const [command, input] of Object.entries(WORLD.inputs[workflow]!)) {
        const next = await engine.nextActions(workflow, id, actorOf(person), input);
        const action = next!.actions.find((one) => one.command === command)!;
        const codes = await outcomeOf(workflow, id, command, input, actorOf(person));
        const promised = action.reasons.map(({ code }) => code);
        const where = { workflow, id, person, command };
        const foreseen = codes.filter((code) => foreseeable(workflow, command).includes(code));
        if (action.allowed) expect({ ...where, foreseen }).toEqual({ ...where, foreseen: [] });
        // A stranger who sends it all the same is told of the right they lack, not of the state.
        else if (promised[0] === 'WRONG_STATE')
          expect({ ...where, foreseen }).not.toEqual({ ...where, foreseen: [] });
        else {
          expect({ ...where, first: foreseen[0] }).toEqual({ ...where, first: promised[0] });
          expect(promised).toEqual(expect.arrayContaining([...foreseen]));
        }
      }
  });

  it('of every command of every workflow, in every one of these worlds', () => {
    for (const workflow of WORKFLOWS)
      expect(Object.keys(WORLD.inputs[workflow.name]!).sort()).toEqual(
        ownCommands(workflow).sort(),
      );
  });

  it('and is offered to somebody, for every command', async () => {
    const offered = new Set<string>();
    for (const [workflow, id] of WORLD.asked)
      for (const person of WORLD.people)
        for (const [command, input] of Object.entries(WORLD.inputs[workflow]!)) {
          const next = await engine.nextActions(workflow, id, actorOf(person), input);
          if (next!.actions.find((one) => one.command === command)!.allowed)
            offered.add(`${workflow}.${command}`);
        }
    const all = WORKFLOWS.flatMap((workflow) =>
      ownCommands(workflow).map((command) => `${workflow.name}.${command}`),
    );
    expect(all.filter((one) => !offered.has(one))).toEqual([]);
  });

  it('with its due date in working days', async () => {
    const next = await engine.nextActions('registration', 'lan-2026', actorOf('ha'));
    expect(next!.actions.find(({ command }) => command === 'endorse')).toMatchObject({
      allowed: true,
      due: vietnameseCalendar.addWorkingDays(dayOf(MIDDAY), 10),
    });
  });

  it('and nothing is known of what does not exist', async () => {
    expect(await engine.nextActions('gone', 'x', actorOf('ha'))).toBeUndefined();
    expect(await engine.nextActions('registration', 'Không phải', actorOf('ha'))).toBeUndefined();
  });
});
