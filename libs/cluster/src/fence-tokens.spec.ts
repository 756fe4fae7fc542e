import { FenceTokens } from './fence-tokens.js';

describe('fencing tokens', () => {
  it('count from taking to losing, and only while the lease is held by the clock', () => {
    const tokens = new FenceTokens();
    expect(tokens.of('timers')).toBeUndefined();
    tokens.hold({ item: 'timers', token: 3 });
    expect(tokens.of('timers')).toBe(3);
    let isHeld = true;
    tokens.limitTo(({ token }) => isHeld && token === 3);
    expect(tokens.of('timers')).toBe(3);
    isHeld = false;
    expect(tokens.of('timers')).toBeUndefined();
    isHeld = true;
    tokens.hold({ item: 'timers', token: 4 });
    expect(tokens.of('timers')).toBeUndefined();
    tokens.hold({ item: 'timers', token: 3 });
    tokens.forget('timers');
    expect(tokens.of('timers')).toBeUndefined();
  });
});
