import type { Authority } from '../authority.js';

/** Who holds what where, as a test writes it. */
export interface Offices {
  /** `'ha secretary kp4'`: person, office, unit. */
  readonly officers?: readonly string[];
  /** Unit to the unit above it. */
  readonly parents?: Readonly<Record<string, string>>;
  /** `'nam kp4'`: person, unit. */
  readonly warrants?: readonly string[];
}

/** An authority that knows exactly what is listed. */
export function authorityOf({ officers = [], parents = {}, warrants = [] }: Offices): Authority {
  return {
    holds: (person, office, unitId) => officers.includes(`${person} ${office} ${unitId}`),
    ancestors(unitId) {
      const above = parents[unitId];
      return above === undefined ? [] : [above, ...this.ancestors(above)];
    },
    warranted: (person, unitId) => warrants.includes(`${person} ${unitId}`),
  };
}

/** Nobody holds anything. */
export const NO_AUTHORITY: Authority = authorityOf({});
