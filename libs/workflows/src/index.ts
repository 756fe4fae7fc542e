import type { AnyWorkflow, Reactor } from '#libs/kernel';
import { accessLog } from './access-log/index.js';
import { criticismSession } from './criticism-session/index.js';
import { delegation } from './delegation/index.js';
import { inspection } from './inspection/index.js';
import { meeting } from './meeting/index.js';
import { membership } from './membership/index.js';
import { organisation } from './organisation/index.js';
import { programme } from './programme/index.js';
import {
  delegationsOfFormerMember,
  heirOfClosedUnit,
  officeToMembership,
} from './reactors/index.js';
import { registration } from './registration/index.js';

export * from './access-log/index.js';
export * from './criticism-session/index.js';
export * from './deadlines/index.js';
export * from './delegation/index.js';
export * from './facts.js';
export * from './inspection/index.js';
export * from './meeting/index.js';
export * from './membership/index.js';
export * from './organisation/index.js';
export * from './programme/index.js';
export * from './registration/index.js';
export * from './rules/index.js';

/** Every workflow of the product. */
export const WORKFLOWS: readonly AnyWorkflow[] = [
  organisation,
  membership,
  programme,
  registration,
  meeting,
  criticismSession,
  inspection,
  accessLog,
  delegation,
];

/** Every reactor of the product. */
export const REACTORS: readonly Reactor[] = [
  officeToMembership,
  heirOfClosedUnit,
  delegationsOfFormerMember,
];
