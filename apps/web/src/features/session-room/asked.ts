/** The command a dialog of an item is asked for, and what it begins with. */
export interface Asked {
  command: string;
  initial?: Record<string, unknown>;
}
