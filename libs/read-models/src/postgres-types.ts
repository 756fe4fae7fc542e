import { types, type CustomTypesConfig } from 'pg';

const { builtins, getTypeParser } = types;
const COUNTED: ReadonlySet<number> = new Set([builtins.INT8, builtins.NUMERIC]);

/** Counts and sums arrive as numbers: all of ours are far below 2^53. */
export const NUMBERS: CustomTypesConfig = {
  getTypeParser: ((...asked: Parameters<typeof getTypeParser>) =>
    COUNTED.has(asked[0]) ? Number : (getTypeParser(...asked) as unknown)) as typeof getTypeParser,
};
