import type { Bilingual, Language } from '#libs/platform';
import { terminalLanguage } from '#libs/platform';
import { MultiBar, Presets } from 'cli-progress';

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
  update(done: number, total?: number): void;
  stop(): void;
}

const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** The terminal of this process. Language from LC_ALL, LC_MESSAGES or LANG. */
export function openTerminal(options: { readonly json: boolean }): Terminal {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = terminalLanguage(LC_ALL ?? LC_MESSAGES ?? LANG);
  return {
    language,
    json: options.json,
    say: (text) => void (options.json || process.stderr.write(`${text[language]}\n`)),
    result: (value, render) =>
      void process.stdout.write(
        options.json ? `${JSON.stringify(value)}\n` : `${render(language).trimEnd()}\n`,
      ),
    progress: (label, total) =>
      options.json || !process.stderr.isTTY ? SILENT : bar(label[language], total),
  };
}

function bar(label: string, total: number): Progress {
  const bars = new MultiBar(
    { format: '{label} [{bar}] {percentage} %', hideCursor: true, clearOnComplete: false },
    Presets.shades_grey,
  );
  const one = bars.create(Math.max(total, 1), 0, { label });
  return {
    update(done, newTotal) {
      if (newTotal !== undefined) one.setTotal(Math.max(newTotal, 1));
      one.update(done);
    },
    stop: () => bars.stop(),
  };
}
