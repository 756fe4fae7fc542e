import { type AnyWorkflow, awaits, isPersonal, type Policy } from '#libs/kernel';
import { WORKFLOWS } from '#libs/workflows';

/** One way in which a policy lets somebody in: by being named, or by an office. */
export type Atom =
  | { readonly kind: 'is'; readonly field: string }
  | { readonly kind: 'holds' | 'above'; readonly field: string; readonly office: string }
  | { readonly kind: 'warranted'; readonly field: string }
  | { readonly kind: 'named'; readonly field: typeof OWNERS | typeof TEAM };

/** Stands for the owners of everything that is still owed, each under its clock. */
export const OWNERS = 'owner:';
/** Stands for the people of a team that a record names. */
export const TEAM = 'team:';

/** A way in, and the states (`workflow|state`) in which it leads to something awaited. */
export interface InboxPath {
  readonly atom: Atom;
  readonly awaiting: readonly string[];
  /** The same without what everybody does in person. */
  readonly delegable: readonly string[];
}

/** The more selective, the lower. */
const RANK: Readonly<Record<Atom['kind'], number>> = {
  is: 0,
  named: 1,
  holds: 2,
  warranted: 3,
  above: 4,
};

/**
 * The ways in of a policy: everybody it allows comes in by one of them, and some whom it refuses
 * as well. `undefined`: it does not narrow anything down.
 */
export function atomsOf(policy: Policy): readonly Atom[] | undefined {
  switch (policy.kind) {
    case 'is':
      return [{ kind: 'is', field: policy.field }];
    case 'holds':
    case 'above':
      return [{ kind: policy.kind, field: policy.at, office: policy.office }];
    case 'warranted':
      return [{ kind: 'warranted', field: policy.scope }];
    case 'system':
      return [];
    case 'any': {
      const ways = policy.policies.map(atomsOf);
      return ways.includes(undefined) ? undefined : ways.flatMap((way) => way ?? []);
    }
    case 'all':
      return policy.policies
        .map(atomsOf)
        .filter((way) => way !== undefined)
        .sort(bySelectivity)[0];
    default:
      return undefined;
  }
}

const worst = (atoms: readonly Atom[]): number =>
  Math.max(-1, ...atoms.map(({ kind }) => RANK[kind]));
const bySelectivity = (one: readonly Atom[], other: readonly Atom[]): number =>
  worst(one) - worst(other);

/** The workflows whose instances ever wait for somebody, and the fields by which they are found. */
export interface InboxWorkflow {
  readonly workflow: AnyWorkflow;
  readonly fields: readonly string[];
}

/**
 * The ways in to a command. Where the policy lets anybody, a guard says who: the owner of the thing
 * whose clock asks for it, or somebody of the team that the record names.
 */
function waysTo(workflow: AnyWorkflow, name: string): readonly Atom[] {
  const atoms = atomsOf(workflow.commands[name]!.by);
  if (atoms !== undefined) return atoms;
  const isOwed = Object.values(workflow.deadlines).some(
    (deadline) => deadline.command === name && !('due' in deadline && 'whileIn' in deadline),
  );
  return [{ kind: 'named', field: isOwed ? OWNERS : TEAM }];
}

const states = (workflow: AnyWorkflow): readonly string[] =>
  Object.keys(workflow.states).filter((state) => !workflow.states[state]?.final);

const collect = (): { workflows: InboxWorkflow[]; paths: InboxPath[] } => {
  const found = new Map<string, { atom: Atom; awaiting: Set<string>; delegable: Set<string> }>();
  const workflows: InboxWorkflow[] = [];
  for (const workflow of WORKFLOWS) {
    const fields = new Set<string>();
    for (const state of states(workflow))
      for (const name of awaits(workflow, state)) {
        const command = workflow.commands[name]!;
        for (const atom of waysTo(workflow, name)) {
          fields.add(atom.field);
          const key = JSON.stringify(atom);
          const path = found.get(key) ?? { atom, awaiting: new Set(), delegable: new Set() };
          found.set(key, path);
          path.awaiting.add(`${workflow.name}|${state}`);
          if (!isPersonal(command)) path.delegable.add(`${workflow.name}|${state}`);
        }
      }
    if (fields.size > 0) workflows.push({ workflow, fields: [...fields] });
  }
  const paths = [...found.values()].map(({ atom, awaiting, delegable }) => ({
    atom,
    awaiting: [...awaiting],
    delegable: [...delegable],
  }));
  return { workflows, paths };
};

const collected = collect();
export const INBOX_WORKFLOWS: readonly InboxWorkflow[] = collected.workflows;
export const INBOX_PATHS: readonly InboxPath[] = collected.paths;
