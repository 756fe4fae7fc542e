import { fingerprint } from './registration.rules.js';

it('a fingerprint is the same for the same words, diacritics and case aside', () => {
  expect(fingerprint('Giúp Dân')).toBe(fingerprint('giup dan'));
  expect(fingerprint('giup dan')).not.toBe(fingerprint('giup dam'));
});
