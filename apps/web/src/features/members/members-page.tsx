import { Badge, Button, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, unitQuery } from '../../api/queries.js';
import { useFormat } from '../../format/use-format.js';
import { PageHead } from '../../ui/page-head.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { UnitPath } from '../unit/unit-head.js';
import { MemberRows } from './member-rows.js';

const route = getRouteApi('/shell/units/$unitId/members');

/** Members of a unit and of the units below it. */
export function MembersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { unitId } = route.useParams();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(q);
  const ask = useDebouncedCallback((next: string) => {
    void navigate({ search: { q: next || undefined }, replace: true, resetScroll: false });
  }, 250);
  const unit = useQuery(unitQuery(unitId));
  const members = useInfiniteQuery(membersQuery(unitId, q));
  const rows = members.data?.pages.flatMap((page) => page.items) ?? [];
  const total = members.data?.pages[0]?.total ?? rows.length;
  return (
    <>
      {unit.data && <UnitPath path={unit.data.path} last={t('members.title')} />}
      <PageHead
        documentTitle={t('members.title')}
        title={unit.data ? t('members.of', { name: unit.data.name }) : t('members.title')}
        under={
          members.data && (
            <Badge variant="light" tt="none" role="status">
              {t('unit.members', { count: total, n: format.count(total) })}
            </Badge>
          )
        }
      />
      <section className="card" style={{ padding: 18 }} aria-label={t('members.title')}>
        <Stack>
          <TextInput
            type="search"
            label={t('members.search')}
            description={t('members.searchHint')}
            leftSection={<IconSearch size={17} aria-hidden />}
            value={text}
            maw={420}
            onChange={(event) => {
              setText(event.currentTarget.value);
              ask(event.currentTarget.value);
            }}
          />
          {members.isError && (
            <Failure error={members.error} retry={() => void members.refetch()} />
          )}
          {members.isPending && <Loading />}
          {members.data && rows.length === 0 && (
            <Empty
              title={t('members.none')}
              advice={t(q ? 'members.noneFound' : 'members.noneAdvice')}
            />
          )}
          {rows.length > 0 && <MemberRows rows={rows} />}
          {members.hasNextPage && (
            <Group justify="center">
              <Button
                variant="default"
                loading={members.isFetchingNextPage}
                onClick={() => void members.fetchNextPage()}
              >
                {t('common.more')}
              </Button>
            </Group>
          )}
        </Stack>
      </section>
    </>
  );
}
