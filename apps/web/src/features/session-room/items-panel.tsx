import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconCircleCheck,
  IconCircleDashed,
  IconClockPause,
  IconMicrophone,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instance } from '../../api/instance-types.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { HeardItem } from './heard-item.js';
import { inOrder, type Item, type SessionState, type SessionTold } from './session-data.js';
import classes from './session-room.module.css';
import { useSubjectName } from './use-subject-name.js';

const LOOKS = {
  waiting: { color: 'gray', icon: IconCircleDashed },
  open: { color: 'blue', icon: IconMicrophone },
  concluded: { color: 'green', icon: IconCircleCheck },
  deferred: { color: 'orange', icon: IconClockPause },
} as const;

interface ItemsPanelProps {
  id: string;
  record: Instance;
  told: SessionTold;
  /** Whose item is one's own. */
  ownId: string | null;
}

/** Who is heard, in the order of hearing; the one being heard stands open. */
export function ItemsPanel({ id, record, told, ownId }: ItemsPanelProps) {
  const { t } = useTranslation();
  const data = record.data as unknown as SessionState;
  const items = inOrder(data.items ?? []);
  const open = items.find(({ status }) => status === 'open')?.subjectId;
  const [chosen, setChosen] = useState<string | null>(null);
  // Whoever is heard now comes to the fore by itself, unless one reads about another.
  const shown = chosen ?? open ?? items.find(({ subjectId }) => subjectId === ownId)?.subjectId;
  const done = items.filter(({ status }) => status === 'concluded').length;
  return (
    <Panel title={t('session.items')} hint={t('session.itemsHint', { done, all: items.length })}>
      <ol className={classes.items}>
        {items.map((item) => (
          <li key={item.subjectId} data-status={item.status}>
            <ItemHead
              item={item}
              isShown={item.subjectId === shown}
              isOwn={item.subjectId === ownId}
              panelId={`item-${item.subjectId}`}
              toggle={() => setChosen(item.subjectId === shown ? '' : item.subjectId)}
            />
            {item.subjectId === shown && (
              <div id={`item-${item.subjectId}`} className={classes.body}>
                <HeardItem
                  key={item.subjectId}
                  id={id}
                  item={item}
                  items={items}
                  record={record}
                  told={told}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface ItemHeadProps {
  item: Item;
  isShown: boolean;
  isOwn: boolean;
  panelId: string;
  toggle: () => void;
}

function ItemHead({ item, isShown, isOwn, panelId, toggle }: ItemHeadProps) {
  const { t } = useTranslation();
  const words = useWords('criticism-session');
  const nameOf = useSubjectName();
  const { color, icon: Icon } = LOOKS[item.status];
  return (
    <UnstyledButton
      className={classes.head}
      aria-expanded={isShown}
      aria-controls={isShown ? panelId : undefined}
      onClick={toggle}
    >
      <span style={{ minWidth: 0, flex: 1 }}>
        <Text fw={600}>{nameOf(item)}</Text>
        <Group gap={6} mt={2}>
          <Text span size="xs" c="dimmed">
            {words.value('role', item.role)}
            {isOwn && ` · ${t('session.you')}`}
          </Text>
          <Badge variant="light" tt="none" size="sm" color={color} leftSection={<Icon size={12} />}>
            {t(`session.status.${item.status}`)}
          </Badge>
          {item.status === 'open' && (
            <Badge variant="light" tt="none" size="sm" color={item.reply ? 'green' : 'orange'}>
              {t(`session.replyIs.${item.reply ?? (item.offered ? 'offered' : 'none')}`)}
            </Badge>
          )}
        </Group>
      </span>
      <IconChevronDown
        size={18}
        aria-hidden
        style={{ flex: 'none', transform: isShown ? 'rotate(180deg)' : undefined }}
      />
    </UnstyledButton>
  );
}
