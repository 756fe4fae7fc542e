import { Badge, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconArrowRight, IconCalendarDue, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { LinkButton } from '../../ui/link.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useWords } from '../../ui/words.js';
import { daysLeft } from './due-groups.js';
import type { InboxItem } from './inbox-api.js';
import classes from './inbox.module.css';

/** The date as a word and a number: colour alone says nothing. */
function DueBadge({ due, today }: { due: string; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = daysLeft(due, today);
  const text =
    days < 0
      ? t('inbox.lateBy', { count: -days })
      : days === 0
        ? t('inbox.dueToday')
        : t('inbox.dueOn', { on: format.date(due) });
  return (
    <Badge
      variant={days < 0 ? 'filled' : 'light'}
      color={days < 0 ? 'red' : days <= 3 ? 'orange' : 'gray'}
      leftSection={<IconCalendarDue size={13} aria-hidden />}
      tt="none"
    >
      {text}
    </Badge>
  );
}

/** Where a record is worked on; a registration has a page of its own. */
function OpenButton({ item, label }: { item: InboxItem; label: string }) {
  const look = {
    size: 'compact-md' as const,
    variant: item.batch ? ('default' as const) : ('filled' as const),
    rightSection: <IconArrowRight size={15} aria-hidden />,
  };
  if (item.workflow === 'registration' && item.memberId !== null && item.year !== null)
    return (
      <LinkButton
        to="/registration/$memberId/$year"
        params={{ memberId: item.memberId, year: String(item.year) }}
        {...look}
      >
        {label}
      </LinkButton>
    );
  return (
    <LinkButton to="/r/$workflow/$id" params={{ workflow: item.workflow, id: item.id }} {...look}>
      {label}
    </LinkButton>
  );
}

interface InboxRowProps {
  item: InboxItem;
  /** The server's day. */
  today: string;
  ticked: boolean;
  /** Whether it can be done together with what is ticked already. */
  tickable: boolean;
  tick: (on: boolean) => void;
  act: () => void;
}

/** One thing to do: what, about whom, until when, in whose name. */
export function InboxRow({ item, today, ticked, tickable, tick, act }: InboxRowProps) {
  const { t } = useTranslation();
  const words = useWords(item.workflow);
  const doing = words.command(item.command);
  const about = item.memberName ?? item.unitName ?? item.id;
  const when = item.period ?? (item.year === null ? '' : String(item.year));
  const name = `${doing}: ${about} ${when}`.trim();
  return (
    <li
      className={classes.row}
      data-ticked={ticked || undefined}
      data-plain={!item.batch || undefined}
    >
      {item.batch && (
        <Checkbox
          className={classes.tick ?? ''}
          size="md"
          checked={ticked}
          disabled={!tickable}
          aria-label={t('inbox.tick', { name })}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
      )}
      <div>
        <Text fw={600}>
          {doing} <Text span fw={400}>{`· ${about}`}</Text>
        </Text>
        <Text size="sm" c="dimmed">
          {[words.name, when, item.memberName === null ? null : item.unitName]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Group gap={6} mt={4}>
          {item.due !== null && <DueBadge due={item.due} today={today} />}
          <StateBadge state={item.state} workflow={item.workflow} size="sm" />
          {item.onBehalfOf !== null && (
            <Badge
              variant="outline"
              color="vang"
              leftSection={<IconUserShare size={13} aria-hidden />}
              tt="none"
            >
              {t('inbox.onBehalfOf', { name: item.personName ?? item.onBehalfOf.personId })}
            </Badge>
          )}
        </Group>
      </div>
      <div className={classes.end}>
        {item.onBehalfOf === null && (
          <OpenButton item={item} label={item.batch ? t('inbox.open') : doing} />
        )}
        {(item.batch || item.onBehalfOf !== null) && (
          <Button size="compact-md" onClick={act} aria-label={name}>
            {doing}
          </Button>
        )}
      </div>
    </li>
  );
}
