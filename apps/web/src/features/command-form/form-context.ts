import type { UseFormReturnType } from '@mantine/form';
import { createContext, use, type ComponentType } from 'react';
import type { Words } from '../../ui/words.js';
import type { Field } from './fields-of-schema.js';
import type { Values } from './form-input.js';

export type CommandFormState = UseFormReturnType<Values>;

/** What every field of one form shares. */
export interface FormRoom {
  /** Shows one field; lists and groups show theirs by it. */
  Field: ComponentType<{ field: Field; path: string }>;
  form: CommandFormState;
  words: Words;
  /** Where pickers of people look first. */
  unitId: string | undefined;
}

export const FormContext = createContext<FormRoom | null>(null);

export function useFormRoom(): FormRoom {
  const room = use(FormContext);
  if (!room) throw new Error('a field stands outside a form');
  return room;
}
