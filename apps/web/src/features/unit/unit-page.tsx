import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { unitQuery } from '../../api/queries.js';
import type { Indicator, UnitDetail } from '../../api/types.js';
import { thisYear } from '../../format/dates.js';
import { Failure, Loading } from '../../ui/states.js';
import { ComparisonPanel } from './comparison-panel.js';
import { EventsDrawer } from './events-drawer.js';
import { FigureCards } from './figure-cards.js';
import { OfficersPanel } from './officers-panel.js';
import { RegistrationsPanel } from './registrations-panel.js';
import { TrendPanel } from './trend-panel.js';
import { UnitControls } from './unit-controls.js';
import { UnitHead } from './unit-head.js';
import { UnitPlaces } from './unit-places.js';
import { useLastYear } from './use-last-year.js';
import { PrintedFoot } from './printed-foot.js';

const route = getRouteApi('/shell/units/$unitId');

/** Units small enough that people ask for names before shares. */
const listsPeople = (unit: UnitDetail): boolean =>
  unit.level === 'cell' || (['base', 'ward'].includes(unit.level) && unit.children.length <= 30);

function Dashboard({ unit, usual }: { unit: UnitDetail; usual: number }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [asked, setAsked] = useState<Indicator | null>(null);
  const period = search.period ?? usual;
  const map = search.map ?? 'then';
  const figure = search.figure ?? 'REG_RATE';
  const change = (next: Partial<typeof search>) =>
    void navigate({
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    });
  const view = { unit, period, map, figure };
  const cell = unit.level === 'cell';
  return (
    <>
      <UnitHead unit={unit} period={period} />
      <UnitPlaces unit={unit} period={period} />
      <UnitControls unit={unit} period={period} map={map} change={change} />
      <Stack gap="lg">
        <FigureCards {...view} select={(next) => change({ figure: next })} explain={setAsked} />
        {cell && unit.may.listRegistrations && <RegistrationsPanel unit={unit} period={period} />}
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <TrendPanel {...view} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <OfficersPanel unit={unit} />
          </Grid.Col>
        </Grid>
        {!cell && <ComparisonPanel {...view} select={(next) => change({ figure: next })} />}
        {!cell && listsPeople(unit) && unit.may.listRegistrations && (
          <RegistrationsPanel unit={unit} period={period} />
        )}
        <PrintedFoot />
      </Stack>
      <EventsDrawer indicator={asked} close={() => setAsked(null)} {...view} />
    </>
  );
}

/** The dashboard of one unit in one year. */
export function UnitPage() {
  const { unitId } = route.useParams();
  const { period } = route.useSearch();
  const unit = useQuery(unitQuery(unitId));
  const lastYear = useLastYear(unit.data, period === undefined);
  if (unit.isError) return <Failure error={unit.error} retry={() => void unit.refetch()} />;
  if (!unit.data) return <Loading height={400} />;
  if (unit.data.years.length === 0) {
    return <Dashboard key={unitId} unit={unit.data} usual={thisYear()} />;
  }
  if (period === undefined && lastYear === undefined) return <Loading height={400} />;
  return <Dashboard key={unitId} unit={unit.data} usual={lastYear ?? thisYear()} />;
}
