import fc from 'fast-check';
import { fingerprint } from './fingerprint.js';

it('a fingerprint is the same for the same words, diacritics and case aside', () => {
  expect(fingerprint('Giúp Dân')).toBe(fingerprint('giup dan'));
  expect(fingerprint('  Đến từng hộ ')).toBe(fingerprint('đen tung ho'));
  expect(fingerprint('giup dan')).not.toBe(fingerprint('giup dam'));
});

it('a fingerprint is the same by the table and the long way', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aĂấỆđĐưỢỳ \n|ÆøŁ1…') });
  fc.assert(
    fc.property(letters, (text) => {
      expect(fingerprint(text.normalize('NFD'))).toBe(fingerprint(text));
      expect(fingerprint(`${text}\u{1F600}`)).toBe(fingerprint(`${text.toUpperCase()}\u{1F600}`));
    }),
  );
});
