import type { Bilingual, Language } from '#libs/platform';
import { terminalLanguage, type Variables } from '#libs/platform';
import { MultiBar, Presets } from 'cli-progress';
import type { Output, Surroundings } from './surroundings.js';

/** How a command speaks: to a person in their language, or JSON to a machine. */
export interface Terminal {
  readonly language: Language;
  readonly json: boolean;
  /** One line for a person; silent with `--json`. */
  say(text: Bilingual): void;
  /** The result: with `--json` one JSON document on standard output, else what `render` makes. */
  result(value: unknown, render: (language: Language) => string): void;
  /** A progress bar on standard error while something longer than a second runs. */
  progress(label: Bilingual, total: number): Progress;
}

export interface Progress {
  /** @param note stands behind the bar */
  update(done: number, total?: number, note?: string): void;
  stop(): void;
}

const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** Language of the lines for people: LC_ALL, LC_MESSAGES or LANG. */
export const languageFrom = ({ LC_ALL, LC_MESSAGES, LANG }: Variables): Language =>
  terminalLanguage(LC_ALL ?? LC_MESSAGES ?? LANG);

export function openTerminal({
  variables,
  out,
  err,
  json,
}: Surroundings & { readonly json: boolean }): Terminal {
  const language = languageFrom(variables);
  return {
    language,
    json,
    say: (text) => void (json || err.write(`${text[language]}\n`)),
    result: (value, render) =>
      void out.write(json ? `${JSON.stringify(value)}\n` : `${render(language).trimEnd()}\n`),
    progress: (label, total) =>
      json || err.isTTY !== true ? SILENT : bar(err, label[language], total),
  };
}

function bar(err: Output, label: string, total: number): Progress {
  const bars = new MultiBar(
    {
      format: '{label} [{bar}] {percentage} % {note}',
      hideCursor: true,
      clearOnComplete: false,
      stream: err as unknown as NodeJS.WritableStream,
    },
    Presets.shades_grey,
  );
  const one = bars.create(Math.max(total, 1), 0, { label, note: '' });
  return {
    update(done, newTotal, note = '') {
      if (newTotal !== undefined) one.setTotal(Math.max(newTotal, 1));
      one.update(done, { note });
    },
    stop: () => bars.stop(),
  };
}
