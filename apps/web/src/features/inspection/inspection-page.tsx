import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import type { Instance } from '../../api/instance-types.js';
import { instanceQuery } from '../../api/instance-queries.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { ActionButtons } from '../command-form/index.js';
import { BeginRecord, RecordHead, RecordTimeline } from '../instance/index.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { ComputedFindings } from './computed-findings.js';
import { dataOf } from './inspection-data.js';
import { FollowUps, RaisedFindings } from './raised-findings.js';
import { SubjectsPanel } from './subjects-panel.js';
import { WarrantPanel } from './warrant-panel.js';

const route = getRouteApi('/shell/inspection/$id');

/** The room of an inspection: warrant, subjects, what was found and heard, what follows. */
export function InspectionPage() {
  const { id } = route.useParams();
  const record = useQuery(instanceQuery('inspection', id));
  if (record.isError && !record.data) {
    const unknown = isApiError(record.error) && record.error.code === 'NOT_FOUND';
    if (unknown) return <BeginRecord workflow="inspection" id={id} />;
    return <Failure error={record.error} retry={() => void record.refetch()} />;
  }
  if (!record.data) return <Loading height={400} />;
  return <Inspection key={id} id={id} record={record.data} />;
}

function Inspection({ id, record }: { id: string; record: Instance }) {
  const { t } = useTranslation();
  const words = useWords('inspection');
  const { state, actions } = record;
  const data = dataOf(record.data);
  const mayRaise = actions.some(({ command, allowed }) => command === 'raiseFinding' && allowed);
  return (
    <>
      <RecordHead
        workflow="inspection"
        id={id}
        state={state}
        data={record.data}
        title={`${words.value('kind', data.kind ?? '')} ${String(data.year ?? '')}`}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            <Panel title={t('record.next')}>
              <ActionButtons
                workflow="inspection"
                id={id}
                actions={actions}
                data={record.data}
                unitId={data.scope?.unitIds[0] ?? data.unitId}
                nothing={<Empty title={t('record.nothing')} advice={t('record.nothingAdvice')} />}
              />
            </Panel>
            <RaisedFindings data={data} />
            <ComputedFindings id={id} data={data} mayRaise={mayRaise} />
            <FollowUps data={data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <WarrantPanel data={data} />
            <SubjectsPanel data={data} />
            <RecordTimeline workflow="inspection" id={id} />
          </Stack>
        </Grid.Col>
      </Grid>
      <PrintedFoot />
    </>
  );
}
