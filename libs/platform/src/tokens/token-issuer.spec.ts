import { createSigner } from 'fast-jwt';
import type { Account } from '../accounts/account.js';
import { TokenIssuer } from './token-issuer.js';

const KEY = Buffer.alloc(32, 7);
const ACCOUNT: Account = {
  id: 'account-1',
  username: 'x',
  personId: null,
  roles: [],
  warrants: [],
  grants: [],
  demo: false,
  disabled: false,
  generation: 3,
};
let now = Date.parse('2026-03-01T00:00:00Z');
const issuer = new TokenIssuer(KEY, 60, () => now);

describe('tokens', () => {
  it('carry the account and expire', () => {
    const { token, expiresAt } = issuer.issue(ACCOUNT);
    expect(expiresAt).toBe('2026-03-01T00:01:00.000Z');
    expect(issuer.verify(token)).toMatchObject({
      kind: 'valid',
      claims: { sub: 'account-1', gen: 3 },
    });
    now += 59_999;
    expect(issuer.verify(token).kind).toBe('valid');
    now += 1;
    expect(issuer.verify(token)).toEqual({ kind: 'expired' });
  });

  const claims = { sub: 'account-1', gen: 1, exp: 4_000_000_000 };
  const signedBy = (key: Buffer, payload: object) =>
    createSigner({ key, algorithm: 'HS256' })(payload);
  const unsigned = (): string =>
    [{ alg: 'none', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.') + '.';
  const BAD: [string, string][] = [
    ['nothing', ''],
    ['three words', 'a.b.c'],
    ['another key', signedBy(Buffer.alloc(32, 8), claims)],
    ['no signature', unsigned()],
    ['another algorithm', createSigner({ key: KEY, algorithm: 'HS512' })(claims)],
    ['no expiry', signedBy(KEY, { sub: 'account-1', gen: 1 })],
    ['no account', signedBy(KEY, { gen: 1, exp: claims.exp })],
  ];
  it.each(BAD)('refuse %s', (_what, token) => {
    expect(issuer.verify(token)).toEqual({ kind: 'invalid' });
    expect(issuer.verify(token)).toEqual({ kind: 'invalid' });
  });
});
