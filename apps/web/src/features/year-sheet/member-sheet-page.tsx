import { Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { memberYearSheetQuery } from '../../api/cycle-queries.js';
import type { MemberYearSheet, RatingItem } from '../../api/cycle-types.js';
import { memberQuery, registrationQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { PrintButton } from '../../ui/print-button.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { YearSteps } from '../../ui/year-steps.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { EventChain } from './event-chain.js';
import { MarksTable } from './marks-table.js';
import { RatingBadge } from './rating-badge.js';
import { ratingIdOf } from './sheet-values.js';
import classes from './year-sheet.module.css';

const route = getRouteApi('/shell/members/$memberId/year-sheet');

/** What a member's rating of a year rests on, down to the events. */
export function MemberSheetPage() {
  const { t } = useTranslation();
  const { memberId } = route.useParams();
  const { year = thisYear() } = route.useSearch();
  const navigate = route.useNavigate();
  const member = useQuery(memberQuery(memberId));
  const sheet = useQuery(memberYearSheetQuery(memberId, year));
  const name = member.data?.name ?? memberId;
  return (
    <div className="landscape">
      <PageHead
        documentTitle={t('yearSheet.memberTitle', { year, name })}
        title={t('yearSheet.memberTitle', { year, name })}
        under={
          <Group gap="md">
            <Link to="/members/$memberId" params={{ memberId }} size="sm">
              {t('book.history')}
            </Link>
            {member.data && (
              <Link
                to="/units/$unitId/year-sheet"
                params={{ unitId: member.data.unitId }}
                search={{ year }}
                size="sm"
              >
                {t('yearSheet.ofUnit', { unit: member.data.unitName })}
              </Link>
            )}
          </Group>
        }
        aside={
          <Group gap="xs">
            <YearSteps
              year={year}
              go={(next) => void navigate({ search: { year: next }, replace: true })}
            />
            <PrintButton />
          </Group>
        }
      />
      {sheet.isPending && <Loading height={300} />}
      {sheet.isError && <Failure error={sheet.error} retry={() => void sheet.refetch()} />}
      {sheet.data && <Sheet sheet={sheet.data} />}
      <PrintedFoot />
    </div>
  );
}

/** What the deeds are, as far as the reader may know them. */
function useDeeds(memberId: string, year: number): ReadonlyMap<string, string> {
  const paper = useQuery({ ...registrationQuery(memberId, year), retry: false });
  return new Map(
    (paper.data?.form?.deeds ?? []).flatMap(({ key, content }) =>
      key !== undefined && content ? [[key, content] as const] : [],
    ),
  );
}

function Sheet({ sheet }: { sheet: MemberYearSheet }) {
  const { t } = useTranslation();
  const deeds = useDeeds(sheet.memberId, sheet.year);
  const { periods, registration, chain, rating } = sheet;
  if (periods.length + registration.length + chain.length === 0)
    return (
      <Empty title={t('yearSheet.bare', { year: sheet.year })} advice={t('yearSheet.bareAdvice')} />
    );
  return (
    <Stack gap="lg">
      {rating && <RatingPanel row={rating} />}
      <Panel title={t('yearSheet.periods')} hint={t('yearSheet.periodsHint')}>
        {periods.length === 0 ? (
          <Text size="sm">{t('yearSheet.noPeriods')}</Text>
        ) : (
          <MarksTable sheet={sheet} deeds={deeds} />
        )}
      </Panel>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Panel title={t('yearSheet.chain')} hint={t('yearSheet.chainHint')}>
            {chain.length === 0 ? (
              <Text size="sm">{t('yearSheet.noChain')}</Text>
            ) : (
              <EventChain events={chain} />
            )}
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Panel title={t('yearSheet.registration')}>
            {registration.length === 0 ? (
              <Text size="sm">{t('yearSheet.noRegistration')}</Text>
            ) : (
              <EventChain events={registration} />
            )}
          </Panel>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const STEPS = [
  ['self', 'selfRating'],
  ['proposed', 'proposed'],
  ['appraised', 'appraised'],
  ['decided', 'decided'],
] as const;

/** The rating from step to step, in one line. */
function RatingPanel({ row }: { row: RatingItem }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('yearSheet.rating')}
      aside={
        <Link
          to="/r/$workflow/$id"
          params={{ workflow: 'classification', id: ratingIdOf(row) }}
          size="sm"
          className="no-print"
        >
          {t('yearSheet.openRating')}
        </Link>
      }
    >
      <div className={classes.marks}>
        {STEPS.map(([name, field]) => (
          <Group key={name} gap={6}>
            <Text size="sm" c="dimmed">
              {t(`yearSheet.${name}`)}
            </Text>
            <RatingBadge rating={row[field]} />
          </Group>
        ))}
        {row.reviewsDue !== null && (
          <Text size="sm">
            {t('yearSheet.basisReviews', { part: row.reviews ?? 0, of: row.reviewsDue })}
          </Text>
        )}
        {(row.unremedied ?? 0) > 0 && (
          <Text size="sm" c="var(--guong-bad)">
            {t('yearSheet.basisUnremedied', { count: row.unremedied ?? 0 })}
          </Text>
        )}
      </div>
    </Panel>
  );
}
