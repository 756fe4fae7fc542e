/** The workflow whose records stand in streams of that beginning, where the two differ. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  orgUnit: 'organisation',
  plan: 'programme',
  commitment: 'registration',
  pact: 'emulation-pact',
  steering: 'steering-committee',
  session: 'criticism-session',
  rating: 'classification',
  ratinglist: 'rating-list',
  award: 'commendation',
  achievements: 'achievement-record',
  access: 'access-log',
};

/** `commitment-m.khai-2026` belongs to `registration`, `review-…` to `review`. */
export function workflowOfStream(stream: string): string {
  const prefix = stream.split('-', 1)[0] ?? '';
  return BY_PREFIX[prefix] ?? prefix;
}
