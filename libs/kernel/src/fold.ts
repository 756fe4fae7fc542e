import type { Clock } from './clock.js';
import { applyClockChanges } from './clock.js';
import type { RecordedFact } from './fact.js';
import type { MigrationFact } from './versions.js';
import { DEFINITION_MIGRATED, definitionOf, targetOf } from './versions.js';
import type { AnyWorkflow } from './workflow.js';

/** The first outcome of a command, found again when the same command comes twice. */
export interface SeenCommand {
  readonly hash: string;
  readonly revision: number;
  readonly position: string;
}

/** A stream folded up to `revision`. Private to its owner: `advance` mutates it in place. */
export interface Instance<State = object> {
  readonly id: string;
  /** The newest definition, by which every fact is folded. */
  readonly workflow: AnyWorkflow;
  /** The pinned one, by which the instance decides, offers and is timed. */
  definition: AnyWorkflow;
  stateName: string;
  readonly state: State;
  /** Revision of the last fact, -1 before the first. */
  revision: number;
  /** Position of the last fact, '' before the first. */
  position: string;
  /** Business time at which the present state was entered. */
  since: string | undefined;
  /** Pinned by the first fact: the definition and the rule pack the instance decides by. */
  definitionVersion: number;
  rulePack: string | undefined;
  /** Every command key the stream has ever seen. */
  readonly commands: Map<string, SeenCommand>;
  /** Who had a hand in the last fact of each type. */
  readonly authors: Map<string, readonly string[]>;
  /** The clocks that run, with their recorded due dates. */
  readonly clocks: Map<string, Clock>;
}

/** The instance before its first fact. */
export const startOf = (workflow: AnyWorkflow, id: string): Instance => ({
  id,
  workflow,
  definition: workflow,
  stateName: workflow.startState,
  state: workflow.start(id),
  revision: -1,
  position: '',
  since: undefined,
  definitionVersion: workflow.version,
  rulePack: undefined,
  commands: new Map(),
  authors: new Map(),
  clocks: new Map(),
});

/** The first fact says by which definition the instance decides until it is migrated. */
function pin(instance: Instance, version: number): void {
  instance.definitionVersion = version;
  instance.definition = definitionOf(instance.workflow, version);
  instance.stateName = instance.definition.startState;
}

/** The state goes on under its new name; since when it has lasted does not change. */
function migrate(instance: Instance, { to, toState }: MigrationFact): void {
  instance.definitionVersion = to;
  instance.definition = definitionOf(instance.workflow, to);
  instance.stateName = toState;
}

/** Applies stored facts in place. Runs no rule: a stored fact is never refused. */
export function advance(instance: Instance, facts: Iterable<RecordedFact>): Instance {
  for (const fact of facts) {
    const isFirst = instance.revision === -1;
    if (isFirst) pin(instance, fact.definitionVersion);
    const { workflow, definition } = instance;
    // A fact of a newer release is kept and counted, and changes nothing this code knows of.
    const spec = workflow.facts.get(fact.type);
    spec?.apply(instance.state, fact.data, fact);
    const to = definition === workflow ? spec?.to : targetOf(workflow, definition, fact.type);
    if (to !== undefined && to !== instance.stateName) {
      instance.stateName = to;
      instance.since = fact.occurredAt;
    }
    if (fact.type === DEFINITION_MIGRATED) migrate(instance, fact.data as MigrationFact);
    if (fact.clocks !== undefined) applyClockChanges(instance.clocks, fact.clocks);
    if (isFirst) instance.since ??= fact.occurredAt;
    instance.rulePack ??= fact.rulePack;
    instance.revision = fact.revision;
    instance.position = fact.position;
    instance.commands.set(fact.commandId, {
      hash: fact.commandHash,
      revision: fact.revision,
      position: fact.position,
    });
    const { actor: id, onBehalfOf, via } = fact;
    instance.authors.set(
      fact.type,
      onBehalfOf === undefined ? [id] : [id, onBehalfOf, ...(via ?? [])],
    );
  }
  return instance;
}

/** Folds a whole stream from nothing. */
export const fold = (workflow: AnyWorkflow, id: string, facts: Iterable<RecordedFact>): Instance =>
  advance(startOf(workflow, id), facts);
