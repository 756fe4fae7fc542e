import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unitQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { coverageQuery } from './cell-month-api.js';
import { CoverageGrid } from './coverage-grid.js';
import { YearSteps } from '../../ui/year-steps.js';

const route = getRouteApi('/shell/units/$unitId/coverage');

/** Which cells looked at whose registered deeds, month by month, and where nobody did. */
export function CoveragePage() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  const { year = thisYear() } = route.useSearch();
  const navigate = route.useNavigate();
  const unit = useQuery(unitQuery(unitId));
  const coverage = useQuery(coverageQuery(unitId, year));
  const name = unit.data?.name ?? unitId;
  const title = t('cell.coverageOf', { year });
  return (
    <>
      <PageHead
        documentTitle={`${title} · ${name}`}
        title={title}
        under={
          <Link to="/units/$unitId" params={{ unitId }} size="sm">
            {name}
          </Link>
        }
        aside={
          <Group gap="xs" className="no-print">
            <YearSteps
              year={year}
              go={(to) => void navigate({ search: { year: to }, replace: true })}
            />
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} aria-hidden />}
              onClick={() => window.print()}
              visibleFrom="sm"
            >
              {t('common.print')}
            </Button>
          </Group>
        }
      />
      {coverage.isPending && <Loading height={300} />}
      {coverage.isError && <Failure error={coverage.error} retry={() => void coverage.refetch()} />}
      {coverage.data && (
        <Panel title={t('cell.coverage')} hint={t('cell.coverageHint')}>
          {coverage.data.rows.length === 0 ? (
            <Empty title={t('cell.noCells')} advice={t('cell.noCellsAdvice')} />
          ) : (
            <CoverageGrid rows={coverage.data.rows} year={year} caption={`${title}, ${name}`} />
          )}
        </Panel>
      )}
    </>
  );
}
