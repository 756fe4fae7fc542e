export { eventStoreContract } from './event-store.contract.js';
export {
  eventsOf,
  handClock,
  messagesUntil,
  newEvent,
  newEvents,
  numbersOf,
  wholeLog,
} from './events.fixtures.js';
export { type OpenStore } from './open-store.fixtures.js';
