import { format } from 'node:util';

type Body = (...row: never[]) => unknown;

interface Test {
  readonly name: string;
  readonly run: () => unknown;
  readonly group: Group;
}

/** A `describe` with what runs before its tests. */
interface Group {
  readonly name: string;
  readonly parent?: Group;
  readonly beforeAll: Body[];
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
}

const groupIn = (name: string, parent?: Group): Group => ({
  ...{ name, beforeAll: [], beforeEach: [], afterEach: [] },
  ...(parent && { parent }),
});

const chainOf = (group: Group): Group[] =>
  group.parent ? [...chainOf(group.parent), group] : [group];

/**
 * The tests of some spec files, loaded once and run as often as wanted in this process: a mutant
 * costs the time of its tests and not that of starting a test runner.
 */
export class SpecSuite {
  readonly #tests: Test[];

  private constructor(tests: readonly Test[]) {
    this.#tests = [...tests];
  }

  /** The tests of these files, each imported once in a process. */
  static async load(files: readonly string[]): Promise<SpecSuite> {
    for (const file of files) if (!TESTS.has(file)) TESTS.set(file, await testsIn(file));
    return new SpecSuite(files.flatMap((file) => TESTS.get(file)!));
  }

  get size(): number {
    return this.#tests.length;
  }

  /** The name of the first test that fails, or `undefined`; it comes first the next time. */
  async firstFailure(): Promise<string | undefined> {
    const prepared = new Set<Group>();
    for (const [index, test] of this.#tests.entries()) {
      try {
        await runTest(test, prepared);
      } catch {
        this.#tests.splice(index, 1);
        this.#tests.unshift(test);
        return test.name;
      }
    }
    return undefined;
  }
}

/** By file: what was collected when it was imported. */
const TESTS = new Map<string, readonly Test[]>();

/** Imports a file with collecting `describe`, `it` and hooks in place of the runner's. */
async function testsIn(file: string): Promise<readonly Test[]> {
  const tests: Test[] = [];
  const own = collectors(tests);
  const world = globalThis as unknown as Record<string, unknown>;
  const kept = Object.fromEntries(Object.keys(own).map((name) => [name, world[name]]));
  Object.assign(world, own);
  try {
    await import(file);
  } finally {
    Object.assign(world, kept);
  }
  return tests;
}

function collectors(tests: Test[]): Record<string, unknown> {
  let current = groupIn('');
  const describeOne = (name: string, body: () => void): void => {
    const outer = current;
    current = groupIn(`${outer.name} ${name}`.trim(), outer);
    body();
    current = outer;
  };
  const testOne = (name: string, run: () => unknown): void => {
    tests.push({ name: `${current.name}: ${name}`, run, group: current });
  };
  const each =
    (declare: (name: string, body: () => never) => void) =>
    (rows: readonly unknown[]) =>
    (name: string, body: Body): void => {
      for (const row of rows) {
        const values = (Array.isArray(row) ? row : [row]) as never[];
        declare(titled(name, row, values), () => body(...values) as never);
      }
    };
  const it = Object.assign(testOne, { each: each(testOne), todo: () => undefined });
  return {
    describe: Object.assign(describeOne, { each: each(describeOne) }),
    ...{ it, test: it },
    beforeAll: (body: Body) => current.beforeAll.push(body),
    beforeEach: (body: Body) => current.beforeEach.push(body),
    afterEach: (body: Body) => current.afterEach.push(body),
    afterAll: () => undefined,
  };
}

const titled = (name: string, row: unknown, values: readonly unknown[]): string =>
  name.includes('$') && !Array.isArray(row)
    ? name.replace(/\$(\w+)/g, (_, field: string) =>
        String((row as Record<string, unknown>)[field]),
      )
    : format(name, ...values.slice(0, name.match(/%[a-z]/g)?.length ?? 0));

async function runTest(test: Test, prepared: Set<Group>): Promise<void> {
  const groups = chainOf(test.group);
  for (const group of groups) {
    if (prepared.has(group)) continue;
    prepared.add(group);
    for (const body of group.beforeAll) await body();
  }
  for (const group of groups) for (const body of group.beforeEach) await body();
  await test.run();
  for (const group of groups) for (const body of group.afterEach) await body();
}
