import { Badge, Button, Group, Progress } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { RegistrationRow } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { Empty } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import type { ReviewItem } from './cell-month-api.js';
import classes from './cell-month.module.css';
import { RemarkDialog } from './remark-dialog.js';

const IN_FORCE = ['endorsed', 'published', 'in_force', 'assessed', 'closed'];
const WAITING = ['due', 'self_reported', 'missed'];

interface RemarksPanelProps {
  unitId: string;
  period: string;
  /** `Tháng 3` */
  periodName: string;
  registrations: readonly RegistrationRow[];
  reviews: readonly ReviewItem[];
  /** The meeting held in the period, in which the remarks were heard. */
  meetingId: string | null;
}

/** Whose registered deeds still wait for a remark in the period; those remarked on come after. */
export function RemarksPanel(props: RemarksPanelProps) {
  const { unitId, period, periodName, registrations, reviews, meetingId } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<{ memberId: string; name: string } | null>(null);
  const known = new Map(
    reviews.filter((one) => one.period === period).map((one) => [one.memberId, one]),
  );
  const rows = registrations
    .filter(({ state }) => IN_FORCE.includes(state))
    .map((row) => ({ row, review: known.get(row.memberId) }))
    .sort((a, b) => Number(isWaiting(b.review)) - Number(isWaiting(a.review)));
  const waiting = rows.filter(({ review }) => isWaiting(review));
  const done = rows.length - waiting.length;
  const due = waiting.find(({ review }) => review?.due)?.review?.due;
  return (
    <Panel
      title={t('cell.remarks', { period: periodName })}
      hint={
        rows.length > 0 &&
        [
          t('cell.remarked', { done, all: rows.length }),
          due && waiting.length > 0 && t('record.dueBy', { on: format.date(due) }),
        ]
          .filter(Boolean)
          .join(' · ')
      }
    >
      {rows.length === 0 ? (
        <Empty title={t('cell.remarksNone')} advice={t('cell.remarksNoneAdvice')} />
      ) : (
        <>
          <Progress
            value={(done / rows.length) * 100}
            color="var(--guong-bar)"
            aria-label={t('cell.remarked', { done, all: rows.length })}
          />
          <ul className={classes.rows}>
            {rows.map(({ row, review }) => (
              <PersonLine
                key={row.memberId}
                row={row}
                review={review}
                id={`${row.memberId}-${period}`}
                remark={() =>
                  setOpen({ memberId: row.memberId, name: row.memberName ?? row.memberId })
                }
              />
            ))}
          </ul>
        </>
      )}
      {open && (
        <RemarkDialog
          key={open.memberId}
          {...open}
          unitId={unitId}
          period={period}
          meetingId={meetingId}
          close={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

const isWaiting = (review: ReviewItem | undefined): boolean =>
  review === undefined || WAITING.includes(review.state);

interface PersonLineProps {
  row: RegistrationRow;
  review: ReviewItem | undefined;
  id: string;
  remark: () => void;
}

function PersonLine({ row, review, id, remark }: PersonLineProps) {
  const { t } = useTranslation();
  const me = useMe();
  const words = useWords('review');
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Link to="/r/$workflow/$id" params={{ workflow: 'review', id }} size="sm" fw={600}>
            {row.memberName ?? row.memberId}
          </Link>
          <Group gap={6} mt={2}>
            <StateBadge workflow="review" state={review?.state ?? 'due'} size="sm" />
            {review?.late && (
              <Badge variant="light" color="red" tt="none" size="sm">
                {t('cell.late')}
              </Badge>
            )}
            {review?.merit === 'notable' && (
              <Badge variant="light" color="green" tt="none" size="sm">
                {words.value('merit', 'notable')}
              </Badge>
            )}
          </Group>
        </div>
        {isWaiting(review) && row.memberId !== me.memberId && (
          <Button
            variant="default"
            leftSection={<IconMessagePlus size={17} aria-hidden />}
            onClick={remark}
            aria-label={t('cell.remarkOn', { name: row.memberName ?? row.memberId })}
            style={{ flex: 'none' }}
          >
            {t('cell.remark')}
          </Button>
        )}
      </Group>
    </li>
  );
}
