import type { Double } from '../../../test/eventstoredb-double/index.js';
import { logClient } from './eventstoredb-client.js';
import type { LogClient } from './log-client.port.js';
import { closeAll, closeWith, foreignEvent, given } from './log-rig.fixtures.js';
import { outgoingEvents } from './outgoing-event.js';
import { newEvents } from '#libs/event-store/testing';
import { type FaultKind, faultOf, storeErrorOf } from './server-fault.js';

afterEach(closeAll);

/** An error as gRPC gives it: status, text, trailers. */
const raw = (code: number, details: string, trailers: Record<string, string> = {}) => ({
  code,
  details,
  message: `${code}: ${details}`,
  metadata: { getMap: () => trailers },
});
const [UNKNOWN, INVALID, NOT_FOUND, DENIED, PRECONDITION, ABORTED] = [2, 3, 5, 7, 9, 10];
const [DEADLINE, INTERNAL, UNAVAILABLE, UNAUTHENTICATED] = [4, 13, 14, 16];

describe('an error is sorted by trailer, detail or text, never by its status alone (23)', () => {
  it.each<[string, unknown, FaultKind]>([
    [
      'not leader',
      raw(NOT_FOUND, 'Leader info available', { exception: 'not-leader' }),
      'unavailable',
    ],
    ['no leader', raw(UNKNOWN, 'No leader info available in response'), 'unavailable'],
    ['not ready', raw(UNAVAILABLE, 'Server Is Not Ready'), 'unavailable'],
    ['too busy', raw(UNAVAILABLE, 'Server Is Too Busy'), 'unavailable'],
    ['refused', raw(UNAVAILABLE, 'No connection established. ECONNREFUSED'), 'unavailable'],
    ['no name', raw(UNAVAILABLE, 'Name resolution failed for target dns:x'), 'unavailable'],
    ['no node', new Error('Failed to discover after 10 attempts.'), 'unavailable'],
    ['lost connection', raw(UNAVAILABLE, 'Connection dropped'), 'unknown'],
    ['write timeout', raw(ABORTED, 'Operation timed out: commit'), 'unknown'],
    ['deadline', raw(DEADLINE, 'Deadline exceeded after 2s'), 'unknown'],
    ['reset', raw(INTERNAL, 'Received RST_STREAM with code 2'), 'unknown'],
    ['too large, v2 style', raw(ABORTED, 'Transaction exceeds the maximum size'), 'tooLarge'],
    [
      'append too large',
      raw(INVALID, 'Maximum Append Size of 9 Exceeded.', {
        exception: 'maximum-append-size-exceeded',
      }),
      'tooLarge',
    ],
    [
      'event too large',
      raw(INVALID, 'x', { exception: 'maximum-append-event-size-exceeded' }),
      'tooLarge',
    ],
    ['position', raw(INVALID, 'Trying to read from an invalid position.'), 'invalidPosition'],
    ['other argument', raw(INVALID, 'what else'), 'unknown'],
    ['tombstone', raw(PRECONDITION, 'x', { exception: 'stream-deleted' }), 'deleted'],
    ['precondition', raw(PRECONDITION, 'something new'), 'unknown'],
    ['no stream', { type: 'stream-not-found', _raw: null }, 'noStream'],
    ['unnamed NOT_FOUND', { type: 'not-found', _raw: raw(NOT_FOUND, 'nothing here') }, 'unknown'],
    ['denied', raw(DENIED, 'Access Denied', { exception: 'access-denied' }), 'denied'],
    ['unauthenticated', raw(UNAUTHENTICATED, ''), 'denied'],
    ['detail: timeout', { type: 'deadline-exceeded' }, 'unknown'],
    ['detail: denied', { type: 'access-denied' }, 'denied'],
    ['detail: deleted', { type: 'stream-deleted' }, 'deleted'],
    ['detail: too large', { type: 'maximum-append-size-exceeded' }, 'tooLarge'],
    [
      'detail without a name',
      { type: 'unknown', message: 'Could not recognize Server Is Not Ready' },
      'unavailable',
    ],
    ['ended here', raw(1, 'Cancelled on client'), 'ended'],
    ['ended there', raw(1, 'Stream cancelled'), 'unknown'],
    ['nothing at all', undefined, 'unknown'],
  ])('%s', (_what, error, kind) => expect(faultOf(error).kind).toBe(kind));
});

describe('the error that is thrown', () => {
  it.each([
    ['No connection established. Last error: connect ECONNREFUSED 10.0.0.7:2113', 'ECONNREFUSED'],
    [
      'Last error: unable to verify the first certificate',
      'unable to verify the first certificate',
    ],
    ['Server Is Not Ready', 'Server Is Not Ready'],
  ])('names what can be mended of %s, and no address', (details, cause) => {
    const { message } = storeErrorOf(faultOf(raw(UNAVAILABLE, details)));
    expect(message).toMatch(new RegExp(`^the log [a-z ]+: ${cause}$`));
  });

  it('quotes nothing else', () => {
    const error = raw(INVALID, 'the event {"name":"Hường"} of stream member-9 is invalid');
    expect(storeErrorOf(faultOf(error)).message).toBe('the log did not answer');
  });
});

type Case = [string, (double: Double) => unknown, FaultKind | 'conflict'];
const FAULTS: Case[] = [
  ['not ready', (double) => double.faults.notReady(), 'unavailable'],
  ['too busy', (double) => double.faults.tooBusy(), 'unavailable'],
  ['timed out, not written', (double) => double.faults.timeout(), 'unknown'],
  ['timed out, written', (double) => double.faults.timeout({ committed: true }), 'unknown'],
  ['no answer', (double) => double.faults.dropReply({ how: 'silent' }), 'unknown'],
  ['a broken call', (double) => double.faults.dropReply({ how: 'broken' }), 'unknown'],
  ['never answered', (double) => double.faults.hang(), 'unknown'],
  ['denied', (double) => double.faults.denied(), 'denied'],
  ['tombstoned', (double) => double.log.writeTombstone('s'), 'deleted'],
  ['written before', (double) => double.log.write('s', [foreignEvent()]), 'conflict'],
];

/** What a client is told, once it has been told that everything is well. */
async function outcome(client: LogClient): Promise<string> {
  const records = outgoingEvents('s', newEvents(1)).at(0);
  try {
    return (await client.append('s', 'none', records, 300)).kind;
  } catch (error) {
    return faultOf(error).kind;
  }
}

describe.each([
  ['in a batch call', true],
  ['in a call of its own', false],
])('what the server answers to an append %s (23)', (_way, batch) => {
  it.each(FAULTS)('%s', async (_what, arrange, expected) => {
    const { double } = await given({ batch });
    const client = logClient(double.url);
    closeWith(() => client.dispose());
    await client.append('warm', 'none', outgoingEvents('warm', newEvents(1)).at(0), 2000);
    arrange(double);
    expect(await outcome(client)).toBe(expected);
  });

  it('nobody there: nothing was written', async () => {
    const { double } = await given({ batch });
    const client = logClient(double.url);
    closeWith(() => client.dispose());
    await double.stop();
    expect(await outcome(client)).toBe('unavailable');
  });
});
