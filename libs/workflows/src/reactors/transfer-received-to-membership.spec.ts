import { recordedFact } from '#libs/kernel/testing';
import { received } from '../transfer/transfer.fixtures.js';
import { transferReceivedToMembership } from './transfer-received-to-membership.reactor.js';

const wanted = (kind: 'permanent' | 'temporary') =>
  transferReceivedToMembership.on['TransferReceived']!(recordedFact(received(kind)), {});

describe('whoever was received', () => {
  it('for good belongs to the receiver from that day on', () =>
    expect(wanted('permanent')).toEqual([
      {
        workflow: 'membership',
        id: 'khai',
        command: 'move',
        input: { fromUnitId: 'kp4', toUnitId: 'kp5', on: '2026-04-06' },
      },
    ]));

  it('for a time still counts where they counted', () => expect(wanted('temporary')).toEqual([]));
});
