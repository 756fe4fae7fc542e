import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconGavel, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitYearSheetQuery } from '../../api/cycle-queries.js';
import {
  type CapVerdict,
  RATINGS,
  type RatingItem,
  type UnitYearSheet,
} from '../../api/cycle-types.js';
import { instanceQuery } from '../../api/instance-queries.js';
import { unitQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { PrintButton } from '../../ui/print-button.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { YearSteps } from '../../ui/year-steps.js';
import { ActionButtons } from '../command-form/index.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { BulkProposal, mayBeProposed } from './bulk-proposal.js';
import { CapGauge } from './cap-gauge.js';
import { DecisionDialog } from './decision-dialog.js';
import { RatingBadge } from './rating-badge.js';
import { SheetTable } from './sheet-table.js';
import { keyOf, standingOf } from './sheet-values.js';
import classes from './year-sheet.module.css';

const route = getRouteApi('/shell/units/$unitId/year-sheet');

/** Ratings of a year as a deciding body sees them, and where it decides them. */
export function YearSheetPage() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  const { year = thisYear() } = route.useSearch();
  const navigate = route.useNavigate();
  const unit = useQuery(unitQuery(unitId));
  const sheet = useQuery(unitYearSheetQuery(unitId, year));
  const name = unit.data?.name ?? unitId;
  const title = t('yearSheet.title', { year });
  return (
    <div className="landscape">
      <PageHead
        documentTitle={`${title} · ${name}`}
        title={title}
        under={
          <Link to="/units/$unitId" params={{ unitId }} search={{ period: year }} size="sm">
            {name}
          </Link>
        }
        aside={
          <Group gap="xs">
            <YearSteps
              year={year}
              go={(next) => void navigate({ search: { year: next }, replace: true })}
            />
            <PrintButton />
          </Group>
        }
      />
      {sheet.isPending && <Loading height={300} />}
      {sheet.isError && <Failure error={sheet.error} retry={() => void sheet.refetch()} />}
      {sheet.data && <Sheet key={`${unitId}-${String(year)}`} sheet={sheet.data} />}
      <PrintedFoot />
    </div>
  );
}

function Sheet({ sheet }: { sheet: UnitYearSheet }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [proposing, setProposing] = useState(false);
  if (sheet.rows.length === 0)
    return (
      <Empty title={t('yearSheet.none', { year: sheet.year })} advice={t('yearSheet.noneAdvice')} />
    );
  const open = sheet.rows.filter(mayBeProposed);
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <Stack gap="lg">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <CapPanel sheet={sheet} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <StandingPanel sheet={sheet} />
        </Grid.Col>
      </Grid>
      <Panel
        title={t('yearSheet.rows', { count: sheet.rows.length })}
        hint={t('yearSheet.rowsHint')}
        aside={
          open.length > 0 && (
            <Group gap="xs" className="no-print">
              <Button variant="subtle" onClick={() => setChosen(new Set(open.map(keyOf)))}>
                {t('yearSheet.chooseAll', { count: open.length })}
              </Button>
              <Button
                variant="default"
                disabled={chosen.size === 0}
                leftSection={<IconSend size={17} aria-hidden />}
                onClick={() => setProposing(true)}
              >
                {t('yearSheet.propose', { count: chosen.size })}
              </Button>
            </Group>
          )
        }
      >
        <SheetTable
          rows={sheet.rows}
          {...(open.length > 0 && { choice: { may: mayBeProposed, chosen, toggle } })}
        />
      </Panel>
      {proposing && (
        <BulkProposal
          rows={sheet.rows.filter((row) => chosen.has(keyOf(row)))}
          close={() => {
            setProposing(false);
            setChosen(new Set());
          }}
        />
      )}
    </Stack>
  );
}

/** The verdict of the decision, or how it would be judged now. */
const verdictOf = ({ cap, standing }: UnitYearSheet): CapVerdict | null =>
  cap.allowed !== null &&
  cap.percent !== null &&
  cap.base !== null &&
  cap.excellent !== null &&
  cap.denominator !== null
    ? {
        ...cap,
        ...{ percent: cap.percent, base: cap.base, denominator: cap.denominator },
        allowed: cap.allowed,
        excellent: cap.excellent,
      }
    : standing;

function CapPanel({ sheet }: { sheet: UnitYearSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const decided = sheet.cap.decisionNo !== null;
  const verdict = verdictOf(sheet);
  return (
    <Panel
      title={t('yearSheet.cap')}
      hint={
        decided
          ? t('yearSheet.decidedBy', {
              number: sheet.cap.decisionNo,
              on: format.date(sheet.cap.decidedOn),
            })
          : t('yearSheet.capNow')
      }
    >
      {verdict ? (
        <CapGauge cap={verdict} decided={decided} />
      ) : (
        <Text size="sm">{t('yearSheet.noCap')}</Text>
      )}
      <ListActions sheet={sheet} />
    </Panel>
  );
}

/** Deciding the list, for whoever may; a cell has no list of its own. */
function ListActions({ sheet }: { sheet: UnitYearSheet }) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState(false);
  const id = `${sheet.unitId}-${String(sheet.year)}`;
  const list = useQuery({ ...instanceQuery('rating-list', id), retry: false });
  if (!list.data) return null;
  const { actions, data, revision } = list.data;
  const mayDecide = actions.some(({ command, allowed }) => command === 'decide' && allowed);
  return (
    <div className="no-print">
      {mayDecide && (
        <Button leftSection={<IconGavel size={17} aria-hidden />} onClick={() => setDeciding(true)}>
          {t('yearSheet.openDecision')}
        </Button>
      )}
      <ActionButtons
        workflow="rating-list"
        id={id}
        actions={actions}
        only={['amend']}
        data={data}
        explain={false}
      />
      {deciding && (
        <DecisionDialog sheet={sheet} revision={revision} close={() => setDeciding(false)} />
      )}
    </div>
  );
}

/** How many stand at each rating, and what is still missing. */
function StandingPanel({ sheet }: { sheet: UnitYearSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (test: (row: RatingItem) => boolean) =>
    format.count(sheet.rows.filter(test).length);
  const behind = sheet.rows.filter(({ reviews, reviewsDue }) => (reviews ?? 0) < (reviewsDue ?? 0));
  const owing = sheet.rows.filter(({ unremedied }) => (unremedied ?? 0) > 0);
  return (
    <Panel title={t('yearSheet.standing')} hint={t('yearSheet.standingHint')}>
      <div className={classes.marks}>
        {RATINGS.map((rating) => (
          <Group key={rating} gap={6}>
            <RatingBadge rating={rating} />
            <Text fw={700}>{count((row) => standingOf(row) === rating)}</Text>
          </Group>
        ))}
        <Group gap={6}>
          <Text size="sm">{t('yearSheet.unrated')}</Text>
          <Text fw={700}>{count((row) => standingOf(row) === null)}</Text>
        </Group>
      </div>
      <Stack gap={4}>
        <Text size="sm">
          {t('yearSheet.behind', { count: behind.length, n: format.count(behind.length) })}
        </Text>
        <Text size="sm">
          {t('yearSheet.owing', { count: owing.length, n: format.count(owing.length) })}
        </Text>
        {sheet.rulePack && (
          <Text size="sm" c="dimmed">
            {t('yearSheet.rules', { pack: sheet.rulePack })}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
