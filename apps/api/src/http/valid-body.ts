import { validateInput } from '#libs/platform';
import { Problem } from './problem.js';

/** The body (or query) as an instance of the class, or INVALID_INPUT with a reason per field. */
export function validBody<Input extends object>(type: new () => Input, body: unknown): Input {
  const result = validateInput(type, body ?? {});
  if (result.kind === 'invalid') throw new Problem('INVALID_INPUT', { reasons: result.reasons });
  return result.input;
}
