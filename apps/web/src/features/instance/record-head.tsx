import { Group, Stack, Text } from '@mantine/core';
import { PageHead } from '../../ui/page-head.js';
import { StateBadge } from '../../ui/state-badge.js';
import { MemberName, UnitName, useNames } from '../../ui/names.js';
import { useWords } from '../../ui/words.js';
import { periodOf, subjectOf, titleOf } from './record-subject.js';

interface RecordHeadProps {
  workflow: string;
  id: string;
  state: string;
  data: Record<string, unknown>;
  /** A title that says more than the kind of record and whom it concerns. */
  title?: string;
}

/** What a record is, whom it concerns, for when, and how it stands. */
export function RecordHead({ workflow, id, state, data, title }: RecordHeadProps) {
  const words = useWords(workflow);
  const subject = subjectOf(data);
  const unitId = typeof data['unitId'] === 'string' ? data['unitId'] : undefined;
  const nameOf = useNames(subject?.kind ?? 'unit', subject ? [subject.id] : []);
  const period = periodOf(data);
  const kind = [words.name, period].filter(Boolean).join(' · ');
  const shown = title ?? titleOf(data) ?? kind;
  const who = subject ? nameOf(subject.id) : '';
  return (
    <PageHead
      documentTitle={[shown, who || id].join(' · ')}
      title={shown}
      under={
        <Stack gap={6}>
          <Group gap="xs">
            <StateBadge state={state} workflow={workflow} />
            {shown !== kind && (
              <Text span size="sm">
                {kind}
              </Text>
            )}
            {subject?.kind === 'member' && (
              <Text span size="sm" fw={600}>
                <MemberName id={subject.id} />
              </Text>
            )}
            {unitId && (
              <Text span size="sm">
                <UnitName id={unitId} />
              </Text>
            )}
          </Group>
          {words.about !== '' && <span>{words.about}</span>}
        </Stack>
      }
    />
  );
}
