import { formatDate, formatMoment } from './dates.js';
import { daysBetween } from './days.js';
import { formatDifference, formatFigure, formatShare } from './numbers.js';
import { parseDay, typedDate } from './typed-dates.js';

describe('numbers as people read them', () => {
  it.each([
    [0.975, 'vi', '97,5\u00a0%'],
    [0.975, 'en', '97.5%'],
    [1, 'vi', '100\u00a0%'],
    // One missing among thousands is not "100 %".
    [0.99995, 'vi', '99,9\u00a0%'],
    [0, 'vi', '0\u00a0%'],
  ])('writes the share %p in %s as %p', (value, language, text) => {
    expect(formatShare(value, language)).toBe(text);
  });

  it('writes a mean as a number, and nothing to divide by as a dash', () => {
    const deeds = { numerator: 10241, denominator: 4273, value: 10241 / 4273 };
    expect(formatFigure('DEED_AVG', deeds, 'vi')).toBe('2,4');
    expect(formatFigure('REG_RATE', { numerator: 0, denominator: 0, value: null }, 'vi')).toBe('—');
    expect(formatFigure('REG_RATE', undefined, 'vi')).toBe('—');
  });

  it('writes differences of shares in points, with their sign', () => {
    expect(formatDifference('REG_RATE', 0.051, 'vi')).toBe('+5,1');
    expect(formatDifference('REG_RATE', -0.02, 'en')).toBe('-2');
    expect(formatDifference('DEED_AVG', 0, 'vi')).toBe('0');
  });
});

describe('dates as people read and type them', () => {
  it('writes dates day first in Vietnamese and with the month in words in English', () => {
    expect(formatDate('2026-03-05', 'vi')).toBe('05/03/2026');
    expect(formatDate('2026-03-05', 'en')).toBe('5 Mar 2026');
    expect(formatDate(null, 'vi')).toBe('');
  });

  it('puts a moment on the day it has in Vietnam', () => {
    expect(formatDate('2026-03-05T20:00:00Z', 'vi')).toBe('06/03/2026');
    expect(formatMoment('2026-03-05T20:00:00Z', 'vi')).toBe('06/03/2026 03:00');
    expect(daysBetween('2026-03-05', '2026-03-05T20:00:00Z')).toBe(1);
  });

  it.each([
    ['5/3/2026', '2026-03-05'],
    ['05-03-2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['31/02/2026', undefined],
    ['13/13/2026', undefined],
    ['5/3', undefined],
    ['', undefined],
  ])('reads %p as %p', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
  });

  it('keeps in the field what is no date', () => {
    expect(typedDate('2026-03-05')).toBe('05/03/2026');
    expect(typedDate('31/02/2026')).toBe('31/02/2026');
  });
});
