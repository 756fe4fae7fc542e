import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Level, LEVELS } from '#libs/workflows';
import { parse } from 'yaml';
import { EXPECT_KINDS, type ExpectRow, type Scenario } from './scenario.js';

/** Folder of the scenarios that come with the product. */
export const SCENARIO_FOLDER = fileURLToPath(new URL('./data/', import.meta.url));

/** The files name some levels, and their counts, in words of their own. */
const LEVEL_OF: Readonly<Record<string, Level>> = {
  'province-sector': 'sector',
  'district-committee-organ': 'organ',
  cells: 'cell',
};

/** A scenario file does not say what it should; `at` names the place in it. */
export class ScenarioFileError extends Error {
  constructor(
    readonly at: string,
    problem: string,
  ) {
    super(`${at}: ${problem}`);
    this.name = 'ScenarioFileError';
  }
}

/** Every scenario of the folder, in order of time. Throws ScenarioFileError. */
export function readScenarios(folder: string = SCENARIO_FOLDER): readonly Scenario[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const scenarios = files.map((name) =>
    parseScenario(readFileSync(`${folder}/${name}`, 'utf8'), name),
  );
  const ids = new Set(scenarios.map(({ id }) => id));
  if (ids.size !== scenarios.length) throw new ScenarioFileError(folder, 'two files share an id');
  return scenarios.sort(
    (one, other) => one.years.first - other.years.first || (one.id < other.id ? -1 : 1),
  );
}

/** One scenario from its text; `name` is used in errors. Throws ScenarioFileError. */
export function parseScenario(text: string, name: string): Scenario {
  const file = objectAt(parse(text), name);
  const id = textAt(file['id'], `${name} id`);
  const years = listAt(file['years'], `${name} years`).map((year) =>
    countAt(year, `${name} years`),
  );
  const [first, last] = years;
  if (first === undefined || last === undefined || years.length !== 2 || first > last)
    throw new ScenarioFileError(`${name} years`, 'two years in order');
  const levels = listAt(file['levels'], `${name} levels`).map((level) =>
    levelAt(level, `${name} levels`),
  );
  if (levels.at(-1) !== 'cell' || levels.length < 2)
    throw new ScenarioFileError(`${name} levels`, 'from the top down to the cells');
  return {
    id,
    source: textAt(file['source'], `${name} source`),
    title: textAt(file['title'], `${name} title`),
    titleEn: textAt(file['title_en'], `${name} title_en`),
    years: { first, last },
    levels,
    facts: listAt(file['facts'], `${name} facts`).map((fact) => textAt(fact, `${name} facts`)),
    units: unitsAt(file['units'], levels, `${name} units`),
    members: countAt(file['members'], `${name} members`),
    expect: listAt(file['expect'], `${name} expect`).map((row, index) =>
      expectRow(row, id, `${name} expect[${index}]`),
    ),
  };
}

function unitsAt(value: unknown, levels: readonly Level[], at: string): Scenario['units'] {
  const { note: _note, ...counts } = objectAt(value, at);
  const units = Object.fromEntries(
    Object.entries(counts).map(([level, count]) => [levelAt(level, at), countAt(count, at)]),
  ) as Partial<Record<Level, number>>;
  const strange = Object.keys(units).find((level) => !levels.includes(level as Level));
  if (strange !== undefined) throw new ScenarioFileError(at, `${strange} is not among the levels`);
  if (units.cell === undefined) throw new ScenarioFileError(at, 'the number of cells');
  if (units[levels[0]!] !== 1) throw new ScenarioFileError(at, 'exactly one unit at the top');
  return { ...units, cell: units.cell };
}

function expectRow(value: unknown, id: string, at: string): ExpectRow {
  const row = sentences(objectAt(value, at));
  const kind = EXPECT_KINDS.find((candidate) => candidate in row);
  if (kind === undefined) throw new ScenarioFileError(at, `one of ${EXPECT_KINDS.join(', ')}`);
  const { [kind]: subject, ...terms } = row;
  const words = textAt(subject, at);
  return { id: `${id}: ${kind} ${words}`, kind, subject: words, terms };
}

/** Sentences stand without quotes: what follows a comma in them reads as a name without a value. */
function sentences(row: Record<string, unknown>): Record<string, unknown> {
  const whole: [string, unknown][] = [];
  for (const [name, value] of Object.entries(row)) {
    const last = whole.at(-1);
    if (value !== null || last === undefined) whole.push([name, value]);
    else last[1] = `${String(last[1])}, ${name}`;
  }
  return Object.fromEntries(whole);
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ScenarioFileError(at, 'names with values');
  return value as Record<string, unknown>;
}

function listAt(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ScenarioFileError(at, 'a list');
  return value;
}

function textAt(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new ScenarioFileError(at, 'a text');
  return value;
}

function countAt(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new ScenarioFileError(at, 'a whole number of at least 1');
  return value;
}

function levelAt(value: unknown, at: string): Level {
  const word = textAt(value, at);
  const level = LEVEL_OF[word] ?? word;
  if (!(LEVELS as readonly string[]).includes(level))
    throw new ScenarioFileError(at, `${word} is not a level`);
  return level as Level;
}
