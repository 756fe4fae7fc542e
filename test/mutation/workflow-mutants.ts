import { type AnyWorkflow, DEADLINE_COMMANDS, isPersonal } from '#libs/kernel';
import { deadlineMutants } from './deadline-mutants.js';
import { policyMutants } from './policy-mutants.js';

/** One change of a declaration that some test must notice. */
export interface Mutant {
  readonly name: string;
  /** Makes the change in place and gives back how to undo it. */
  apply(): () => void;
}

/** Sets a field of a declaration for a while; `undefined` takes it away. */
const setting = (name: string, object: object, field: string, value: unknown): Mutant => ({
  name,
  apply() {
    const before = Object.getOwnPropertyDescriptor(object, field);
    if (value === undefined) Reflect.deleteProperty(object, field);
    else Reflect.set(object, field, value);
    return () => {
      if (before === undefined) Reflect.deleteProperty(object, field);
      else Object.defineProperty(object, field, before);
    };
  },
});

type Command = AnyWorkflow['commands'][string];

function commandMutants(name: string, command: Command): Mutant[] {
  const guards = command.guards ?? [];
  return [
    // The guard stays in the tables and checks nothing: only a test of behaviour can notice.
    ...guards.map((guard, index) =>
      setting(
        `${name}: guard ${guard.codes.join(' ')} checks nothing`,
        command,
        'guards',
        guards.with(index, { ...guard, check: () => [] }),
      ),
    ),
    ...policyMutants(command.by).map(({ what, policy }) =>
      setting(`${name}: ${what}`, command, 'by', policy),
    ),
    ...(isPersonal(command)
      ? [setting(`${name}: may be done for somebody else`, command, 'personal', false)]
      : []),
    ...command.from.map((state, index) =>
      setting(`${name}: not from ${state}`, command, 'from', command.from.toSpliced(index, 1)),
    ),
  ];
}

const factMutants = (workflow: AnyWorkflow): Mutant[] =>
  [...workflow.facts].flatMap(([type, spec]) =>
    spec.to === undefined ? [] : [setting(`${type}: leads nowhere`, spec, 'to', undefined)],
  );

/** Every change of this kind of one declaration, in a stable order. */
export const mutantsOf = (workflow: AnyWorkflow): readonly Mutant[] => [
  ...Object.entries(workflow.commands)
    // The kernel proves its own commands for clocks.
    .filter(([name]) => !DEADLINE_COMMANDS.has(name))
    .flatMap(([name, command]) => commandMutants(name, command)),
  ...Object.entries(workflow.deadlines).flatMap(([name, spec]) =>
    deadlineMutants(spec).map((mutant) =>
      setting(`deadline ${name}: ${mutant.what}`, workflow.deadlines, name, mutant.spec),
    ),
  ),
  ...factMutants(workflow),
];
