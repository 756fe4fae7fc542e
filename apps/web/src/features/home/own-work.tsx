import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconBook2, IconEye, IconLayoutDashboard, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { memberQuery, registrationQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import { isStarted, type RegistrationPage } from '../../api/types.js';
import { thisYear } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { LinkButton } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { Failure, Loading } from '../../ui/states.js';
import { RegistrationYears } from '../member/registration-years.js';

function NextStep({ paper, unitId }: { paper: RegistrationPage; unitId: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const submit = paper.actions.find((action) => action.command === 'submit');
  const open = submit?.allowed === true;
  const params = { memberId: paper.memberId, year: String(paper.year) };
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text fw={600}>{t('registration.of', { year: paper.year })}</Text>
        <StateBadge state={isStarted(paper) ? paper.state : 'none'} />
      </Group>
      <Text size="sm">
        {t(`home.next.${open ? (paper.state === 'returned' ? 'returned' : 'write') : 'wait'}`)}
      </Text>
      {submit?.due && (
        <Alert color="yellow" p="xs">
          {t('registration.due', { on: format.date(submit.due) })}
        </Alert>
      )}
      <Group>
        <LinkButton
          to="/registration/$memberId/$year"
          params={params}
          leftSection={
            open ? <IconPencil size={17} aria-hidden /> : <IconEye size={17} aria-hidden />
          }
          variant={open ? 'filled' : 'light'}
        >
          {t(open ? 'home.write' : 'home.read')}
        </LinkButton>
        <LinkButton
          to="/me/book"
          variant="default"
          leftSection={<IconBook2 size={17} aria-hidden />}
        >
          {t('account.book')}
        </LinkButton>
        {unitId && (
          <LinkButton
            to="/units/$unitId"
            params={{ unitId }}
            variant="default"
            leftSection={<IconLayoutDashboard size={17} aria-hidden />}
          >
            {t('home.cellFigures')}
          </LinkButton>
        )}
      </Group>
    </Stack>
  );
}

/** A member's own paper of this year, the next step, and the years before. */
export function OwnWork({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const member = useQuery(memberQuery(memberId));
  const paper = useQuery(registrationQuery(memberId, thisYear()));
  return (
    <>
      <Panel title={t('home.own')}>
        {paper.isPending && <Loading height={100} />}
        {paper.isError && <Failure error={paper.error} retry={() => void paper.refetch()} />}
        {paper.data && <NextStep paper={paper.data} unitId={me.homeUnitId} />}
      </Panel>
      {member.data && <RegistrationYears memberId={memberId} years={member.data.years} />}
    </>
  );
}
