/** Exit codes of every command, documented in docs/operating/cli.md. */
export const EXIT = {
  ok: 0,
  /** It ran, and found something wrong: bad rows, a figure that does not recount, a parked view. */
  findings: 1,
  /** The command was called wrongly. */
  usage: 2,
} as const;
