import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { memberQuery, unitQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Failure, Loading } from '../../ui/states.js';
import { UnitPath } from '../unit/unit-head.js';
import { HistoryPanel } from './history-panel.js';
import { MemberMarks } from './member-marks.js';
import { OfficesPanel } from './offices-panel.js';
import { RegistrationYears } from './registration-years.js';

const route = getRouteApi('/shell/members/$memberId');

/** One person's book: particulars, offices, registrations, and the history of it all. */
export function MemberPage() {
  const { t } = useTranslation();
  const { memberId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const member = useQuery(memberQuery(memberId));
  const unit = useQuery({
    ...unitQuery(member.data?.unitId ?? ''),
    enabled: Boolean(member.data?.unitId),
  });
  if (member.isError) return <Failure error={member.error} retry={() => void member.refetch()} />;
  if (!member.data) return <Loading height={400} />;
  const person = member.data;
  const name = person.name ?? person.memberId;
  const lastYear = Math.max(...person.years, 0) || thisYear();
  return (
    <>
      {unit.data && <UnitPath path={unit.data.path} last={name} />}
      <PageHead
        documentTitle={name}
        title={name}
        under={
          <span style={{ display: 'inline-flex', gap: 6, flexWrap: 'wrap', alignItems: 'center' }}>
            <span>
              {person.unitName} · {person.memberId}
            </span>
            <MemberMarks
              status={person.status}
              exempt={person.exempt}
              leader={person.offices.some(
                (office) => !office.to && ['secretary', 'deputy'].includes(office.office),
              )}
            />
            <Link
              to="/members/$memberId/year-sheet"
              params={{ memberId }}
              search={{ year: lastYear }}
              size="sm"
            >
              {t('yearSheet.link', { year: lastYear })}
            </Link>
          </span>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }}>
          <Stack gap="lg">
            <RegistrationYears memberId={memberId} years={person.years} />
            <OfficesPanel offices={person.offices} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }} order={{ base: 2, lg: 1 }}>
          <HistoryPanel
            memberId={memberId}
            asOf={search.asOf ?? ''}
            known={search.known ?? ''}
            change={(next) =>
              void navigate({
                search: (before) => ({ ...before, ...next }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        </Grid.Col>
      </Grid>
    </>
  );
}
