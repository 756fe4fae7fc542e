// A process to be killed: opens the log named in its argument and appends without end, printing one
// line `stream revision position` for each append that was acknowledged. Runs from the sources.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('#libs/')) {
      const library = specifier.slice('#libs/'.length);
      return next(new URL(`../../../${library}/src/index.ts`, import.meta.url).href, context);
    }
    const fromSource = context.parentURL?.endsWith('.ts') === true && specifier.endsWith('.js');
    return next(fromSource ? `${specifier.slice(0, -'.js'.length)}.ts` : specifier, context);
  },
});

const { sqliteEventStore } = await import(new URL('../index.ts', import.meta.url).href);
let store;
try {
  store = sqliteEventStore({ file: process.argv[2], clock: Date.now });
} catch (error) {
  process.stdout.write(`${error.code}\n`);
  process.exit(3);
}

const event = (type, n) => ({
  id: `${type}-${n}`,
  type,
  schemaVersion: 1,
  data: { n, text: 'Đã ghi nhận đủ '.repeat(20) },
  workflow: 'review',
  definitionVersion: 1,
  actor: 'member-1',
  policy: 'system',
  occurredAt: '2026-03-01T02:00:00.000Z',
  commandId: `command-${n}`,
  commandHash: 'hash',
  correlationId: 'thread',
});

let n = 0;
const write = async (writer) => {
  for (;;) {
    n += 1;
    const stream = `writer-${writer}`;
    const answer = await store.append(stream, 'any', [event('First', n), event('Second', n)]);
    process.stdout.write(`${stream} ${answer.revision} ${answer.position}\n`);
  }
};
for (let writer = 0; writer < 16; writer += 1) void write(writer);
