import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { MemberName, UnitName } from '../../ui/names.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import type { InspectionData } from './inspection-data.js';

/** What the team raised; what was taken back stays readable. */
export function RaisedFindings({ data }: { data: InspectionData }) {
  const { t } = useTranslation();
  const words = useWords('inspection');
  const { findings } = data;
  return (
    <Panel
      title={t('inspection.findings', {
        count: findings.filter(({ retracted }) => retracted !== true).length,
      })}
    >
      {findings.length === 0 && (
        <Empty title={t('inspection.noFindings')} advice={t('inspection.noFindingsAdvice')} />
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {findings.map(({ id, ruleId, subjectKind, subjectId, retracted }) => (
          <Group key={id} component="li" justify="space-between" gap="xs">
            <div>
              <Text size="sm" fw={600} td={retracted ? 'line-through' : ''}>
                {words.value('ruleId', ruleId)}
              </Text>
              <Text size="sm">
                {subjectKind === 'member' ? (
                  <MemberName id={subjectId} />
                ) : (
                  <UnitName id={subjectId} />
                )}
              </Text>
            </div>
            {retracted && (
              <Badge variant="light" color="gray" tt="none">
                {t('inspection.retracted')}
              </Badge>
            )}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** What must be done after the conclusion. */
export function FollowUps({ data }: { data: InspectionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('inspection');
  if (data.followUps.length === 0) return null;
  return (
    <Panel title={t('inspection.followUps')}>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.followUps.map(({ id, ownerId, due, status }) => (
          <Group key={id} component="li" justify="space-between" gap="xs">
            <Text size="sm">
              {ownerId && <MemberName id={ownerId} />}
              {due && ` · ${t('record.dueBy', { on: format.date(due) })}`}
            </Text>
            <Badge variant="light" color={status === 'done' ? 'green' : 'orange'} tt="none">
              {words.value('status', status)}
            </Badge>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
