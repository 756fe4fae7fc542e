import type { DoctorReport, IllPart } from './doctor-report.js';
import type { Opened } from './with-product.js';

/** States that do not pass by themselves. */
const ILL = ['parked', 'ahead', 'failed', 'frozen', 'unowned'];

/** How views and reactors are, and which of them need a look. */
export async function examined({
  store,
  projections,
  standing,
}: Opened): Promise<Pick<DoctorReport, 'head' | 'views' | 'reactors' | 'ill' | 'failure'>> {
  const { head, lines, failure } = await projections.status();
  // Read after the lines: until whoever keeps a view has looked, it does not say so itself.
  const end = await store.head();
  const views = lines.map(({ name, version, role, state, position, parked }) => ({
    name,
    version,
    role,
    state: position > end ? ('ahead' as const) : state,
    position,
    parked,
  }));
  const reactors = await standing.reactors();
  const ill: IllPart[] = [
    ...views.map(({ name, state }) => ({ kind: 'view' as const, name, state })),
    ...reactors.map(({ name, kind }) => ({ kind: 'reactor' as const, name, state: kind })),
  ].filter(({ state }) => ILL.includes(state));
  return { head, views, reactors, ill, ...(failure !== undefined && { failure }) };
}
