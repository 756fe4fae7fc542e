import type { Variables } from '#libs/platform';

/** Where text goes; a terminal says so. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What a command has around it: this process, or a test. */
export interface Surroundings {
  readonly variables: Variables;
  /** Results. */
  readonly out: Output;
  /** Steps and progress. */
  readonly err: Output;
}
