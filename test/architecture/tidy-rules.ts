import type { SourceFile } from './source-files.js';

const COLUMNS_MAX = 100;
// An address, or a line that is nothing but one text for people to read.
const UNBREAKABLE = /https?:\/\/\S+$|^\s*([\w'-]+: )?(['"`])[^]*\2[,;]?$/;
const PURE = 'kernel|workflows|ledger|projections|read-models|engine';
const CODE = /\.(ts|tsx|mjs|cjs|sql)$/;
const FOR_TESTS = /\.(e2e-)?spec\.ts$|\/testing\/|^test\/|\/e2e\//;
const BANNED_NAME = /^(.+-)?(utils?|helpers?|common|shared|base|manager)$/;
const KEBAB_NAME = /^[$_.]*[a-z0-9]+([-.$_]+[a-zA-Z0-9]+)*$/;

/** What no line may hold, where, and what to write instead. */
interface BannedWords {
  where: (path: string) => boolean;
  what: RegExp;
  instead: string;
}

const inProduction = (where: RegExp) => (path: string) => where.test(path) && !FOR_TESTS.test(path);
const inCode = (path: string) => CODE.test(path);

// Letters in brackets keep these patterns from finding themselves.
const BANNED_WORDS: BannedWords[] = [
  {
    where: inProduction(new RegExp(`^libs/(${PURE})/`)),
    what: /\bnew Date\(\s*\)|\bDate\.now\b/,
    instead: "the context's clock, or recordedAt of the event: time arrives as an argument",
  },
  {
    where: inProduction(new RegExp(`^libs/(${PURE})/`)),
    what: /\bMath\.random\b|\brandomUUID\b/,
    instead: 'an id or a seed passed in: a replay must give the same result',
  },
  {
    where: inProduction(/^libs\//),
    what: /\bprocess\.env\b/,
    instead: "an argument: only an app's config.ts reads the environment",
  },
  { where: inCode, what: /\b(TO[D]O|FIX[M]E)\b/, instead: 'the finished thing, or an issue' },
  {
    where: inCode,
    what: /\b(it|test|describe)\.(on[l]y|ski[p])\b|\b[xf](it|describe)\(/,
    instead: 'a test that runs, or it.todo with the reason in its name',
  },
  {
    where: inCode,
    what: /@ts-(ignor[e]|nocheck)\b|@ts-expect-erro[r]\s*$|eslint-disabl[e]/,
    instead: 'the right type, or a rule with its reason in eslint.config.mjs',
  },
  {
    where: (path) => !path.endsWith('.md') || !path.startsWith('docs/'),
    what: /(^|['"`\s(=])\/(hom[e]|roo[t]|Users|wor[k]|tm[p])\/[\w.-]/,
    instead: 'a path from the repository, or os.tmpdir()',
  },
  {
    where: () => true,
    what: /https?:\/\/(registr[y]\.|[\w.:-]+\/registr[y]\/)/,
    instead: 'no registry address: npm knows its own',
  },
];

/** Problems of one file, each with its place and what to do instead; none when it is tidy. */
export function problemsOf(file: SourceFile): string[] {
  return [...nameProblems(file), ...sizeProblems(file), ...lineProblems(file)];
}

function nameProblems({ path }: SourceFile): string[] {
  if (!/^(apps|libs|test)\//.test(path) || !CODE.test(path)) return [];
  const problems: string[] = [];
  for (const name of path.split('/')) {
    const parts = name.split('.');
    const banned = parts.find((part) => BANNED_NAME.test(part));
    if (banned) problems.push(`${path}: name it by what it does, not "${banned}"`);
    if (!KEBAB_NAME.test(name)) problems.push(`${path}: write "${name}" as kebab-case noun.role`);
  }
  return problems;
}

/** Lines a file may have, by what it is. */
export function linesMaxOf(path: string): number {
  if (/\.contract\.ts$/.test(path)) return 400;
  if (FOR_TESTS.test(path)) return 300;
  return /^libs\/(kernel|workflows|ledger|access)\/src\//.test(path) ? 150 : 300;
}

function sizeProblems({ path, lines }: SourceFile): string[] {
  const max = linesMaxOf(path);
  if (!/\.(ts|tsx|mjs|cjs)$/.test(path) || lines.length <= max) return [];
  return [`${path}: ${lines.length} lines, at most ${max}: make two rooms of it`];
}

function lineProblems({ path, lines }: SourceFile): string[] {
  const banned = BANNED_WORDS.filter(({ where }) => where(path));
  return lines.flatMap((line, index) => {
    const at = `${path}:${index + 1}`;
    const tooWide = CODE.test(path) && line.length > COLUMNS_MAX && !UNBREAKABLE.test(line);
    return [
      ...(tooWide ? [`${at}: ${line.length} columns, at most ${COLUMNS_MAX}: break the line`] : []),
      ...banned
        .filter(({ what }) => what.test(line))
        .map(({ what, instead }) => `${at}: "${what.exec(line)?.[0].trim()}": use ${instead}`),
    ];
  });
}

/** Problems of a Markdown page: one title, and links that lead somewhere. */
export function pageProblems(file: SourceFile, exists: (path: string) => boolean): string[] {
  const text = file.lines.join('\n').replace(/```[\s\S]*?```/g, '');
  const titles = text.match(/^# .+$/gm)?.length ?? 0;
  const folder = file.path.split('/').slice(0, -1);
  const links = [...text.matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g)].map((match) => match[1] ?? '');
  const dead = links
    .filter((link) => !/^[a-z]+:/.test(link) && !/\.(png|svg)$/.test(link))
    .filter((link) => !exists(resolved(folder, link)));
  return [
    ...(titles === 1 ? [] : [`${file.path}: ${titles} titles (# …), one is right`]),
    ...dead.map((link) => `${file.path}: "${link}" leads nowhere: mend the link`),
  ];
}

function resolved(folder: string[], link: string): string {
  const path = [...folder];
  for (const step of link.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
