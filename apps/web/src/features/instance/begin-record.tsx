import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offeredQuery } from '../../api/instance-queries.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { ActionButtons } from '../command-form/index.js';

/** A record that nobody has begun: what can begin it, or why not. */
export function BeginRecord({ workflow, id }: { workflow: string; id: string }) {
  const { t } = useTranslation();
  const words = useWords(workflow);
  const offered = useQuery(offeredQuery(workflow, id));
  if (offered.isError)
    return <Failure error={offered.error} retry={() => void offered.refetch()} />;
  if (!offered.data) return <Loading height={400} />;
  return (
    <>
      <PageHead documentTitle={words.name} title={words.name} under={words.about || id} />
      <Panel title={t('record.notBegun')}>
        <ActionButtons
          workflow={workflow}
          id={id}
          // What comes after the beginning is no question yet.
          actions={offered.data.actions.filter(({ reasons }) => reasons[0]?.code !== 'WRONG_STATE')}
          nothing={<Empty title={t('record.nothing')} advice={t('record.nothingAdvice')} />}
        />
      </Panel>
    </>
  );
}
