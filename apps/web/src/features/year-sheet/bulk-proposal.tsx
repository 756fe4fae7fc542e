import type { RatingItem } from '../../api/cycle-types.js';
import { BatchDialog } from '../inbox/batch-dialog.js';
import type { InboxItem } from '../inbox/inbox-api.js';
import { ratingIdOf } from './sheet-values.js';

/** States from which a rating is proposed. */
const BEFORE_PROPOSAL = ['self_rated', 'commented', 'balloted'];

export const mayBeProposed = ({ state }: RatingItem): boolean => BEFORE_PROPOSAL.includes(state);

const itemOf = (row: RatingItem): InboxItem => ({
  workflow: 'classification',
  id: ratingIdOf(row),
  command: 'propose',
  also: [],
  batch: true,
  onBehalfOf: null,
  personName: null,
  memberId: row.subjectKind === 'member' ? row.subjectId : null,
  memberName: row.name,
  unitId: row.unitId,
  unitName: row.unitName,
  year: row.year,
  period: null,
  state: row.state,
  due: null,
  overdue: false,
});

/** The same proposal for several; the server judges each by itself and says which it refused. */
export function BulkProposal({ rows, close }: { rows: readonly RatingItem[]; close: () => void }) {
  return <BatchDialog items={rows.map(itemOf)} close={close} />;
}
