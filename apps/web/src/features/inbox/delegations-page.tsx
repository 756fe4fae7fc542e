import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/request.js';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useTexts, useWords } from '../../ui/words.js';
import { CommandDialog, type FieldChanges } from '../command-form/index.js';
import { type Delegation, delegationsQuery } from './inbox-api.js';
import classes from './inbox.module.css';

/** What is being asked for: a new right, one passed on, or the end of one. */
type Asking = { command: 'grant'; of?: Delegation } | { command: 'revoke'; of: Delegation };

const freshId = (): string => `d-${Date.now().toString(36)}`;

/** What I gave others to do in my place, and what others gave me. */
export function DelegationsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const list = useQuery(delegationsQuery);
  const [asking, setAsking] = useState<Asking>();
  if (!me.memberId) return <Empty title={t('book.none')} advice={t('book.noneAdvice')} />;
  const { given = [], received = [], today = '' } = list.data ?? {};
  return (
    <Stack gap="md">
      <PageHead
        documentTitle={t('delegations.title')}
        title={t('delegations.title')}
        under={<Link to="/inbox">{t('delegations.back')}</Link>}
        aside={
          <Button
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => setAsking({ command: 'grant' })}
          >
            {t('delegations.give')}
          </Button>
        }
      />
      <Text size="sm">{t('delegations.hint')}</Text>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && (
        <>
          <Rights
            title={t('delegations.given')}
            none={t('delegations.noneGiven')}
            rights={given}
            today={today}
          >
            {(right) =>
              right.kind === 'delegation' &&
              right.endedOn === null &&
              right.until >= today && (
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => setAsking({ command: 'revoke', of: right })}
                >
                  {t('delegations.revoke')}
                </Button>
              )
            }
          </Rights>
          <Rights
            title={t('delegations.received')}
            none={t('delegations.noneReceived')}
            rights={received}
            today={today}
          >
            {(right) =>
              right.active &&
              right.mayPassOn && (
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => setAsking({ command: 'grant', of: right })}
                >
                  {t('delegations.passOn')}
                </Button>
              )
            }
          </Rights>
        </>
      )}
      {asking && (
        <Ask
          asking={asking}
          today={today}
          memberId={me.memberId}
          close={() => setAsking(undefined)}
        />
      )}
    </Stack>
  );
}

/** Begins with what is known; a right passed on begins as it was received. */
const initialOf = (
  asking: Asking,
  today: string,
  homeUnitId: string | null,
): Record<string, unknown> => {
  const { of } = asking;
  if (asking.command === 'revoke') return { id: of?.id, on: today };
  if (of === undefined) return { id: freshId(), from: today, scope: { unitId: homeUnitId ?? '' } };
  const { giverId, id, unitId, office, workflows, from, until } = of;
  return {
    id: freshId(),
    from: from > today ? from : today,
    until,
    scope: { unitId, ...(office !== null && { office }), workflows: workflows ?? [] },
    of: { fromId: giverId, id },
  };
};

function Ask(props: { asking: Asking; today: string; memberId: string; close: () => void }) {
  const { asking, today, memberId, close } = props;
  const me = useMe();
  const texts = useTexts();
  const declared = useQuery({
    queryKey: ['workflows'],
    queryFn: ({ signal }) => request<{ name: string }[]>('/workflows', { signal }),
    staleTime: Infinity,
  });
  if (!declared.data) return null;
  const options = declared.data.map(({ name }) => ({
    value: name,
    label: texts.term('workflow', name) ?? name,
  }));
  const fields: FieldChanges = {
    id: { hidden: true },
    of: { hidden: true },
    'scope.workflows': { kind: 'choices', options },
  };
  return (
    <CommandDialog
      workflow="delegation"
      id={memberId}
      command={asking.command}
      initial={initialOf(asking, today, me.homeUnitId)}
      fields={fields}
      close={close}
    />
  );
}

interface RightsProps {
  title: string;
  none: string;
  rights: readonly Delegation[];
  today: string;
  children: (right: Delegation) => React.ReactNode;
}

function Rights({ title, none, rights, today, children }: RightsProps) {
  return (
    <Panel title={title}>
      {rights.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <ul className={classes.rows}>
          {rights.map((right) => (
            <li key={`${right.giverId}/${right.id}`} className={classes.row} data-plain>
              <Right right={right} today={today} />
              <div className={classes.end}>{children(right)}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Right({ right, today }: { right: Delegation; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('delegation');
  const texts = useTexts();
  const names = right.workflows?.map((name) => texts.term('workflow', name) ?? name);
  const standing = right.active
    ? 'active'
    : right.endedOn === null && right.from > today
      ? 'later'
      : 'over';
  const scope = [
    right.unitName ?? right.unitId,
    right.office === null ? t('delegations.everyOffice') : words.value('office', right.office),
    names === undefined ? t('delegations.everyWorkflow') : names.join(', '),
  ];
  return (
    <div>
      <Text fw={600}>
        <IconUserShare size={15} aria-hidden /> {right.giverName ?? right.giverId} →{' '}
        {right.toName ?? right.toId}
      </Text>
      <Text size="sm" c="dimmed">
        {scope.join(' · ')}
      </Text>
      <Group gap={6} mt={4}>
        <Badge variant="light" color={standing === 'active' ? 'green' : 'gray'} tt="none">
          {t(`delegations.standing.${standing}`)}
        </Badge>
        <Text size="sm">
          {t('delegations.span', {
            from: format.date(right.from),
            until: format.date(right.until),
          })}
        </Text>
        {right.kind === 'substitution' && (
          <Badge variant="outline" color="gray" tt="none">
            {t('delegations.substitution')}
          </Badge>
        )}
        {right.mayPassOn && (
          <Badge variant="outline" color="gray" tt="none">
            {t('delegations.mayPassOn')}
          </Badge>
        )}
        {right.endedOn !== null && (
          <Text size="sm">{t('delegations.endedOn', { on: format.date(right.endedOn) })}</Text>
        )}
      </Group>
    </div>
  );
}
