/** Injection tokens of what the process opened before Nest came up. */
export const PRODUCT = Symbol('product');
export const ENGINE = Symbol('engine');
export const PROJECTIONS = Symbol('projections');
export const STORE = Symbol('store');
export const VIEWS = Symbol('views');
export const ACCOUNTS = Symbol('accounts');
/** Milliseconds since 1970. */
export const CLOCK = Symbol('clock');
