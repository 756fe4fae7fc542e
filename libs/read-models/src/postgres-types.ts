import { types, type CustomTypesConfig } from 'pg';

const { INT8, NUMERIC } = types.builtins;

/** Counts and sums arrive as numbers: all of ours are far below 2^53. */
export const NUMBERS: CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === INT8 || id === NUMERIC
      ? Number
      : (types.getTypeParser(id, format) as unknown)) as typeof types.getTypeParser,
};
