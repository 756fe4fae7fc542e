import { isPostgresHere } from '#libs/read-models/testing';
import { tortureViews } from './views.js';

/** A slice of `npm run torture -- views`. */
describe('crashes and takeovers over a database of their own', () => {
  it('find nothing wrong, and say what was done', async () => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const code = await tortureViews(['1', '7'], { steps: 10, stride: 40, say });
    expect({ code, said }).toMatchObject({ code: isPostgresHere() ? 0 : 2 });
    if (code === 0) {
      expect(said).toHaveLength(5);
      expect(said.at(-1)).toBe('0 problems');
    }
  }, 240_000);
});
