import { Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { dossierQuery } from '../../api/cycle-queries.js';
import type { Instance } from '../../api/instance-types.js';
import { instanceQuery } from '../../api/instance-queries.js';
import { MemberName, UnitName } from '../../ui/names.js';
import { Panel } from '../../ui/panel.js';
import { PrintButton } from '../../ui/print-button.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { ActionButtons } from '../command-form/index.js';
import { BeginRecord, DataView, RecordHead, RecordTimeline } from '../instance/index.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { AwardSteps } from './award-steps.js';
import { CouncilPanel } from './council-panel.js';
import { MeritsPanel, RatingsPanel } from './basis-panels.js';
import { VerdictPanel } from './verdict-panel.js';

const route = getRouteApi('/shell/award/$id');

/** What stands elsewhere on the page. */
const SHOWN = [
  ...['unitId', 'memberId', 'votes', 'ratings', 'merits', 'claim', 'decidedOn', 'publishedOn'],
  ...['presentedOn', 'subjectId', 'subjectKind', 'level', 'revoked', 'ground', 'decidedAt'],
  ...['fromYear', 'toYear', 'honouredUnitId'],
];

/** One award, from what it rests on to what became of it. */
export function AwardPage() {
  const { id } = route.useParams();
  const record = useQuery(instanceQuery('commendation', id));
  if (record.isError && !record.data) {
    const unknown = isApiError(record.error) && record.error.code === 'NOT_FOUND';
    if (unknown) return <BeginRecord workflow="commendation" id={id} />;
    return <Failure error={record.error} retry={() => void record.refetch()} />;
  }
  if (!record.data) return <Loading height={400} />;
  return <Award id={id} record={record.data} />;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function Award({ id, record }: { id: string; record: Instance }) {
  const { t } = useTranslation();
  const words = useWords('commendation');
  const dossier = useQuery(dossierQuery(id));
  const { state, data, actions } = record;
  const years = [...new Set([data['fromYear'], data['toYear']])]
    .filter((year) => typeof year === 'number')
    .join('–');
  return (
    <>
      <RecordHead
        workflow="commendation"
        id={id}
        state={state}
        data={data}
        title={`${words.value('form', textOf(data['form']) ?? '')} ${years}`}
      />
      <Group justify="space-between" mb="md">
        <Whom data={data} />
        <PrintButton />
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            <Panel title={t('record.next')}>
              <ActionButtons
                key={id}
                workflow="commendation"
                id={id}
                actions={actions}
                data={data}
                unitId={textOf(data['unitId'])}
                nothing={<Empty title={t('record.nothing')} advice={t('record.nothingAdvice')} />}
              />
            </Panel>
            {dossier.isError && <Failure error={dossier.error} />}
            {dossier.isPending && <Loading />}
            {dossier.data && (
              <>
                <VerdictPanel dossier={dossier.data} state={state} />
                <RatingsPanel dossier={dossier.data} />
                <MeritsPanel dossier={dossier.data} />
              </>
            )}
            <CouncilPanel votes={data['votes']} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <AwardSteps id={id} />
            <Panel title={t('record.content')}>
              <DataView data={data} words={words} ownId={id} except={SHOWN} />
            </Panel>
            <RecordTimeline workflow="commendation" id={id} />
          </Stack>
        </Grid.Col>
      </Grid>
      <PrintedFoot />
    </>
  );
}

/** Who is honoured, and who decides. */
function Whom({ data }: { data: Record<string, unknown> }) {
  const { t } = useTranslation();
  const subjectId = textOf(data['subjectId']);
  const decidedAt = textOf(data['decidedAt']);
  return (
    <Group gap="lg">
      {subjectId && (
        <Text size="sm">
          {t('dossier.subject')}{' '}
          <b>
            {data['subjectKind'] === 'unit' ? (
              <UnitName id={subjectId} />
            ) : (
              <MemberName id={subjectId} />
            )}
          </b>
        </Text>
      )}
      {decidedAt && (
        <Text size="sm">
          {t('dossier.decidedAt')} <UnitName id={decidedAt} />
        </Text>
      )}
    </Group>
  );
}
