import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badFile, PROBLEM_CODES, wordsOf } from './problem.texts.js';

const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

it.each(PROBLEM_CODES)('%s says what is wrong and how to mend it, in both languages', (code) => {
  const { text, mend } = wordsOf(code);
  for (const { vi, en } of [text, mend]) {
    expect(vi).toMatch(VIETNAMESE);
    expect(vi).toBe(vi.normalize('NFC'));
    expect(en.length).toBeGreaterThan(8);
    expect(en).not.toBe(vi);
  }
});

it('has words for every code the sources give', () => {
  const folder = join(import.meta.dirname);
  const sources = readdirSync(folder).filter((name) => /(?<!spec|texts)\.ts$/.test(name));
  const codes = sources.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code!);
  });
  const notOurs = ['WRONG_STATE', 'IDEMPOTENCY_KEY_REUSED'];
  const wordless = codes.filter(
    (code) => !PROBLEM_CODES.includes(code) && !notOurs.includes(code) && !code.startsWith('CSV_'),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(wordless).toEqual([]);
});

it('fills in what a sentence needs, and the names of missing columns', () => {
  expect(wordsOf('DUPLICATE_ROW', { row: 7 }).text.en).toBe('The same as row 7; skipped.');
  expect(badFile({ code: 'COLUMN_MISSING', params: { fields: 'fullName,unit' } }).text.vi).toBe(
    'Thiếu cột bắt buộc: Họ và tên (Full name), Mã chi bộ (Unit id).',
  );
});

it('names the code when neither we nor the application have words for it', () => {
  expect(wordsOf('SOMETHING_NEW').text.en).toContain('SOMETHING_NEW');
});
