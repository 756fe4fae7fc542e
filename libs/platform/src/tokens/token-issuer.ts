import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import type { Account } from '../accounts/account.js';

/** Verified tokens remembered, so that a busy client costs one signature check. */
const REMEMBERED = 10_000;

/** What a token says: the account, and the generation of its password. */
export interface TokenClaims {
  readonly sub: string;
  readonly gen: number;
  /** Seconds since 1970. */
  readonly exp: number;
}

export type TokenVerdict =
  | { readonly kind: 'valid'; readonly claims: TokenClaims }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

export interface IssuedToken {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Issues and checks bearer tokens (HS256 and nothing else). */
export class TokenIssuer {
  readonly #sign: (claims: TokenClaims) => string;
  readonly #verify: (token: string) => TokenClaims;
  readonly #known = new Map<string, TokenClaims>();

  constructor(
    key: Buffer,
    private readonly lifetimeSeconds: number,
    private readonly clock: () => number,
  ) {
    this.#sign = createSigner({ key, algorithm: 'HS256', noTimestamp: true });
    this.#verify = createVerifier({
      key,
      algorithms: ['HS256'],
      // Expiry is checked below against the injected clock, also for remembered tokens.
      ignoreExpiration: true,
      requiredClaims: ['sub', 'exp', 'gen'],
    }) as (token: string) => TokenClaims;
  }

  /** `lifetimeSeconds` shorter or longer than usual, if given. */
  issue(account: Account, lifetimeSeconds = this.lifetimeSeconds): IssuedToken {
    const exp = Math.floor(this.clock() / 1000) + lifetimeSeconds;
    return {
      token: this.#sign({ sub: account.id, gen: account.generation, exp }),
      expiresAt: new Date(exp * 1000).toISOString(),
    };
  }

  verify(token: string): TokenVerdict {
    try {
      const claims = this.#known.get(token) ?? this.#remembered(token);
      return claims.exp * 1000 <= this.clock() ? { kind: 'expired' } : { kind: 'valid', claims };
    } catch (error) {
      if (error instanceof TokenError) return { kind: 'invalid' };
      throw error;
    }
  }

  /** Verifies, and remembers; the oldest is forgotten when there are too many. */
  #remembered(token: string): TokenClaims {
    const claims = this.#verify(token);
    this.#known.set(token, claims);
    if (this.#known.size > REMEMBERED)
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest);
        break;
      }
    return claims;
  }
}
