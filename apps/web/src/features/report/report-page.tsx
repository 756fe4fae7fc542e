import { Group, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reportQuery } from '../../api/cycle-queries.js';
import { unitQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { PrintButton } from '../../ui/print-button.js';
import { Failure, Loading } from '../../ui/states.js';
import { AwardCounts } from '../dossier/award-counts.js';
import { ContestsPanel, ModelsPanel } from '../dossier/honour-lists.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { FiguresTable } from './figures-table.js';

const route = getRouteApi('/shell/units/$unitId/report');
/** Years of a usual report, as terms and summaries have them. */
const USUAL = 5;
/** The server answers for at most so many years at once. */
const MOST = 20;
const FIRST_YEAR = 2006;

/** What a unit did in several years, on the map of each year; made to be printed. */
export function ReportPage() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  const search = route.useSearch();
  const to = search.to ?? thisYear();
  const from = Math.max(Math.min(search.from ?? to - USUAL + 1, to), to - MOST + 1);
  const unit = useQuery(unitQuery(unitId));
  const report = useQuery(reportQuery(unitId, from, to));
  const name = unit.data?.name ?? unitId;
  const title = t('report.title', { from, to });
  return (
    <div className="landscape">
      <PageHead
        documentTitle={`${title} · ${name}`}
        title={title}
        under={
          <Link to="/units/$unitId" params={{ unitId }} search={{ period: to }} size="sm">
            {name}
          </Link>
        }
        aside={
          <Group gap="xs" align="flex-end">
            <Years from={from} to={to} />
            <PrintButton />
          </Group>
        }
      />
      {report.isPending && <Loading height={300} />}
      {report.isError && <Failure error={report.error} retry={() => void report.refetch()} />}
      {report.data && (
        <Stack gap="lg">
          <Panel title={t('report.figures')} hint={t('report.figuresHint')}>
            <FiguresTable report={report.data} />
          </Panel>
          <AwardCounts counts={report.data.awards} from={from} to={to} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <ModelsPanel models={report.data.models} />
            <ContestsPanel contests={report.data.contests} />
          </SimpleGrid>
        </Stack>
      )}
      <PrintedFoot />
    </div>
  );
}

function Years({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const last = Math.max(thisYear(), to);
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) =>
    String(FIRST_YEAR + index),
  );
  const go = (next: { from: number; to: number }) => void navigate({ search: next, replace: true });
  return (
    <Group gap="xs" className="no-print" align="flex-end">
      <NativeSelect
        label={t('report.from')}
        value={String(from)}
        data={years}
        onChange={(event) => {
          const next = Number(event.currentTarget.value);
          go({ from: next, to: Math.max(next, to) });
        }}
      />
      <NativeSelect
        label={t('report.to')}
        value={String(to)}
        data={years}
        onChange={(event) => {
          const next = Number(event.currentTarget.value);
          go({ from: Math.min(from, next), to: next });
        }}
      />
    </Group>
  );
}
