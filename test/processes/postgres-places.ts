import type { Listener } from './tcp-line.js';

const QUERY = 'Q'.charCodeAt(0);
const WRITERS = 'guong views, writing';

/** Where a transaction that writes views can be stopped: before anything of it, or at its end. */
export type Place = 'begin' | 'commit';

/** Hears the protocol of PostgreSQL, and knows the place on connections that write views. */
export const placesOfWriters = (place: () => Place) => (): Listener => {
  let rest: Buffer = Buffer.alloc(0);
  // The first message of a client has no type: it says who the client is.
  let isFirst = true;
  let writes = false;
  return {
    pieces(data) {
      const found: Buffer[] = [];
      rest = Buffer.concat([rest, data]);
      for (;;) {
        const typed = isFirst ? 0 : 1;
        if (rest.length < typed + 4) return found;
        const length = typed + rest.readInt32BE(typed);
        if (rest.length < length) return found;
        const message = rest.subarray(0, length);
        rest = rest.subarray(length);
        if (isFirst) writes = message.includes(WRITERS);
        isFirst = false;
        found.push(message);
      }
    },
    isPlace: (message) =>
      writes &&
      message[0] === QUERY &&
      message.subarray(5, -1).toString().toLowerCase() === place(),
  };
};
