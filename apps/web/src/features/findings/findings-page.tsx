import { Chip, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { findingsQuery } from '../../api/cycle-queries.js';
import type { UnitFindings } from '../../api/cycle-types.js';
import { unitQuery } from '../../api/queries.js';
import { thisYear } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { PrintButton } from '../../ui/print-button.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { YearSteps } from '../../ui/year-steps.js';
import { PrintedFoot } from '../unit/printed-foot.js';
import { FindingLine } from './finding-line.js';
import classes from './findings.module.css';
import { InspectionsPanel } from './inspections-panel.js';

const route = getRouteApi('/shell/units/$unitId/findings');

/** What rules and inspections found in a unit and all below it, with the events that prove it. */
export function FindingsPage() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  const { year = thisYear(), rule, open } = route.useSearch();
  const navigate = route.useNavigate();
  const unit = useQuery(unitQuery(unitId));
  const findings = useQuery(findingsQuery(unitId, year));
  const name = unit.data?.name ?? unitId;
  const title = t('findings.title', { year });
  const change = (next: { year?: number; rule?: string | undefined; open?: boolean | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    });
  return (
    <>
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
            <YearSteps year={year} go={(next) => change({ year: next })} />
            <PrintButton />
          </Group>
        }
      />
      <Stack gap="lg">
        <InspectionsPanel unitId={unitId} year={year} />
        {findings.isPending && <Loading height={300} />}
        {findings.isError && (
          <Failure error={findings.error} retry={() => void findings.refetch()} />
        )}
        {findings.data && (
          <>
            <RulesPanel
              findings={findings.data}
              rule={rule}
              choose={(next) => change({ rule: next })}
            />
            <ListPanel
              findings={findings.data}
              rule={rule}
              open={open ?? false}
              turn={(next) => change({ open: next || undefined })}
            />
          </>
        )}
      </Stack>
      <PrintedFoot />
    </>
  );
}

interface RulesPanelProps {
  findings: UnitFindings;
  rule: string | undefined;
  choose: (rule: string | undefined) => void;
}

/** How often each rule was broken; choosing one shows only its findings. */
function RulesPanel({ findings, rule, choose }: RulesPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('inspection');
  const { rules } = findings;
  if (rules.length === 0) return null;
  return (
    <Panel title={t('findings.rules')} hint={t('findings.rulesHint')}>
      <div className={classes.rules} role="group" aria-label={t('findings.rules')}>
        {[...rules]
          .sort((a, b) => b.count - b.cleared - (a.count - a.cleared))
          .map(({ ruleId, count, cleared }) => (
            <UnstyledButton
              key={ruleId}
              className={classes.rule}
              data-chosen={rule === ruleId || undefined}
              aria-pressed={rule === ruleId}
              onClick={() => choose(rule === ruleId ? undefined : ruleId)}
            >
              <Text size="sm">{words.value('ruleId', ruleId)}</Text>
              <div style={{ textAlign: 'right', flex: 'none' }}>
                <Text fw={700}>{format.count(count)}</Text>
                {cleared > 0 && (
                  <Text size="xs" c="var(--guong-good)">
                    {t('findings.mended', { count: cleared })}
                  </Text>
                )}
              </div>
            </UnstyledButton>
          ))}
      </div>
    </Panel>
  );
}

interface ListPanelProps {
  findings: UnitFindings;
  rule: string | undefined;
  open: boolean;
  turn: (open: boolean) => void;
}

function ListPanel({ findings, rule, open, turn }: ListPanelProps) {
  const { t } = useTranslation();
  const words = useWords('inspection');
  const shown = findings.items.filter(
    ({ ruleId, clearedOn }) =>
      (rule === undefined || ruleId === rule) && (!open || clearedOn === null),
  );
  return (
    <Panel
      title={rule === undefined ? t('findings.all') : words.value('ruleId', rule)}
      hint={t('findings.count', { count: shown.length })}
      aside={
        <Chip className="no-print" size="xs" checked={open} onChange={turn}>
          {t('findings.openOnly')}
        </Chip>
      }
    >
      {shown.length === 0 && <Empty title={t('findings.none')} advice={t('findings.noneAdvice')} />}
      <ul className={classes.list}>
        {shown.map((finding) => (
          <FindingLine key={finding.id} finding={finding} askedOf={findings.unitId} />
        ))}
      </ul>
    </Panel>
  );
}
