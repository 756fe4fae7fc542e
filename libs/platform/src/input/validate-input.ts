import type { Reason } from '#libs/kernel';
import { reason } from '#libs/kernel';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { rememberMetadata } from './remembered-metadata.js';

rememberMetadata();

/** Deeper than any form; what lies deeper is refused before anything walks it. */
const DEPTH_MAX = 16;

export type ValidInput<Input> =
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'invalid'; readonly reasons: readonly Reason[] };

const invalid = (reasons: readonly Reason[]): ValidInput<never> => ({ kind: 'invalid', reasons });

const isTooDeep = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  for (const part of Object.values(value)) if (isTooDeep(part, depth - 1)) return true;
  return false;
};

const fieldPath = (parent: string, property: string): string => {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
};

/** What a value is comes before what it is like; `nestedValidation` says the least. */
const TYPES = ['isArray', 'isObject', 'isString', 'isBoolean', 'isInt', 'isNumber'];
const constraintOf = (error: ValidationError): string | undefined => {
  const failed = Object.keys(error.constraints ?? {});
  return (
    failed.find((constraint) => TYPES.includes(constraint)) ??
    failed.find((constraint) => constraint !== 'nestedValidation') ??
    failed[0]
  );
};

/** One reason per field: it is missing, unknown, or what is wrong with it. */
function reasonsOf(error: ValidationError, parent: string): readonly Reason[] {
  const path = fieldPath(parent, error.property);
  const below = (error.children ?? []).flatMap((child) => reasonsOf(child, path));
  const constraint = constraintOf(error);
  if (constraint === undefined) return below;
  if (constraint === 'whitelistValidation') return [reason('FIELD_UNKNOWN', undefined, path)];
  if (error.value === undefined || error.value === null)
    return [reason('FIELD_MISSING', undefined, path)];
  return [reason('FIELD_INVALID', { constraint }, path), ...below];
}

/**
 * Turns parsed JSON into an instance of an input class, or says for each field what is wrong.
 * Unknown fields are refused, at every depth.
 */
export function validateInput<Input extends object>(
  type: new () => Input,
  body: unknown,
): ValidInput<Input> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return invalid([reason('FIELD_INVALID', { constraint: 'isObject' }, '')]);
  if (isTooDeep(body, DEPTH_MAX))
    return invalid([reason('FIELD_INVALID', { constraint: 'nesting' }, '')]);
  const input = plainToInstance(type, body);
  const errors = validateSync(input, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // An input class may have no fields at all: whatever is sent is then unknown.
    forbidUnknownValues: false,
    validationError: { target: false },
  });
  if (errors.length === 0) return { kind: 'valid', input };
  return invalid(errors.flatMap((error) => reasonsOf(error, '')));
}
