import { recordingTelemetry } from '../testing/index.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('spans', () => {
  it('belong to their parent, here or far away, and are linked to other causes', () => {
    const { telemetry, spans } = recordingTelemetry();
    const request = telemetry.tracer.span('request', {
      parent: `00-${TRACE}-${SPAN}-01`,
      kind: 'server',
    });
    const command = telemetry.tracer.span('command', { parent: request, values: { a: 1 } });
    const later = telemetry.tracer.span('later', {
      parent: command.traceparent,
      links: [`00-${TRACE}-${SPAN}-01`, 'nonsense'],
    });
    for (const span of [later, command, request]) span.end();
    expect(spans()).toEqual([
      { name: 'later', parent: 'command', traceId: TRACE, values: {}, links: 1 },
      { name: 'command', parent: 'request', traceId: TRACE, values: { a: 1 }, links: 0 },
      { name: 'request', parent: SPAN, traceId: TRACE, values: {}, links: 0 },
    ]);
    expect(request.traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(telemetry.traceIdOf(request)).toBe(TRACE);
  });

  it('without a parent belong to the work under way, across what it waits for', async () => {
    const { telemetry, spans } = recordingTelemetry();
    const request = telemetry.tracer.span('request');
    expect(telemetry.traceId()).toBeUndefined();
    await telemetry.within(request, async () => {
      await new Promise(setImmediate);
      expect(telemetry.traceId()).toBe(telemetry.traceIdOf(request));
      telemetry.tracer.span('command').end();
    });
    expect(telemetry.traceId()).toBeUndefined();
    telemetry.tracer.span('alone').end();
    request.end();
    const names = ['command', 'alone', 'request'];
    expect(spans().map(({ name }) => name)).toEqual(names);
    expect(spans()[0]?.parent).toBe('request');
    expect(spans()[1]).not.toHaveProperty('parent');
  });

  it('say why the work failed', () => {
    const { telemetry, spans } = recordingTelemetry();
    const span = telemetry.tracer.span('append');
    span.fail('STORE_UNAVAILABLE');
    span.end();
    expect(spans()).toMatchObject([{ name: 'append', failed: 'STORE_UNAVAILABLE' }]);
  });
});

describe('what is not kept', () => {
  it('is passed on to nobody, and nothing within it is kept', () => {
    const { telemetry, spans } = recordingTelemetry({ share: 0 });
    const request = telemetry.tracer.span('request');
    const command = telemetry.tracer.span('command', { parent: request });
    expect([request.traceparent, command.traceparent]).toEqual([undefined, undefined]);
    expect(telemetry.traceIdOf(request)).toMatch(/^[0-9a-f]{32}$/);
    for (const span of [command, request]) span.end();
    expect(spans()).toEqual([]);
  });

  it.each([
    [`00-${TRACE}-${SPAN}-01`, 1],
    [`00-${TRACE}-${SPAN}-00`, 0],
  ])('is decided where a trace begins: %s', (parent, kept) => {
    const { telemetry, spans } = recordingTelemetry({ share: kept === 1 ? 0 : 1 });
    telemetry.tracer.span('request', { parent }).end();
    expect(spans()).toHaveLength(kept);
  });

  it.each([
    '',
    'nonsense',
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `01-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
  ])('a trace is begun anew under %j', (parent) => {
    const { telemetry, spans } = recordingTelemetry();
    telemetry.tracer.span('request', { parent }).end();
    expect(spans()[0]?.parent).toBeUndefined();
    expect(spans()[0]?.traceId).not.toBe(TRACE);
  });
});
