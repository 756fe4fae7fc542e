import type { ReactorStatus } from '#libs/engine';
import type { Position } from '#libs/event-store';
import type { LogAlarm } from '#libs/event-store-eventstoredb';
import type { Language } from '#libs/platform';
import type { LineStatus } from '#libs/projections';
import { shareOf } from './position-share.js';

/** What needs a look, and of which kind it is. */
export interface IllPart {
  readonly kind: 'view' | 'reactor' | 'log' | 'work';
  readonly name: string;
  readonly state: string;
}

/** What `doctor` found. Positions are text of the store's own; `''` is before every event. */
export interface DoctorReport {
  /** The folder, or the hosts of the log. */
  readonly place: string;
  readonly head: Position;
  /** Bytes of the files of a folder. */
  readonly files?: Readonly<Record<string, number>>;
  readonly views: readonly (Pick<LineStatus, 'name' | 'version' | 'role' | 'state' | 'position'> & {
    readonly parked?: LineStatus['parked'];
  })[];
  readonly reactors: readonly ReactorStatus[];
  /** What of a log on a server lets the record be changed. */
  readonly findings?: readonly LogAlarm[];
  /** Of a cluster: the projectors, and who of them does what. */
  readonly workers?: readonly {
    readonly worker: string;
    readonly seenAt: string;
    readonly isAlive: boolean;
    readonly failures: readonly string[];
  }[];
  readonly items?: readonly {
    readonly item: string;
    readonly owner: string | undefined;
    readonly isUnowned: boolean;
  }[];
  readonly accounts: { readonly all: number; readonly demo: boolean };
  /** Class and code of a failure of store or database that lasts. */
  readonly failure?: string;
  readonly ill: readonly IllPart[];
}

/** The report in lines for a person. */
export function rendered(report: DoctorReport, language: Language): string {
  const say = (vi: string, en: string): string => (language === 'vi' ? vi : en);
  const { head, files = {}, accounts, failure } = report;
  const views = report.views.map((view) => {
    const behind =
      view.position < head ? `, ${Math.floor(shareOf(view.position, head) * 100)} %` : '';
    const building = view.role === 'building' ? say(' (đang dựng)', ' (being built)') : '';
    return `  ${view.name} v${view.version}${building}: ${view.state}${behind}`;
  });
  const reactors = report.reactors.map(
    ({ name, kind, codes, failure: waits }) =>
      `  ${name}: ${kind}${codes === undefined ? '' : ` (${codes.join(', ')})`}${waits === undefined ? '' : ` (${waits})`}`,
  );
  return [
    say(`Nơi chứa: ${report.place}`, `Place: ${report.place}`),
    say(`Cuối nhật ký: ${head || '0'}`, `End of the log: ${head || '0'}`),
    ...Object.entries(files).map(
      ([file, bytes]) => `  ${file}: ${(bytes / 1_048_576).toFixed(1)} MiB`,
    ),
    ...whoDoesWhat(report, language),
    say('Bảng đọc:', 'Read models:'),
    ...views,
    say('Phản ứng:', 'Reactors:'),
    ...reactors,
    say(`Tài khoản: ${accounts.all}`, `Accounts: ${accounts.all}`) +
      (accounts.demo ? say(' (có tài khoản thử nghiệm)', ' (demo accounts among them)') : ''),
    ...(failure === undefined ? [] : [say(`Sự cố: ${failure}`, `Failure: ${failure}`)]),
    ...whatToDo(report, language),
  ].join('\n');
}

function whoDoesWhat({ workers, items = [] }: DoctorReport, language: Language): readonly string[] {
  if (workers === undefined) return [];
  const lines = workers.map(({ worker, seenAt, isAlive, failures }) => {
    const owned = items.filter(({ owner }) => owner === worker).map(({ item }) => item);
    const gone = language === 'vi' ? `im lặng từ ${seenAt}` : `silent since ${seenAt}`;
    const said = isAlive ? [...owned, ...failures].join(', ') || '-' : gone;
    return `  ${worker}: ${said}`;
  });
  return [language === 'vi' ? 'Tiến trình dựng bảng:' : 'Projectors:', ...lines];
}

function whatToDo({ ill, views }: DoctorReport, language: Language): readonly string[] {
  if (ill.length === 0) return [language === 'vi' ? 'Mọi thứ ổn.' : 'All is well.'];
  return [
    language === 'vi' ? 'Cần xem:' : 'Look at:',
    ...ill.map(({ kind, name, state }) => {
      const parked = views.find((view) => view.name === name && view.state === 'parked')?.parked;
      const where = parked === undefined ? '' : ` ${JSON.stringify(parked)}`;
      return `  ${name}: ${state}${where} → ${cure(kind, name, state)[language]}`;
    }),
  ];
}

/** What an operator can do about it. */
function cure(
  kind: IllPart['kind'],
  name: string,
  state: string,
): Readonly<Record<Language, string>> {
  if (state === 'ahead') return both('guong views reset');
  if (kind === 'log') return both('guong log check');
  if (kind === 'work' || state === 'unowned') return both('guong projector');
  if (kind === 'view' && state === 'parked') return both(`guong views resume ${name}`);
  if (kind === 'view')
    return {
      vi: 'chờ bản mới dựng xong, hoặc chạy bản phần mềm trước',
      en: 'wait until the new version is built, or run the release before',
    };
  return {
    vi: 'sửa nguyên nhân rồi khởi động lại máy chủ',
    en: 'mend the cause, then restart the server',
  };
}

const both = (command: string) => ({ vi: command, en: command });
