import { Badge, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationQuery, unitQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import { isStarted, type RegistrationPage as Page } from '../../api/types.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { StateBadge } from '../../ui/state-badge.js';
import { Failure, Loading } from '../../ui/states.js';
import { UnitPath } from '../unit/unit-head.js';
import { Desk } from './desk.js';
import { Editor } from './editor.js';

const route = getRouteApi('/shell/registration/$memberId/$year');

const allows = (page: Page, command: string): boolean =>
  page.actions.some((action) => action.command === command && action.allowed);

function Head({ page }: { page: Page }) {
  const { t } = useTranslation();
  const unit = useQuery({ ...unitQuery(page.unitId ?? ''), enabled: Boolean(page.unitId) });
  const name = page.memberName ?? page.memberId;
  return (
    <>
      {unit.data && <UnitPath path={unit.data.path} last={name} />}
      <PageHead
        documentTitle={`${t('registration.of', { year: page.year })} ${name}`}
        title={t('registration.of', { year: page.year })}
        under={
          <Group gap="xs">
            <Link to="/members/$memberId" params={{ memberId: page.memberId }} size="sm" fw={600}>
              {name}
            </Link>
            <StateBadge state={isStarted(page) ? page.state : 'none'} />
            {page.leader && (
              <Badge variant="outline" color="gray" tt="none">
                {t('member.leader')}
              </Badge>
            )}
          </Group>
        }
      />
    </>
  );
}

/** One person's registration of one year: written by its subject, handled by those it goes to. */
export function RegistrationPage() {
  const { memberId, year } = route.useParams();
  const me = useMe();
  const [adjusting, setAdjusting] = useState(false);
  const page = useQuery(registrationQuery(memberId, Number(year)));
  if (page.isError && !page.data) {
    return <Failure error={page.error} retry={() => void page.refetch()} />;
  }
  if (!page.data) return <Loading height={400} />;
  const paper = page.data;
  const mine = me.memberId === memberId;
  const writing = mine && (allows(paper, 'submit') || allows(paper, 'saveDraft'));
  const key = `${memberId}-${year}`;
  return (
    <Stack gap={0} maw={920} mx="auto">
      <Head page={paper} />
      {writing && <Editor key={key} page={paper} command="submit" />}
      {!writing && adjusting && allows(paper, 'adjust') && (
        <Editor
          key={`${key}-adjust`}
          page={paper}
          command="adjust"
          leave={() => setAdjusting(false)}
        />
      )}
      {!writing && !(adjusting && allows(paper, 'adjust')) && (
        <Desk key={key} page={paper} adjust={() => setAdjusting(true)} />
      )}
    </Stack>
  );
}
