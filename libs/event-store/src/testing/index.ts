export { eventStoreContract, type OpenStore } from './event-store.contract.js';
export {
  eventsOf,
  handClock,
  messagesUntil,
  newEvent,
  newEvents,
  numbersOf,
  wholeLog,
} from './events.fixtures.js';
