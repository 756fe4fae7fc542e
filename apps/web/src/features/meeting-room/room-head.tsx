import { Group, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { PageHead } from '../../ui/page-head.js';
import { StateBadge } from '../../ui/state-badge.js';

interface RoomHeadProps {
  workflow: string;
  state: string;
  title: string;
  /** Place, chair, how long: whatever is known; empty ones are left out. */
  facts: readonly ReactNode[];
  aside?: ReactNode;
}

/** What the room is and how it stands, short enough for a phone. */
export function RoomHead({ workflow, state, title, facts, aside }: RoomHeadProps) {
  const shown = facts.filter(Boolean);
  return (
    <PageHead
      documentTitle={title}
      title={title}
      aside={aside}
      under={
        <Group gap="xs">
          <StateBadge workflow={workflow} state={state} />
          <Text span size="sm">
            {shown.map((fact, index) => (
              <Fragment key={index}>
                {index > 0 && ' · '}
                {fact}
              </Fragment>
            ))}
          </Text>
        </Group>
      }
    />
  );
}
