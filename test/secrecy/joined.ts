/** Who voted and on what, as nothing but the test knows it. */
export interface Ballot {
  readonly voters: readonly string[];
  readonly options: readonly string[];
}

const mentions = (text: string, id: string): boolean =>
  new RegExp(`(?<![\\w.])${id.replaceAll('.', '\\.')}(?![\\w.])`).test(text);

const named = (text: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => mentions(text, id));

/**
 * What a text says of who chose what. A text that names a voter and an option tells something
 * unless it names every voter and every option alike, as the opening of a ballot does: then it
 * stays the same whichever way they chose.
 */
const tells = (text: string, { voters, options }: Ballot): boolean => {
  const who = named(text, voters);
  const what = named(text, options);
  if (who.length === 0 || what.length === 0) return false;
  return who.length < voters.length || what.length < options.length;
};

/** A list of choices as long as the list of voters could be read in the order of voters. */
const couldBeParallel = (value: unknown, { voters, options }: Ballot): boolean =>
  Array.isArray(value) &&
  value.length >= voters.length &&
  value.filter((each) => named(JSON.stringify(each), options).length > 0).length >= voters.length;

/** Everything below a value that is itself a list or an object, the value included. */
function* nodesOf(value: unknown): Generator {
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    try {
      yield* nodesOf(JSON.parse(value));
    } catch {
      return;
    }
  }
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const each of Object.values(value)) yield* nodesOf(each);
}

/**
 * Whether a record (a row, an event, a line of a log) joins a voter with a choice: as a whole, or
 * in any list or object within it, texts that hold JSON included.
 */
export function joined(record: unknown, ballot: Ballot): boolean {
  const whole = typeof record === 'string' ? record : JSON.stringify(record);
  if (tells(whole.replaceAll('\\"', '"'), ballot)) return true;
  if (named(whole, ballot.voters).length === 0) return false;
  for (const node of nodesOf(record))
    if (tells(JSON.stringify(node), ballot) || couldBeParallel(node, ballot)) return true;
  return false;
}
