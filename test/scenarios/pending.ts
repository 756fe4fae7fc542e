const MEETINGS = 'cell meetings and attendance';
const REVIEWS = 'periodic reviews';
const AWARDS = 'commendation';
const CONTESTS = 'contests, models and pacts';
const FINDINGS = 'findings of inspection';

/** Rows of `expect` that no test holds yet, each with the part of the product it waits for. */
export const PENDING: Readonly<Record<string, string>> = {
  'bac-kan: indicator AWARDS': AWARDS,
  'binh-dai: indicator AWARDS': AWARDS,
  'binh-dai: capability review cadence per cell, monthly or quarterly': REVIEWS,
  'binh-dai: capability a remark carries the next direction and the next form is filled from it':
    REVIEWS,
  'binh-dai: capability meeting issue, assignee, follow-up': MEETINGS,
  'binh-dai: capability a commendation dossier collects the monthly merits by itself': AWARDS,
  'lang-son: indicator STUDY_TURNS': MEETINGS,
  'lang-son: indicator STUDY_RATE': MEETINGS,
  'lang-son: capability steering committee with dated task assignments': 'steering committees',
  'lang-son: capability pact criterion linked to a programme, signed and scored': CONTESTS,
  'lang-son: capability contest with entries, results and an award decision': CONTESTS,
  'lang-son: capability commendation for the period 2006-2010': AWARDS,
  'phu-tho: indicator STUDY_RATE': MEETINGS,
  'phu-tho: finding PLAN_GENERIC': FINDINGS,
  'phu-tho: finding NO_BREAKTHROUGH': FINDINGS,
  'phu-tho: finding NOT_IN_MONTHLY_MEETING': FINDINGS,
  'thang-tam: view coverage matrix': REVIEWS,
  ['thang-tam: capability the year-end sheet of a member lists every monthly review of every deed' +
  ', with links to the events']: REVIEWS,
  'thang-tam: indicator MODELS': CONTESTS,
  'thang-tam: capability contest with prizes for units, awarded by a decision': CONTESTS,
  'thang-tam: capability a five-year report for 2011-2015': 'reports of several years',
};
