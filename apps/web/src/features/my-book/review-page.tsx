import { Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceQuery, offeredQuery } from '../../api/instance-queries.js';
import { registrationQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import type { Deed } from '../../api/types.js';
import { Link } from '../../ui/link.js';
import { MemberName } from '../../ui/names.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { ActionButtons, type CommandRoom } from '../command-form/index.js';
import { RecordTimeline } from '../instance/index.js';
import { NotFound } from '../shell/not-found.js';
import { usePeriodName } from './period-name.js';
import { partsOf, reviewOf } from './review-data.js';
import { ReviewDeeds } from './review-deeds.js';
import { ReviewTexts } from './review-texts.js';

const route = getRouteApi('/shell/r/review/$id');

/** The forms of a review speak of the registered deeds, one line for each. */
const roomsOf = (
  deeds: readonly Deed[],
  known: Record<string, string>,
): Record<string, CommandRoom> => {
  const lines = deeds.flatMap(({ key, content }) =>
    key ? [{ value: key, label: content ?? key }] : [],
  );
  if (lines.length === 0) return {};
  const every: CommandRoom = { known, fields: { deeds: { lines } } };
  return {
    selfReport: every,
    remark: {
      known,
      initial: known,
      fields: { deeds: { lines }, unitId: { hidden: true }, meetingId: { hidden: true } },
    },
    resolve: every,
    dispute: { fields: { line: { kind: 'choice', options: lines } } },
  };
};

/** One period of one person: what was done, what the cell says of it, where to go next. */
export function ReviewPage() {
  const { id } = route.useParams();
  const parts = partsOf(id);
  if (!parts) return <NotFound />;
  return <Review key={id} id={id} {...parts} />;
}

interface ReviewProps {
  id: string;
  memberId: string;
  year: number;
  period: string;
  /** The id of the review before. */
  before: string;
}

function Review({ id, memberId, year, period, before }: ReviewProps) {
  const { t } = useTranslation();
  const me = useMe();
  const periodName = usePeriodName();
  const paper = useQuery(registrationQuery(memberId, year));
  const unitId = paper.data?.unitId ?? undefined;
  const known = useMemo((): Record<string, string> => (unitId ? { unitId } : {}), [unitId]);
  const offered = useQuery({ ...offeredQuery('review', id, known), enabled: !paper.isPending });
  const begun = (offered.data?.revision ?? -1) >= 0;
  const record = useQuery({ ...instanceQuery('review', id), enabled: begun });
  const last = useQuery({ ...instanceQuery('review', before), retry: false });
  const deeds = useMemo(() => paper.data?.form?.deeds ?? [], [paper.data]);
  const rooms = useMemo(() => roomsOf(deeds, known), [deeds, known]);
  if (offered.isError)
    return <Failure error={offered.error} retry={() => void offered.refetch()} />;
  if (!offered.data || paper.isPending) return <Loading height={400} />;
  const review = reviewOf(record.data);
  const directed = reviewOf(last.data)?.nextDirection;
  const title = t('review.title', { period: periodName(period), year });
  return (
    <>
      <PageHead
        documentTitle={title}
        title={title}
        under={
          <Group gap="xs">
            <StateBadge workflow="review" state={offered.data.state} />
            <Text span size="sm" fw={600}>
              <MemberName id={memberId} />
            </Text>
            {me.memberId === memberId && (
              <Link to="/me/book" search={{ year }} size="sm">
                {t('review.toBook')}
              </Link>
            )}
          </Group>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            {directed && (
              <Panel title={t('review.directed')}>
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {directed}
                </Text>
              </Panel>
            )}
            <Panel title={t('record.next')}>
              <ActionButtons
                workflow="review"
                id={id}
                actions={offered.data.actions}
                except={['open', 'miss']}
                dialogs={rooms}
                nothing={<Empty title={t('record.nothing')} advice={t('record.nothingAdvice')} />}
              />
            </Panel>
            {review && <ReviewTexts review={review} />}
            <ReviewDeeds deeds={deeds} review={review} />
          </Stack>
        </Grid.Col>
        {begun && (
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <RecordTimeline workflow="review" id={id} />
          </Grid.Col>
        )}
      </Grid>
    </>
  );
}
