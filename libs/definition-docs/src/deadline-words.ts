import type { AnyWorkflow, Days, DeadlineSpec } from '#libs/kernel';
import type { Bilingual, Language } from '#libs/platform';
import { policySentence } from './policy-sentence.js';
import { capital, say, termOf } from './words.js';

/** One deadline in words. */
export interface DeadlineText {
  readonly name: string;
  readonly text: string;
  /** Which clock it is and when it falls due. */
  readonly due: string;
  /** The command that stops it, by code. */
  readonly command: string;
  readonly commandText: string;
  readonly remind: string;
  readonly escalate: string;
  /** What happens by itself when the due day has ended. */
  readonly fire: string;
  readonly extend: string;
}

const TEXTS = {
  civil: { vi: '{days} ngày', en: '{days} days' },
  working: { vi: '{days} ngày làm việc', en: '{days} working days' },
  sinceState: { vi: '{days} kể từ khi vào {states}', en: '{days} from entering {states}' },
  sinceField: {
    vi: '{days} kể từ «{field}», khi đang ở {states}',
    en: '{days} from the “{field}”, while in {states}',
  },
  onField: { vi: 'đến «{field}», khi đang ở {states}', en: 'by the “{field}”, while in {states}' },
  stands: { vi: '; dừng tính khi ở {states}', en: '; stands still in {states}' },
  item: {
    vi: 'đến «{field}» của từng mục ({key}), từ {opens} đến {closes}',
    en: 'by the “{field}” of each item ({key}), from {opens} to {closes}',
  },
  listed: {
    vi: 'ngày riêng của từng mục ({key}), khi đang ở {states}',
    en: 'a date of its own for each item ({key}), while in {states}',
  },
  before: { vi: 'trước hạn {days} ngày', en: '{days} days before' },
  after: { vi: 'sau hạn {days} ngày', en: '{days} days after' },
  sameDay: { vi: 'đúng ngày đến hạn', en: 'on the due day' },
  recorded: { vi: 'ghi nhận đã quá hạn', en: 'its passing is recorded' },
  nobody: { vi: 'không được gia hạn', en: 'nobody can extend it' },
} satisfies Record<string, Bilingual>;

const daysOf = (period: Days): number => Number(/\d+/.exec(period)?.[0]);

/** English has two forms of a counted word. */
const singular = (text: string): string => text.replace(/\b1 (working )?days\b/, '1 $1day');

const whenOf = (period: Days, language: Language): string => {
  const days = daysOf(period);
  const text = days === 0 ? TEXTS.sameDay : period.startsWith('-') ? TEXTS.before : TEXTS.after;
  return singular(say(text, language, { days }));
};

type Word = (kind: string, code: string) => string;

const quoted = (kind: string, codes: readonly string[], word: Word, language: Language): string => {
  const [open, close] = language === 'vi' ? ['«', '»'] : ['“', '”'];
  return codes.map((code) => `${open}${word(kind, code)}${close}`).join(', ');
};

function dueText(spec: DeadlineSpec, word: Word, language: Language): string {
  const list = (kind: string, codes: readonly string[]) => quoted(kind, codes, word, language);
  if ('opensBy' in spec)
    return say(TEXTS.item, language, {
      field: word('field', spec.due.field),
      key: word('field', spec.key),
      opens: list('fact', spec.opensBy),
      closes: list('fact', spec.closesBy),
    });
  const states = list('state', spec.whileIn);
  if ('each' in spec) return say(TEXTS.listed, language, { key: word('field', spec.key), states });
  const { due, stopWhile = [] } = spec;
  const stands =
    stopWhile.length > 0 ? say(TEXTS.stands, language, { states: list('state', stopWhile) }) : '';
  if ('field' in due)
    return say(TEXTS.onField, language, { field: word('field', due.field), states }) + stands;
  const days = singular(say(TEXTS[due.calendar], language, { days: daysOf(due.after) }));
  return due.from === undefined
    ? say(TEXTS.sinceState, language, { days, states }) + stands
    : say(TEXTS.sinceField, language, { days, states, field: word('field', due.from) }) + stands;
}

/** Every deadline of a workflow in words. */
export const deadlinesOf = (workflow: AnyWorkflow, language: Language): readonly DeadlineText[] =>
  Object.entries(workflow.deadlines).map(([name, spec]) => {
    const word: Word = (kind, code) => termOf(kind, code, language, workflow.name);
    const list = (periods: readonly Days[] = []) =>
      periods.map((period) => whenOf(period, language)).join(', ');
    return {
      name,
      text: capital(word('deadline', name)),
      due: capital(dueText(spec, word, language)),
      command: spec.command,
      commandText: word('command', spec.command),
      remind: list(spec.remind),
      escalate: list(spec.escalate),
      fire: spec.fire === undefined ? TEXTS.recorded[language] : word('command', spec.fire),
      extend: spec.extendBy ? policySentence(spec.extendBy, language) : TEXTS.nobody[language],
    };
  });
