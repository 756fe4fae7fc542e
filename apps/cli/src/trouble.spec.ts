import { OrderFailed } from '#libs/cluster';
import { StoreError } from '#libs/event-store';
import { PlaceError, troubleOf, ViewsUnkept } from './trouble.js';

const CLUSTER = {
  GUONG_EVENTS_URL: 'esdb://guong:secret@one:2113,two:2113?tls=true',
  GUONG_VIEWS_URL: 'postgres://guong:secret@db/guong',
};
const inCluster = (error: unknown) => troubleOf(error, { variables: CLUSTER });

describe('what an operator is told', () => {
  it.each([
    ['STORE_UNAVAILABLE', 69, /cannot be reached/],
    ['STORE_OUTCOME_UNKNOWN', 75, /run it again/],
    ['STORE_DENIED', 77, /user and password/],
    ['STORE_TOO_LARGE', 65, /larger than/],
    ['STORE_UNSAFE', 78, /guong log check/],
    ['STORE_AHEAD', 74, /guong views reset/],
    ['STORE_IN_USE', 75, /in use by another process/],
  ] as const)('%s of the log, without its password', (code, exitCode, what) => {
    const trouble = inCluster(new StoreError(code, 'for the log only'));
    expect(trouble?.exitCode).toBe(exitCode);
    expect(trouble?.text.en).toMatch(what);
    for (const text of Object.values(trouble!.text)) {
      expect(text).toContain('esdb://one:2113,two:2113');
      expect(text).not.toContain('secret');
    }
    expect(trouble?.text.vi).not.toBe(trouble?.text.en);
  });

  it('of another place than the one worked in', () => {
    const cause = new StoreError('STORE_DENIED', 'no');
    expect(inCluster(new PlaceError('esdb://other', cause))?.text.en).toContain('esdb://other');
  });

  it.each([
    ['a view nobody keeps', new ViewsUnkept(['inbox']), 75, /no projector keeps inbox/],
    [
      'an order nobody took',
      new OrderFailed('ORDER_UNTAKEN', 'inbox'),
      75,
      /no projector keeps inbox/,
    ],
    [
      'an order that was taken and not answered',
      new OrderFailed('ORDER_UNANSWERED', 'inbox'),
      75,
      /keeps inbox took the order/,
    ],
    [
      'an order that went wrong',
      new OrderFailed('ORDER_FAILED', 'inbox'),
      75,
      /keeps inbox failed at the order/,
    ],
    [
      'views that nobody has made yet',
      Object.assign(new Error('x'), { code: '42P01' }),
      75,
      /no views yet/,
    ],
    [
      'a database that is away',
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
      69,
      /GUONG_VIEWS_URL/,
    ],
  ])('%s', (_, error, exitCode, what) => {
    expect(inCluster(error)).toMatchObject({ exitCode });
    expect(inCluster(error)?.text.en).toMatch(what);
  });

  it('our own mistakes are not explained away', () =>
    expect(inCluster(new TypeError('x'))).toBeUndefined());
});
