import { Grid, Group, Stack } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bookQuery, type Book, type BookPeriod } from '../../api/book.js';
import { offeredQuery } from '../../api/instance-queries.js';
import { memberQuery, registrationQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import { isStarted } from '../../api/types.js';
import { thisYear, today } from '../../format/dates.js';
import { Link, LinkButton } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { YearSteps } from '../../ui/year-steps.js';
import { MeetingsPanel } from './meetings-panel.js';
import { NextStepCard } from './next-step-card.js';
import { isCurrent, nextStepOf } from './next-step.js';
import { PeriodsPanel } from './periods-panel.js';
import { RegistrationPanel } from './registration-panel.js';
import { RemediesPanel } from './remedies-panel.js';
import { AwardsPanel, YearEndPanel } from './year-end-panel.js';

const route = getRouteApi('/shell/me/book');

/** A member's own book (sổ tu dưỡng): what to do next, then the year and what came of it. */
export function BookPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { year = thisYear() } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (to: number) => void navigate({ search: { year: to }, replace: true });
  if (!me.memberId) return <Empty title={t('book.none')} advice={t('book.noneAdvice')} />;
  return (
    <>
      <PageHead
        documentTitle={t('book.title', { year })}
        title={t('book.title', { year })}
        under={
          <Link to="/members/$memberId" params={{ memberId: me.memberId }} size="sm">
            {t('book.history')}
          </Link>
        }
        aside={<YearSteps year={year} go={go} />}
      />
      <Year key={year} memberId={me.memberId} year={year} />
    </>
  );
}

/** Whether anything stands beside the periods: meetings, the end of the year, awards, moves. */
const hasSideOf = ({ meetings, selfReview, rating, awards, transfers }: Book): boolean =>
  (meetings?.expected ?? 0) > 0 ||
  Boolean(selfReview ?? rating) ||
  awards.length + transfers.length > 0;

const ASKED = 4;

/** Which of the last periods may be reported on now, as the server says. */
function useMayReport(book: Book | null | undefined): (period: BookPeriod) => boolean {
  const due = (book?.periods ?? [])
    .filter(({ state, period }) => state === 'due' && isCurrent(period, today()))
    .slice(-ASKED);
  return useQueries({
    queries: due.map(({ id }) => offeredQuery('review', id)),
    combine: (answers) => (period) => {
      const offered = answers[due.findIndex(({ id }) => id === period.id)]?.data;
      return offered?.actions.some((one) => one.command === 'selfReport' && one.allowed) ?? false;
    },
  });
}

function Year({ memberId, year }: { memberId: string; year: number }) {
  const { t } = useTranslation();
  const paper = useQuery(registrationQuery(memberId, year));
  const book = useQuery(bookQuery(memberId, year));
  const member = useQuery(memberQuery(memberId));
  const mayReport = useMayReport(book.data);
  if (paper.isPending || book.isPending) return <Loading height={300} />;
  if (paper.isError) return <Failure error={paper.error} retry={() => void paper.refetch()} />;
  const kept = book.data;
  const last = member.data?.years.filter((one) => one !== year).sort((a, b) => b - a)[0];
  const isBare =
    !isStarted(paper.data) && (kept?.periods ?? []).every(({ state }) => state === 'due');
  const hasSide = kept !== null && kept !== undefined && hasSideOf(kept);
  const shortcomings = kept?.shortcomings ?? paper.data.shortcomings;
  return (
    <Stack gap="lg">
      <NextStepCard
        step={nextStepOf(paper.data, kept, today(), mayReport)}
        memberId={memberId}
        year={year}
      />
      {book.isError && <Failure error={book.error} retry={() => void book.refetch()} />}
      {isBare && last !== undefined && (
        <Group>
          <LinkButton variant="default" to="/me/book" search={{ year: last }}>
            {t('home.showYear', { year: last })}
          </LinkButton>
        </Group>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: hasSide ? 7 : 12 }}>
          <Stack gap="lg">
            {kept && <PeriodsPanel book={kept} />}
            <RegistrationPanel paper={paper.data} />
            <RemediesPanel
              shortcomings={shortcomings.map((one) => ({ ...one, text: one.text ?? null }))}
              remedies={kept?.remedies ?? []}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            {kept?.meetings && <MeetingsPanel meetings={kept.meetings} />}
            {kept && <YearEndPanel book={kept} />}
            {kept && <AwardsPanel awards={kept.awards} />}
            {kept && kept.transfers.length > 0 && (
              <Panel title={t('book.transfers')}>
                {kept.transfers.map((one) => (
                  <Link
                    key={one.id}
                    to="/r/$workflow/$id"
                    params={{ workflow: 'transfer', id: one.id }}
                    size="sm"
                  >
                    {one.toUnitName ?? one.id}
                  </Link>
                ))}
              </Panel>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
