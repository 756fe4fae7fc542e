import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = process.cwd();
const FOLDER = join(ROOT, 'docker');

/** What these specifications look at in one service of a compose file. */
export interface Service {
  readonly image?: string;
  readonly build?: { readonly target: string; readonly dockerfile: string };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly restart?: string;
  readonly pids_limit?: number;
  readonly mem_limit?: string;
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly network_mode?: string;
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string | number | null>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

/** A file of the docker folder, as text. */
export const dockerText = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** A compose file with its anchors resolved, its variables still unfilled. */
export const composeFile = (name: string): ComposeFile =>
  parse(dockerText(name), { merge: true }) as ComposeFile;

export const networksOf = ({ networks = [] }: Service): readonly string[] =>
  Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks);

/** Whether the program that reads compose files is installed; it needs no engine for that. */
export const isComposeHere = (): boolean =>
  spawnSync('docker-compose', ['version'], { stdio: 'ignore' }).status === 0;

export interface Composed {
  readonly code: number | null;
  readonly output: string;
}

/** `docker-compose config` over files of the docker folder. */
export function composed(
  files: readonly string[],
  { envFile, variables = {} }: { envFile?: string; variables?: Record<string, string> } = {},
): Promise<Composed> {
  const { PATH } = process.env;
  const named = files.flatMap((file) => ['-f', join(FOLDER, file)]);
  const env = envFile === undefined ? [] : ['--env-file', join(FOLDER, envFile)];
  const child = spawn('docker-compose', [...env, ...named, 'config'], {
    cwd: ROOT,
    env: { PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
