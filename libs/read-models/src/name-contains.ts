import { type RawBuilder, sql } from 'kysely';
import { foldedText } from './folded-text.js';

/** Whether a folded name contains this text; `%` and `_` in the text mean themselves. */
export const nameContains = (column: string, text: string): RawBuilder<boolean> => {
  const pattern = `%${foldedText(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
};
