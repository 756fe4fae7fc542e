/** A term as it begins a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `expectedRevision`, `on_track` as words, for what nobody has named. */
export const humanised = (identifier: string): string =>
  capital(
    identifier
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/[_.-]/g, ' ')
      .toLowerCase(),
  );

export interface Words {
  /** What such a record is called. */
  name: string;
  /** One sentence: what such a record is for. */
  about: string;
  state: (state: string) => string;
  command: (command: string) => string;
  /** What a command does, as a sentence; empty if nobody wrote it. */
  meaning: (command: string) => string;
  /** What is said once a command is accepted. */
  done: (command: string) => string;
  /** The label of a field, by its own name. */
  field: (field: string) => string;
  /** Whether somebody gave the field a name; else its label is only its identifier, spaced. */
  isNamed: (field: string) => boolean;
  /** What to write there; empty if nobody wrote it. */
  hint: (field: string) => string;
  /** A code that stands in a field. */
  value: (field: string, value: string) => string;
}

/** Finds a text of the web by its key, or a term of the server by its kind and code. */
export interface Texts {
  own: (key: string) => string | undefined;
  term: (kind: string, code: string) => string | undefined;
}

/**
 * Words from the particular to the general: the web's own texts first, then the server's terms.
 * `of` is the command whose input is asked for: the same field may mean another thing there.
 */
export function wordsOf(workflow: string, { own, term }: Texts, of = ''): Words {
  const first = (...found: readonly (string | undefined)[]): string =>
    found.find((text) => text !== undefined) ?? '';
  const ofWorkflow = (part: string) => own(`workflow.${workflow}.${part}`);
  const named = (kind: string, code: string) => {
    const found = term(kind, `${workflow}.${code}`) ?? term(kind, code);
    return found === undefined ? undefined : capital(found);
  };
  const command = (name: string) =>
    first(ofWorkflow(`command.${name}`), named('command', name), humanised(name));
  return {
    name: first(ofWorkflow('name'), named('workflow', workflow), humanised(workflow)),
    about: first(ofWorkflow('about')),
    state: (state) => first(ofWorkflow(`state.${state}`), named('state', state), humanised(state)),
    command,
    meaning: (name) => first(ofWorkflow(`meaning.${name}`)),
    done: (name) =>
      first(
        ofWorkflow(`done.${name}`),
        own('commandForm.done')?.replace('{{command}}', command(name)),
      ),
    field: (field) =>
      first(
        ofWorkflow(`input.${of}.${field}`),
        ofWorkflow(`field.${field}`),
        own(`field.${field}`),
        named('field', field),
        humanised(field),
      ),
    isNamed: (field) =>
      [ofWorkflow(`field.${field}`), own(`field.${field}`), named('field', field)].some(
        (text) => text !== undefined,
      ),
    hint: (field) =>
      first(
        ofWorkflow(`inputHint.${of}.${field}`),
        ofWorkflow(`hint.${field}`),
        own(`hint.${field}`),
      ),
    value: (field, value) =>
      first(
        ofWorkflow(`value.${field}.${value}`),
        own(`value.${field}.${value}`),
        own(`${field}.${value}`),
        named(field, value),
        own(`value.any.${value}`),
        humanised(value),
      ),
  };
}
