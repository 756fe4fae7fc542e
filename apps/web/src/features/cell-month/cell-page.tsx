import { Alert, Grid, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link as RouterLink } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationsQuery, unitQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import type { Me } from '../../api/types.js';
import { thisYear, today } from '../../format/dates.js';
import { Link, LinkButton } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading, isForbidden } from '../../ui/states.js';
import { usePeriodName } from '../my-book/period-name.js';
import { coverageQuery, meetingsQuery, owedQuery, reviewsQuery } from './cell-month-api.js';
import classes from './cell-month.module.css';
import { isInPeriod, periodAt } from './cell-period.js';
import { CoverageGrid } from './coverage-grid.js';
import { MeetingCard } from './meeting-card.js';
import { OwedPanel } from './owed-panel.js';
import { RemarksPanel } from './remarks-panel.js';
import { YearSteps } from '../../ui/year-steps.js';

const route = getRouteApi('/shell/cell');

/** The cell one leads, else one's own. */
const cellOf = (me: Me): string | null =>
  me.scopes.find(({ kind }) => kind === 'cell')?.unitId ?? me.homeUnitId;

/** The cell's month: the meeting, whose deeds wait for a remark, what is owed, the year so far. */
export function CellPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { year = thisYear(), unit: asked, period } = route.useSearch();
  const navigate = route.useNavigate();
  const unitId = asked ?? cellOf(me);
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  if (unitId === null) return <Empty title={t('cell.none')} advice={t('cell.noneAdvice')} />;
  return (
    <>
      <PageHead
        documentTitle={t('cell.title')}
        title={t('cell.title')}
        under={
          <Link to="/units/$unitId" params={{ unitId }} size="sm">
            {unit.data?.name ?? unitId}
          </Link>
        }
        aside={
          <YearSteps
            year={year}
            go={(to) => void navigate({ search: { year: to, unit: asked }, replace: true })}
          />
        }
      />
      <Year
        key={`${unitId} ${String(year)}`}
        unitId={unitId}
        year={year}
        period={period}
        years={unit.data?.years ?? []}
      />
    </>
  );
}

interface YearProps {
  unitId: string;
  year: number;
  period: string | undefined;
  /** Years in which the cell did anything. */
  years: readonly number[];
}

function Year({ unitId, year, period: asked, years }: YearProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const coverage = useQuery(coverageQuery(unitId, year));
  const meetings = useQuery(meetingsQuery(unitId, year));
  const reviews = useQuery(reviewsQuery(unitId, year));
  const owed = useQuery(owedQuery(unitId, year));
  const registrations = useQuery({
    ...registrationsQuery(unitId, { period: year, size: 200 }),
    retry: false,
  });
  if (coverage.isError)
    return <Failure error={coverage.error} retry={() => void coverage.refetch()} />;
  if (!coverage.data || meetings.isPending) return <Loading height={300} />;
  const row = coverage.data.rows.find((one) => one.unitId === unitId);
  if (!row) return <Empty title={t('cell.none')} advice={t('cell.noneAdvice')} />;
  const periods = row.cells.map(({ period }) => period);
  const period = asked && periods.includes(asked) ? asked : periodAt(year, row.cadence, today());
  const items = meetings.data?.items ?? [];
  const mayRemark = !isForbidden(reviews.error) && !isForbidden(registrations.error);
  const held = items.filter(({ on, minutes }) => minutes !== null && isInPeriod(on, period));
  const isBare = items.length === 0 && row.cells.every(({ due }) => due === 0);
  const last = years.filter((one) => one < year).sort((a, b) => b - a)[0];
  return (
    <>
      {isBare && last !== undefined && (
        <Alert icon={<IconInfoCircle aria-hidden />} mb="md" className="no-print">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t('cell.bare', { year })}</Text>
            <LinkButton
              size="xs"
              variant="default"
              to="/cell"
              search={{ year: last, unit: unitId }}
            >
              {t('home.showYear', { year: last })}
            </LinkButton>
          </Group>
        </Alert>
      )}
      <Periods unitId={unitId} year={year} periods={periods} shown={period} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: mayRemark ? 7 : 12 }}>
          <Stack gap="lg">
            <MeetingCard unitId={unitId} year={year} period={period} meetings={items} />
            {mayRemark && (reviews.isPending || registrations.isPending) && <Loading />}
            {mayRemark && reviews.data && registrations.data && (
              <RemarksPanel
                unitId={unitId}
                period={period}
                periodName={periodName(period)}
                registrations={registrations.data.items}
                reviews={reviews.data.items}
                meetingId={held.at(-1)?.meetingId ?? null}
              />
            )}
          </Stack>
        </Grid.Col>
        {mayRemark && (
          <Grid.Col span={{ base: 12, lg: 5 }}>
            {owed.data && <OwedPanel items={owed.data.items} />}
          </Grid.Col>
        )}
        <Grid.Col span={12}>
          <Panel
            title={t('cell.coverage')}
            hint={t('cell.coverageHint')}
            aside={
              <LinkButton
                variant="default"
                to="/session/$id"
                params={{ id: `${unitId}-${String(year)}` }}
                className="no-print"
              >
                {t('session.title', { year })}
              </LinkButton>
            }
          >
            <CoverageGrid
              rows={coverage.data.rows}
              year={year}
              period={period}
              caption={t('cell.coverageOf', { year })}
            />
          </Panel>
        </Grid.Col>
      </Grid>
    </>
  );
}

interface PeriodsProps {
  unitId: string;
  year: number;
  periods: readonly string[];
  shown: string;
}

/** The periods of the year as a row of chips; the one looked at is in view. */
function Periods({ unitId, year, periods, shown }: PeriodsProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const chip = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && chip)
      row.current.scrollLeft = chip.offsetLeft - row.current.clientWidth / 2 + chip.clientWidth / 2;
  }, [shown]);
  return (
    <nav aria-label={t('cell.periods')} className={classes.periods} ref={row}>
      {periods.map((period) => (
        <RouterLink
          key={period}
          to="/cell"
          search={{ year, unit: unitId, period }}
          replace
          aria-current={period === shown ? 'true' : undefined}
        >
          <Text span fz="inherit">
            {periodName(period)}
          </Text>
        </RouterLink>
      ))}
    </nav>
  );
}
