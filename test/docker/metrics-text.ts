/** What a process offers to Prometheus: each series' name, and the labels its samples carry. */
export type Offered = ReadonlyMap<string, ReadonlySet<string>>;

const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

/** Reads the text formats of several processes; a series without samples has no known labels. */
export function offeredIn(texts: readonly string[]): Offered {
  const offered = new Map<string, Set<string>>();
  const all = texts.join('\n');
  for (const [, name = '', type = ''] of all.matchAll(/^# TYPE (\w+) (\w+)$/gm))
    for (const suffix of SUFFIXES[type] ?? ['']) offered.set(`${name}${suffix}`, new Set());
  for (const [, name = '', labels = ''] of all.matchAll(/^(\w+)\{([^}]*)\} /gm))
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) offered.get(name)?.add(label);
  return offered;
}

/** Labels that Prometheus adds to what it reads. */
const ADDED = ['job', 'instance'];

/** Names of series in an expression, with the labels it wants of each, as far as it says so. */
export function wantedIn(expression: string): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, string[]>();
  // Labels after `by` belong to the expression in the brackets behind them.
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) =>
    labels.split(',').map((label) => label.trim()),
  );
  for (const [, name = '', filter = ''] of expression.matchAll(
    /\b((?:guong|nodejs|process)_\w+)(?:\{([^}]*)\})?/g,
  )) {
    const filtered = [...filter.matchAll(/(\w+)(?:=|!)/g)].map(([, label = '']) => label);
    const labels = [...filtered, ...grouped].filter((label) => !ADDED.includes(label));
    wanted.set(name, [...(wanted.get(name) ?? []), ...labels]);
  }
  return wanted;
}
