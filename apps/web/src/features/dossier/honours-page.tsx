import { Group, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reportQuery, unitListQuery } from '../../api/cycle-queries.js';
import { unitQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintButton } from '../../ui/print-button.js';
import { Failure, Loading } from '../../ui/states.js';
import { YearSteps } from '../../ui/year-steps.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { AwardCounts } from './award-counts.js';
import { AwardsPanel } from './awards-panel.js';
import { ContestsPanel, ModelsPanel, PactsPanel } from './honour-lists.js';

const route = getRouteApi('/shell/units/$unitId/honours');
/** Years counted before the one chosen. */
const BACK = 4;

/** Awards, models, contests and pacts of a unit and all below it. */
export function HonoursPage() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  const { year = thisYear() } = route.useSearch();
  const navigate = route.useNavigate();
  const unit = useQuery(unitQuery(unitId));
  const name = unit.data?.name ?? unitId;
  const title = t('honours.title', { year });
  return (
    <>
      <PageHead
        documentTitle={`${title} · ${name}`}
        title={title}
        under={
          <Link to="/units/$unitId" params={{ unitId }} search={{ period: year }} size="sm">
            {name}
          </Link>
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
      <Honours key={`${unitId}-${String(year)}`} unitId={unitId} year={year} />
      <PrintedFoot />
    </>
  );
}

function Honours({ unitId, year }: { unitId: string; year: number }) {
  const counts = useQuery(reportQuery(unitId, year - BACK, year));
  const awards = useQuery(unitListQuery('awards', unitId, year));
  const models = useQuery(unitListQuery('models', unitId, year));
  const contests = useQuery(unitListQuery('contests', unitId, year));
  const pacts = useQuery(unitListQuery('pacts', unitId, year));
  if (models.isError) return <Failure error={models.error} retry={() => void models.refetch()} />;
  if (!models.data || !contests.data || !pacts.data) return <Loading height={300} />;
  return (
    <Stack gap="lg">
      {counts.data && <AwardCounts counts={counts.data.awards} from={year - BACK} to={year} />}
      {awards.data && <AwardsPanel awards={awards.data} year={year} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <ModelsPanel models={models.data} />
        <Stack gap="lg">
          <ContestsPanel contests={contests.data} />
          <PactsPanel pacts={pacts.data} year={year} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}
