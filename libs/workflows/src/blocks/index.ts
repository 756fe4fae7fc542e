export { heirFits, heirUnit } from './heir.js';
export {
  HandOverRecordInput,
  ITEM_KEY,
  OnDayInput,
  RetractEntryInput,
  SUBJECT_ID,
} from './block.commands.js';
export { APPEAL_INPUTS, OBLIGATION_INPUTS, SESSION_INPUTS, VOTE_INPUTS } from './inputs.js';
