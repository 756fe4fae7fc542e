import { isApiError } from './api-error.js';
import { request } from './request.js';
import type { CommandAnswer } from './types.js';

export interface Command {
  workflow: string;
  id: string;
  command: string;
  input: Record<string, unknown>;
  expectedRevision?: number | null;
}

interface Attempt {
  key: string;
  body: string;
}

const slot = (command: Command) =>
  `guong.attempt.${command.workflow}.${command.id}.${command.command}`;

/**
 * The key of this attempt: the same content sent again after an unanswered attempt carries the
 * same key, so that the server does it once; other content is another attempt.
 */
const keyFor = (command: Command, body: string): string => {
  const earlier = sessionStorage.getItem(slot(command));
  if (earlier) {
    const attempt = JSON.parse(earlier) as Attempt;
    if (attempt.body === body) return attempt.key;
  }
  const key = crypto.randomUUID();
  sessionStorage.setItem(slot(command), JSON.stringify({ key, body } satisfies Attempt));
  return key;
};

/** Sends one command; throws `ApiError` when refused. Safe to repeat after `OFFLINE`. */
export async function sendCommand(command: Command): Promise<CommandAnswer> {
  const { workflow, id, input, expectedRevision } = command;
  const content = {
    ...input,
    ...(typeof expectedRevision === 'number' && { expectedRevision }),
  };
  const key = keyFor(command, JSON.stringify(content));
  const answered = () => sessionStorage.removeItem(slot(command));
  try {
    const answer = await request<CommandAnswer>(`/${workflow}/${id}/${command.command}`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: content,
    });
    answered();
    return answer;
  } catch (error) {
    const unanswered = isApiError(error) && (error.outcomeUnknown || error.status === 401);
    if (!unanswered) answered();
    throw error;
  }
}
