import type { AnyWorkflow } from '#libs/kernel';

/** The workflows an engine runs, by name and by the prefix of their streams. */
export interface WorkflowRegistry {
  readonly all: readonly AnyWorkflow[];
  byName(name: string): AnyWorkflow | undefined;
}

export function workflowRegistry(workflows: readonly AnyWorkflow[]): WorkflowRegistry {
  const byName = new Map(workflows.map((workflow) => [workflow.name, workflow]));
  const streams = new Set(workflows.map((workflow) => workflow.stream));
  if (byName.size !== workflows.length || streams.size !== workflows.length)
    throw new Error('two workflows share a name or a stream prefix');
  return { all: workflows, byName: (name) => byName.get(name) };
}

/** Name of the stream of one instance. */
export const streamOf = (workflow: AnyWorkflow, id: string): string => `${workflow.stream}-${id}`;
