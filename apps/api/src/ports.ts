/** Injection tokens of what the process opened before Nest came up. */
export const GUONG = Symbol('guong');
export const ENGINE = Symbol('engine');
export const PROJECTIONS = Symbol('projections');
export const STORE = Symbol('store');
export const VIEWS = Symbol('views');
/** Milliseconds since 1970. */
export const CLOCK = Symbol('clock');
