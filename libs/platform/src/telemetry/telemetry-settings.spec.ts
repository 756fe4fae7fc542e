import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTelemetry } from './open-telemetry.js';
import { telemetrySettings } from './telemetry-settings.js';

const ENDPOINT = 'http://collector:4318';

describe('settings', () => {
  it.each([
    [{}, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT }, { serviceName: 'guong-api', share: 1 }],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: `${ENDPOINT}/`,
        OTEL_SERVICE_NAME: 'mine',
        OTEL_TRACES_SAMPLER_ARG: '0.05',
      },
      { serviceName: 'mine', share: 0.05 },
    ],
  ])('%j', (variables, expected) => {
    const settings = telemetrySettings(variables, 'guong-api');
    expect(settings).toEqual(expected && { url: `${ENDPOINT}/v1/traces`, ...expected });
  });

  it.each(['collector:4318', 'grpc://collector:4317', 'nonsense', 'http://me:secret@'])(
    'refuse %s as an address, and do not repeat it',
    (endpoint) => {
      const read = () => telemetrySettings({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, 'guong-api');
      expect(read).toThrow('an address http:// or https:// is needed');
      expect(read).not.toThrow('secret');
    },
  );

  it.each(['2', '-0.1', 'all', '1e-3', '0,5'])('refuse %s as a share', (share) => {
    const read = () => telemetrySettings({ OTEL_TRACES_SAMPLER_ARG: share }, 'guong-api');
    expect(read).toThrow(`a number from 0 to 1 is needed, such as 0.05, not "${share}"`);
  });
});

it('without settings there is nothing', async () =>
  expect(await openTelemetry(undefined)).toBeUndefined());

it('sends what was traced to the collector, at the latest when closing', async () => {
  const received: { url: string | undefined; body: string }[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ url: request.url, body });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const settings = telemetrySettings(
    { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
    'guong-test',
  );
  const telemetry = await openTelemetry(settings);
  telemetry!.tracer.span('registration.submit').end();
  await telemetry!.close();
  collector.closeAllConnections();
  collector.close();
  expect(received.map(({ url }) => url)).toEqual(['/v1/traces']);
  expect(received[0]?.body).toContain('registration.submit');
  expect(received[0]?.body).toContain('guong-test');
});

it('a collector that is away disturbs nobody', async () => {
  const telemetry = await openTelemetry({
    url: 'http://127.0.0.1:1/v1/traces',
    serviceName: 'guong-test',
    share: 1,
  });
  telemetry!.tracer.span('registration.submit').end();
  await expect(telemetry!.close()).resolves.toBeUndefined();
}, 30_000);
