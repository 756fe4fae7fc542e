import { Button, Chip, Group, Paper, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserShare } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { LinkButton } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { BatchDialog } from './batch-dialog.js';
import { dueGroups } from './due-groups.js';
import { chainOf, type InboxItem, inboxQuery, type InboxPage as Page } from './inbox-api.js';
import { InboxRow } from './inbox-row.js';
import classes from './inbox.module.css';
import { WhyPanel } from './why-panel.js';

const keyOf = ({ workflow, id }: InboxItem): string => `${workflow}/${id}`;
/** What can be done together: one command, in one name. */
const kindOf = (item: InboxItem): string =>
  `${item.workflow}/${item.command}/${chainOf(item.onBehalfOf)}`;

/** Everything that waits for the person: what is late first, what has no date last. */
export function InboxPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [side, setSide] = useState('');
  const [typed, setTyped] = useState('');
  const [below, setBelow] = useState(false);
  const [q] = useDebouncedValue(typed, 250);
  const list = useInfiniteQuery(inboxQuery({ onBehalfOf: side, q, below }));
  const items = (list.data?.pages ?? []).flatMap((page) => page.items);
  const answersForMore = me.scopes.some(({ kind }) => kind !== 'cell');
  return (
    <Stack gap="md">
      <PageHead
        documentTitle={t('inbox.title')}
        title={t('inbox.title')}
        under={t('inbox.hint')}
        aside={
          me.memberId && (
            <LinkButton
              to="/inbox/delegations"
              variant="default"
              leftSection={<IconUserShare size={17} aria-hidden />}
            >
              {t('delegations.title')}
            </LinkButton>
          )
        }
      />
      <Group gap="sm" align="center">
        <TextInput
          type="search"
          aria-label={t('inbox.search')}
          placeholder={t('inbox.search')}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ flex: '1 1 220px' }}
        />
        {answersForMore && (
          <Switch
            label={t('inbox.below')}
            checked={below}
            onChange={(event) => setBelow(event.currentTarget.checked)}
          />
        )}
      </Group>
      <Sides pages={list.data?.pages ?? []} side={side} choose={setSide} />
      {list.isPending && <Loading height={240} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <Empty title={t('inbox.none')} advice={q ? t('inbox.noneFound') : t('inbox.noneAdvice')} />
      )}
      {list.data && <Work items={items} today={list.data.pages[0]?.today ?? ''} />}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
      {list.data && <WhyPanel />}
    </Stack>
  );
}

interface SidesProps {
  pages: readonly Page[];
  side: string;
  choose: (side: string) => void;
}

/** In whose name: one's own, or of somebody who gave their right. */
function Sides({ pages, side, choose }: SidesProps) {
  const { t } = useTranslation();
  const sides = pages[0]?.sides ?? [];
  if (sides.length === 0) return null;
  return (
    <Chip.Group value={side} onChange={(value) => choose(value)}>
      <Group gap="xs" role="group" aria-label={t('inbox.inWhoseName')}>
        <Chip value="">{t('inbox.all')}</Chip>
        <Chip value="me">{t('inbox.own')}</Chip>
        {sides.map((one) => (
          <Chip key={chainOf(one)} value={chainOf(one)}>
            {t('inbox.onBehalfOf', { name: one.name ?? one.personId })}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

/** The list by date, and what is ticked in it. */
function Work({ items, today }: { items: readonly InboxItem[]; today: string }) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState<readonly InboxItem[]>([]);
  const chosen = items.filter((item) => ticked.has(keyOf(item)));
  const kind = chosen[0] && kindOf(chosen[0]);
  const tick = (item: InboxItem, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(keyOf(item));
    else next.delete(keyOf(item));
    setTicked(next);
  };
  const close = () => {
    setActing([]);
    setTicked(new Set());
  };
  return (
    <>
      {dueGroups(items, today).map(({ group, items: some }) => (
        <Panel key={group} title={`${t(`inbox.group.${group}`)} (${String(some.length)})`}>
          <ul className={classes.rows}>
            {some.map((item) => (
              <InboxRow
                key={keyOf(item)}
                item={item}
                today={today}
                ticked={ticked.has(keyOf(item))}
                tickable={kind === undefined || kind === kindOf(item)}
                tick={(on) => tick(item, on)}
                act={() => setActing([item])}
              />
            ))}
          </ul>
        </Panel>
      ))}
      {chosen.length > 0 && (
        <BatchBar
          chosen={chosen}
          act={() => setActing(chosen)}
          clear={() => setTicked(new Set())}
        />
      )}
      {acting.length > 0 && <BatchDialog items={acting} close={close} />}
    </>
  );
}

interface BatchBarProps {
  chosen: readonly InboxItem[];
  act: () => void;
  clear: () => void;
}

function BatchBar({ chosen, act, clear }: BatchBarProps) {
  const { t } = useTranslation();
  const first = chosen[0]!;
  const words = useWords(first.workflow);
  return (
    <Paper className={`card ${classes.batch ?? ''}`} role="region" aria-label={t('inbox.ticked')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} role="status">
          {t('inbox.tickedCount', { count: chosen.length })}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" size="sm" onClick={clear}>
            {t('inbox.clear')}
          </Button>
          <Button size="sm" onClick={act}>
            {words.command(first.command)}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
