import type { Projection } from '#libs/projections';
import { delegationList } from './delegation-list/delegation-list.projection.js';
import { inbox } from './inbox/inbox.projection.js';
import { cellMonthView } from './cell-month/cell-month.projection.js';
import { cycleIndicatorsView } from './cycle-indicators/cycle-indicators.projection.js';
import { findingsView } from './findings/findings.projection.js';
import { honoursView } from './honours/honours.projection.js';
import { levelIndicatorsView } from './level-indicators/level-indicators.projection.js';
import { memberHistoryView } from './member-history/member-history.projection.js';
import { oversightView } from './oversight/oversight.projection.js';
import { registrationList } from './registration-list/registration-list.projection.js';
import { timers } from './timers/timers.projection.js';
import { unitTree } from './unit-tree/unit-tree.projection.js';
import { warrantList } from './warrant-list/warrant-list.projection.js';
import { yearSheetView } from './year-sheet/year-sheet.projection.js';

/** Every read model of the product. */
export const READ_MODELS: readonly Projection[] = [
  unitTree,
  levelIndicatorsView,
  cycleIndicatorsView,
  cellMonthView,
  yearSheetView,
  honoursView,
  oversightView,
  findingsView,
  registrationList,
  memberHistoryView,
  timers,
  delegationList,
  inbox,
  warrantList,
];
