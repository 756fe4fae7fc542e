import type { Language } from '#libs/platform';

const MINUTE_S = 60;

/** `12,000 events · 5,100 events/s · 0:42 left`, behind a progress bar. */
export function progressNote(
  events: number,
  share: number,
  elapsedMs: number,
  language: Language,
): string {
  const number = new Intl.NumberFormat(language);
  const seconds = elapsedMs / 1000;
  const rate = seconds === 0 ? 0 : Math.round(events / seconds);
  const left = share === 0 ? undefined : Math.round((seconds * (1 - share)) / share);
  const [of, rest] = language === 'vi' ? ['sự kiện', 'còn'] : ['events', ''];
  const parts = [
    `${number.format(events)} ${of}`,
    `${number.format(rate)} ${of}/${perSecond[language]}`,
  ];
  if (left !== undefined)
    parts.push(language === 'vi' ? `${rest} ${clock(left)}` : `${clock(left)} left`);
  return parts.join(' · ');
}

const perSecond: Readonly<Record<Language, string>> = { vi: 'giây', en: 's' };

const clock = (seconds: number): string =>
  `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, '0')}`;
