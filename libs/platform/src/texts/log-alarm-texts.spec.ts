import { LOG_ALARM_CODES } from '#libs/event-store-eventstoredb';
import { LANGUAGES } from './bilingual.js';
import { LOG_ALARM_TEXTS } from './log-alarm-texts.js';

describe('texts of alarms', () => {
  it.each(LOG_ALARM_CODES)('has sentences for %s in both languages', (code) => {
    for (const language of LANGUAGES)
      expect(LOG_ALARM_TEXTS[code][language]).toMatch(/^\p{Lu}.+\.$/u);
  });
});
