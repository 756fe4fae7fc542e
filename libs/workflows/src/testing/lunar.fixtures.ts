/*
 * The Vietnamese lunar calendar from the moon and the sun (Meeus, Astronomical Algorithms; the
 * method published by Hồ Ngọc Đức): months begin with the new moon at 105° E (UTC+7), the eleventh
 * month contains the winter solstice, and a month without a major solar term is a leap month.
 * Accurate to minutes: enough for civil days unless the moon is new within minutes of midnight.
 */
const UTC_OFFSET_DAYS = 7 / 24;
const SYNODIC_MONTH_DAYS = 29.530588853;
const EPOCH_1970 = 2440588;

const degrees = (value: number): number => (value * Math.PI) / 180;

/** Julian day (UT) of the k-th new moon since 1900. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3;
  const jd = mean + 0.00033 * Math.sin(degrees(166.56 + 132.87 * t - 0.009173 * t2));
  const m = degrees(359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3);
  const mp = degrees(306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3);
  const f = degrees(21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3);
  const shift =
    (0.1734 - 0.000393 * t) * Math.sin(m) +
    0.0021 * Math.sin(2 * m) -
    0.4068 * Math.sin(mp) +
    0.0161 * Math.sin(2 * mp) -
    0.0004 * Math.sin(3 * mp) +
    0.0104 * Math.sin(2 * f) -
    0.0051 * Math.sin(m + mp) -
    0.0074 * Math.sin(m - mp) +
    0.0004 * Math.sin(2 * f + m) -
    0.0004 * Math.sin(2 * f - m) -
    0.0006 * Math.sin(2 * f + mp) +
    0.001 * Math.sin(2 * f - mp) +
    0.0005 * Math.sin(2 * mp + m);
  const deltaT = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return jd + shift - deltaT;
}

/** Which twelfth of its path (0 to 11, from the spring equinox) the sun is in as a day begins. */
function sunTwelfth(day: number): number {
  const t = (day - 0.5 - UTC_OFFSET_DAYS - 2451545) / 36525;
  const t2 = t * t;
  const m = degrees(357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2);
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(m) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * m) +
    0.00029 * Math.sin(3 * m);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** Julian day number of the civil day in Việt Nam on which the k-th new moon falls. */
const newMoonDay = (k: number): number => Math.floor(newMoon(k) + 0.5 + UTC_OFFSET_DAYS);

const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + EPOCH_1970;
const isoOf = (day: number): string =>
  new Date((day - EPOCH_1970) * 86_400_000).toISOString().slice(0, 10);

/** The new moon that begins the eleventh month, in which the sun enters its tenth twelfth. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(year, 12, 31) - 2415021) / SYNODIC_MONTH_DAYS);
  return sunTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/** Number of the leap month after the eleventh (counted from it), or 0 in a year of twelve. */
function leapAfter(eleventh: number, next: number): number {
  if (next - eleventh < 13) return 0;
  for (let month = 1; ; month += 1)
    if (sunTwelfth(newMoonDay(eleventh + month)) === sunTwelfth(newMoonDay(eleventh + month + 1)))
      return month;
}

/** ISO date of a day of a lunar month (1 to 10) of a year, not of its leap month. */
export function lunarDate(year: number, month: number, day: number): string {
  const eleventh = eleventhMonth(year - 1);
  const leap = leapAfter(eleventh, eleventhMonth(year));
  const months = month + 1 + (leap > 0 && month + 1 >= leap ? 1 : 0);
  return isoOf(newMoonDay(eleventh + months) + day - 1);
}
