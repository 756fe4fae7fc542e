import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { instanceQuery } from '../../api/instance-queries.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { ActionButtons } from '../command-form/index.js';
import { BeginRecord } from './begin-record.js';
import { DataView } from './data-view.js';
import { RecordHead } from './record-head.js';
import { RecordTimeline } from './record-timeline.js';

const route = getRouteApi('/shell/r/$workflow/$id');

/** Any record of any workflow: how it stands, what can be done, what it holds, its history. */
export function InstancePage() {
  const { t } = useTranslation();
  const { workflow, id } = route.useParams();
  const words = useWords(workflow);
  const record = useQuery(instanceQuery(workflow, id));
  if (record.isError && !record.data) {
    const unknown = isApiError(record.error) && record.error.code === 'NOT_FOUND';
    if (unknown) return <BeginRecord workflow={workflow} id={id} />;
    return <Failure error={record.error} retry={() => void record.refetch()} />;
  }
  if (!record.data) return <Loading height={400} />;
  const { state, data, actions } = record.data;
  const unitId = typeof data['unitId'] === 'string' ? data['unitId'] : undefined;
  return (
    <>
      <RecordHead workflow={workflow} id={id} state={state} data={data} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            <Panel title={t('record.next')}>
              <ActionButtons
                key={id}
                workflow={workflow}
                id={id}
                actions={actions}
                data={data}
                unitId={unitId}
                nothing={<Empty title={t('record.nothing')} advice={t('record.nothingAdvice')} />}
              />
            </Panel>
            <Panel title={t('record.content')}>
              <DataView data={data} words={words} ownId={id} except={['unitId', 'memberId']} />
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <RecordTimeline workflow={workflow} id={id} />
        </Grid.Col>
      </Grid>
    </>
  );
}
