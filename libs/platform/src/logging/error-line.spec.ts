import { StoreError } from '#libs/event-store';
import { errorLine } from './error-line.js';

const NAME = 'Nguyễn Văn Khải';

describe('an error in the log', () => {
  it('is its class, its code and its place, and those of its causes', () => {
    const cause = Object.assign(new Error(NAME), { code: '23505', detail: `(name)=(${NAME})` });
    const error = new StoreError('STORE_FAILED', `no\n    at ${NAME}`, { cause });
    const line = errorLine(error);
    expect(line).toMatchObject({
      type: 'StoreError',
      code: 'STORE_FAILED',
      cause: { type: 'Error', code: '23505' },
    });
    expect(line.stack).toMatch(/^StoreError STORE_FAILED\n {4}at .*error-line\.spec/);
    expect(JSON.stringify(line)).not.toContain(NAME);
  });

  it.each([
    [Object.assign(new Error(''), { code: NAME }), 'Error'],
    [Object.assign(new Error('x'), { name: NAME }), 'Error'],
    [NAME, 'string'],
    [{ name: NAME }, 'object'],
    [undefined, 'undefined'],
  ])('takes no word from it that may be somebody’s: %#', (error, type) => {
    const line = errorLine(error);
    expect(line.type).toBe(type);
    expect(JSON.stringify(line)).not.toContain(NAME);
  });

  it('says the same of one that was prepared for writing', () => {
    const error = new TypeError(NAME);
    const prepared = Object.defineProperty({ message: NAME }, 'raw', { value: error });
    expect(errorLine(prepared)).toEqual(errorLine(error));
  });

  it('does not follow causes for ever', () => {
    const error = new Error('a');
    error.cause = error;
    expect(JSON.stringify(errorLine(error)).match(/"type"/g)).toHaveLength(3);
  });
});
