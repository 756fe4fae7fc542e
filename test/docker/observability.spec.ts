import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { startServer, type TestServer } from '../../apps/api/src/testing/start-server.js';
import { readConfig } from '../../apps/projector/src/config.js';
import { serve, type Serving } from '../../apps/projector/src/serve.js';
import { FakeWorker, held } from '../../apps/projector/src/testing/fake-worker.js';
import { composeFile, dockerText } from './compose-files.js';
import { type Offered, offeredIn, wantedIn } from './metrics-text.js';

interface Panel {
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly { readonly expr: string }[];
}
interface Dashboard {
  readonly uid: string;
  readonly panels: readonly Panel[];
}
interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly annotations: { readonly summary: string };
    }[];
  }[];
}

const DASHBOARD = JSON.parse(
  dockerText('observability/grafana/dashboards/guong.json'),
) as Dashboard;
const RULES = (parse(dockerText('observability/rules.yml')) as Rules).groups.flatMap(
  ({ rules }) => rules,
);
const PANELS = DASHBOARD.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => [title, expr] as const),
);
const MANUAL = readFileSync('docs/operating/cluster.md', 'utf8');
const ALARMS = RULES.map(({ alert, expr }) => [alert, expr] as const);

let server: TestServer;
let projector: Serving;
let offered: Offered;

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  const worker = new FakeWorker();
  worker.says({
    items: [held('projection:inbox', 'live', 3)],
    waiting: ['timers'],
    failures: ['STORE_UNAVAILABLE'],
  });
  const config = readConfig({
    GUONG_EVENTS_URL: 'esdb://log',
    GUONG_VIEWS_URL: 'postgres://views/guong',
    GUONG_LOG: 'silent',
    PORT: '0',
  });
  projector = await serve(config, (_config, { onAlarm }) => {
    onAlarm({ code: 'LOG_CLOCK_SKEW' });
    return Promise.resolve(worker);
  });
  await server.guong.settled();
  const texts = [server.url, projector.url].map(async (url) => {
    // One request before, so that requests were counted.
    await fetch(`${url}/health/live`);
    return (await fetch(`${url}/metrics`)).text();
  });
  offered = offeredIn(await Promise.all(texts));
}, 60_000);
afterAll(async () => {
  await projector.close();
  await server.close();
});

/** What an expression asks for and no process offers. */
function unknownIn(expression: string): string[] {
  return [...wantedIn(expression)].flatMap(([name, labels]) => {
    const known = offered.get(name);
    if (known === undefined) return [name];
    // A series that had nothing to say yet does not show its labels.
    return known.size === 0 ? [] : labels.filter((label) => !known.has(label));
  });
}

describe('dashboard and alarms', () => {
  it.each([...PANELS, ...ALARMS])('%s asks for what is there: %s', (_title, expression) => {
    expect(unknownIn(expression)).toEqual([]);
  });

  it('would notice a series and a label that nobody has', () => {
    expect(unknownIn('sum by (owner) (guong_projection_behind) + guong_unheard_of')).toEqual([
      'owner',
      'guong_unheard_of',
    ]);
  });

  it('show commands, conflicts, their time, lag, owners, timers, reactors and the disk', () => {
    const asked = new Set(PANELS.flatMap(([, expression]) => [...wantedIn(expression).keys()]));
    for (const series of [
      'guong_commands_total',
      'guong_command_seconds_bucket',
      'guong_projection_state',
      'guong_worker_item',
      'guong_worker_item_token',
      'guong_timer_late_seconds',
      'guong_projection_lag_seconds',
      'guong_command_conflicts_total',
      'guong_command_retries_total',
      'guong_lease_owner',
      'guong_reactor_state',
      'guong_log_commit_seconds_bucket',
    ])
      expect(asked).toContain(series);
  });

  it('have panels with names of their own and one source that is provisioned', () => {
    const titles = DASHBOARD.panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    const sources = dockerText('observability/grafana/provisioning/datasources/guong.yml');
    for (const { datasource } of DASHBOARD.panels)
      if (datasource) expect(sources).toContain(`uid: ${datasource.uid}`);
  });

  it.each(RULES.map(({ alert, annotations }) => [alert, annotations.summary] as const))(
    '%s says what is wrong, and the manual says what to do',
    (alert, summary) => {
      expect(summary.length).toBeGreaterThan(10);
      expect(MANUAL).toContain(`\`${alert}\``);
    },
  );
});

describe('what collects', () => {
  it('asks every process by the names the compose files give them', () => {
    const prometheus = dockerText('observability/prometheus.yml');
    const { services } = composeFile('cluster.yml');
    for (const [service, name, port] of [
      ['api1', 'api', 3000],
      ['projector2', 'projector', 3001],
    ] as const) {
      expect(JSON.stringify(services[service]?.networks)).toContain(`"aliases":["${name}"]`);
      expect(prometheus).toContain(`names: [${name}], type: A, port: ${port}`);
    }
  });
});
