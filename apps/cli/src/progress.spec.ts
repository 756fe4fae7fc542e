import type { Position } from '#libs/event-store';
import { shareOf } from './position-share.js';
import { progressNote } from './progress-note.js';
import { openTerminal } from './terminal.js';

const at = (text: string) => text as Position;
const commit = (bytes: number) => at(`${String(bytes).padStart(20, '0')}/${'0'.repeat(20)}`);

describe('how far it is', () => {
  it.each([
    [at(''), at(''), 1],
    [at(''), at('0000000000000010'), 0],
    [at('0000000000000005'), at('0000000000000010'), 0.5],
    [commit(250), commit(1000), 0.25],
    [commit(2000), commit(1000), 1],
  ])('from %j to %j', (position, head, share) => expect(shareOf(position, head)).toBe(share));

  it.each([
    ['en', 12_000, 0.25, 4_000, '12,000 events · 3,000 events/s · 0:12 left'],
    ['vi', 12_000, 0.25, 4_000, '12.000 sự kiện · 3.000 sự kiện/giây · còn 0:12'],
    ['en', 600_000, 0.5, 90_000, '600,000 events · 6,667 events/s · 1:30 left'],
    ['en', 0, 0, 0, '0 events · 0 events/s'],
  ] as const)('in %s: %d events', (language, events, share, elapsedMs, note) =>
    expect(progressNote(events, share, elapsedMs, language)).toBe(note),
  );
});

describe('where a bar is shown', () => {
  const shownTo = (isTTY: boolean, json: boolean): string => {
    let text = '';
    const write = (more: string) => (text += more);
    const variables = { LANG: 'vi_VN.UTF-8' };
    const terminal = openTerminal({ variables, out: { write }, err: { write, isTTY }, json });
    const bar = terminal.progress({ vi: 'đang chép', en: 'copying' }, 100);
    bar.update(50, 100, 'nửa');
    bar.stop();
    return text;
  };

  it('on a terminal', () => expect(shownTo(true, false)).toContain('đang chép'));
  it('not in a file, and not beside JSON', () => {
    expect(shownTo(false, false)).toBe('');
    expect(shownTo(true, true)).toBe('');
  });
});
