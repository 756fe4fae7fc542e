import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { sqliteCheckpoints } from '#libs/assembly';
import { openClusterDatabase } from '#libs/cluster';
import type { ReactorCheckpoints } from '#libs/engine';
import { type EventStore, START } from '#libs/event-store';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import type { ClusterSettings } from '#libs/platform';
import { READ_MODELS } from '#libs/read-models';
import { REACTORS } from '#libs/workflows';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { openServer } from '../log-place.js';
import { type Place, placeOf } from '../place.js';
import type { Terminal } from '../terminal.js';
import { rebuilt } from '../view-building.js';
import { withProduct } from '../with-product.js';

/** `views reset` after the log was restored or cut; `views resume` after a projection parked. */
export const viewsCommand = (program: Command): void => {
  const views = program
    .command('views')
    .description('what shows the log / những gì đọc từ nhật ký');
  views
    .command('reset')
    .description(
      'build anew what has seen more than the log holds / dựng lại những gì vượt quá nhật ký',
    )
    .option('--all', 'everything, also what does not lie beyond the end of the log')
    .action(action(reset));
  views
    .command('resume')
    .description('go on with a parked view / cho bảng đọc bị dừng chạy tiếp')
    .argument('<view>', READ_MODELS.map(({ name }) => name).join(' | '))
    .action(action(resume));
};

async function reset(terminal: Terminal, options: Options): Promise<number> {
  const place = placeOf(options);
  const all = options.all === true;
  const reactors = await forgottenReactors(place, all);
  if (reactors.length > 0 && place.kind === 'cluster') terminal.say(RESTART);
  return withProduct(place, async (opened) => {
    const { lines } = await opened.projections.status();
    // Read after the lines: what is live has seen no more than this.
    const end = await opened.store.head();
    const views = READ_MODELS.map(({ name }) => name).filter(
      (view) => all || lines.some(({ name, position }) => name === view && position > end),
    );
    const { head, stopped } = await rebuilt(terminal, opened, views);
    terminal.result({ head, views, reactors, stopped }, (language) => {
      if (views.length + reactors.length === 0)
        return language === 'vi'
          ? 'Không có gì vượt quá cuối nhật ký.'
          : 'Nothing lies beyond the end of the log.';
      const [of, and] = language === 'vi' ? ['Đã làm lại', 'phản ứng'] : ['Reset', 'reactors'];
      return `${of}: ${[...views, ...reactors.map((name) => `${and} ${name}`)].join(', ')}`;
    });
    return stopped.length === 0 ? EXIT.ok : EXIT.findings;
  });
}

const RESTART = {
  vi: 'Các phản ứng bắt đầu lại từ đầu nhật ký: khởi động lại mọi guong projector.',
  en: 'Reactors begin again at the start of the log: restart every guong projector.',
};

/** Before anything runs: a reactor whose checkpoint lies beyond the end would wait there. */
async function forgottenReactors(place: Place, all: boolean): Promise<readonly string[]> {
  if (place.kind === 'cluster') return forgottenInCluster(place, all);
  if (!existsSync(join(place.folder, 'reactors.db'))) return [];
  const store = sqliteEventStore({ file: join(place.folder, 'events.db'), clock: Date.now });
  const checkpoints = sqliteCheckpoints(join(place.folder, 'reactors.db'));
  try {
    return await forget(store, checkpoints, all);
  } finally {
    checkpoints.close();
    await store.close();
  }
}

async function forget(
  store: EventStore,
  checkpoints: ReactorCheckpoints,
  all: boolean,
): Promise<readonly string[]> {
  const head = await store.head();
  const names: string[] = [];
  for (const reactor of REACTORS) {
    const { position = START } = (await checkpoints.load(reactor.name)) ?? {};
    if (position === START || (!all && position <= head)) continue;
    // From the beginning: what was folded may come from events that are gone.
    await checkpoints.save(reactor.name, { position: START, state: reactor.start() });
    names.push(reactor.name);
  }
  return names;
}

/** Who runs a reactor keeps its right to: only where it stands is forgotten. */
async function forgottenInCluster(
  { eventsUrl, viewsUrl }: ClusterSettings,
  all: boolean,
): Promise<readonly string[]> {
  const store = openServer(eventsUrl, Date.now);
  const database = await openClusterDatabase({ url: viewsUrl });
  try {
    const beyond = [all, await store.head()];
    const { rows } = await database.pool.query<{ reactor: string }>(
      `update reactor_checkpoint set position = null, state = null
        where position is not null and ($1::boolean or position > $2) returning reactor`,
      beyond,
    );
    await database.pool.query('delete from log_mark where $1::boolean or position > $2', beyond);
    return rows.map(({ reactor }) => reactor).sort();
  } finally {
    await database.close();
    await store.close();
  }
}

async function resume(
  terminal: Terminal,
  options: Options,
  [view = '']: readonly string[],
): Promise<number> {
  if (!READ_MODELS.some(({ name }) => name === view)) {
    terminal.say({ vi: `không có bảng đọc ${view}`, en: `there is no view ${view}` });
    return EXIT.usage;
  }
  return withProduct(placeOf(options), async ({ projections, settled }) => {
    const wasParked = await projections.resume(view);
    await settled();
    const { lines } = await projections.status();
    const line = lines.find(({ name, role }) => name === view && role === 'serving');
    const parked = line?.parked;
    terminal.result({ view, wasParked, state: line?.state, parked }, (language) => {
      if (line?.state === 'parked')
        return language === 'vi'
          ? `${view} vẫn dừng trước một sự kiện: ${JSON.stringify(parked)}`
          : `${view} is still parked before an event: ${JSON.stringify(parked)}`;
      if (!wasParked) return language === 'vi' ? `${view} không bị dừng` : `${view} was not parked`;
      return language === 'vi' ? `${view} đã chạy tiếp` : `${view} goes on`;
    });
    return line?.state === 'parked' ? EXIT.findings : EXIT.ok;
  });
}
