import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loading } from '../../ui/states.js';
import { CommandList } from './command-list.js';
import { DeadlineList } from './deadline-list.js';
import { type Definition, definitionQuery, saveBpmn } from './definition-queries.js';
import { DrawingView } from './drawing-view.js';
import { FactList } from './fact-list.js';
import { MatrixTable } from './matrix-table.js';

const route = getRouteApi('/shell/definitions/$workflow');

/** What one workflow's declaration says: the same as its page of the reference. */
export function DefinitionPage() {
  const { t, i18n } = useTranslation();
  const { workflow } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(definitionQuery(workflow, i18n.language));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <PageHead
        documentTitle={data.title}
        title={data.title}
        under={
          <>
            <Link to="/definitions">{t('definitions.title')}</Link>
            {` · ${t('definitions.version', { version: data.version })} · ${data.stream}-…`}
          </>
        }
      />
      <Stack>
        <Diagrams definition={data} />
        <Panel title={t('definitions.matrix')} hint={t('definitions.matrixHint')}>
          <MatrixTable definition={data} />
        </Panel>
        <Panel title={t('definitions.deadlines')}>
          <DeadlineList deadlines={data.deadlines} />
        </Panel>
        <Panel title={t('definitions.commands')}>
          <CommandList commands={data.commands} />
        </Panel>
        <Panel title={t('definitions.facts')} hint={t('definitions.factsHint')}>
          <FactList facts={data.facts} />
        </Panel>
      </Stack>
    </>
  );
}

function Diagrams({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const [shown, show] = useState<'states' | 'process'>('states');
  const save = useMutation({ mutationFn: () => saveBpmn(definition.name) });
  return (
    <Panel
      title={t('definitions.diagram')}
      hint={t(shown === 'states' ? 'definitions.statesHint' : 'definitions.processHint')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('definitions.diagram')}
          value={shown}
          onChange={(value) => {
            show(value === 'process' ? 'process' : 'states');
          }}
          data={[
            { value: 'states', label: t('definitions.states') },
            { value: 'process', label: t('definitions.process') },
          ]}
        />
      }
    >
      <DrawingView
        drawing={shown === 'states' ? definition.stateDiagram : definition.processDiagram}
        label={`${t('definitions.diagram')}: ${definition.title}`}
      />
      <div>
        <Button
          variant="default"
          size="xs"
          loading={save.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => {
            save.mutate();
          }}
        >
          {t('definitions.download')}
        </Button>
        {save.isError && <Failure error={save.error} />}
      </div>
    </Panel>
  );
}
