import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredQuery } from '../../api/instance-queries.js';
import type { Instance } from '../../api/instance-types.js';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog } from '../command-form/index.js';
import { entriesOf, isAllowed, LeftText, unitOfRoom, usePeople } from '../meeting-room/index.js';
import type { Asked } from './asked.js';
import { ConcludeDialog } from './conclude-dialog.js';
import { ItemTexts } from './item-texts.js';
import { ReplyTrack } from './reply-track.js';
import {
  conclusionGuards,
  heardBefore,
  type Item,
  type SessionState,
  type SessionTold,
  toldOf,
} from './session-data.js';
import { SpeechComposer } from './speech-composer.js';
import { useSubjectName } from './use-subject-name.js';

interface HeardItemProps {
  id: string;
  item: Item;
  items: readonly Item[];
  record: Instance;
  told: SessionTold;
}

const HIDDEN = { hidden: true };

/** One subject's item: what was written and said, the right of reply, the conclusion. */
export function HeardItem({ id, item, items, record, told }: HeardItemProps) {
  const me = useMe();
  const words = useWords('criticism-session');
  const nameOf = useSubjectName();
  const { nameOf: personName } = usePeople();
  const { subjectId } = item;
  const known = useMemo(
    () => ({ subjectId, speakerId: me.memberId ?? '', authorId: me.memberId ?? '' }),
    [subjectId, me.memberId],
  );
  const offered = useQuery({
    ...offeredQuery('criticism-session', id, known),
    meta: { unitId: unitOfRoom(id) },
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const reviewFields = useReviewFields(item);
  const actions = offered.data?.actions ?? [];
  const data = record.data as unknown as SessionState;
  const subject = toldOf(told, subjectId);
  const present = entriesOf(record)
    .filter(({ presence }) => presence === 'present')
    .map(({ memberId }) => memberId);
  const here = [...new Set([...present, ...(data.representatives ?? [])])];
  const owners = items
    .filter(({ role }) => role !== 'collective')
    .map(({ subjectId: value }) => ({ value, label: personName(value) }));
  return (
    <Stack gap="md">
      <ItemTexts
        id={id}
        item={item}
        told={subject}
        data={data}
        remedyTexts={told.remedyTexts}
        actions={actions}
        ask={setAsked}
      />
      {item.status !== 'open' &&
        ['recordCriticism', 'recordResponse', 'concludeItem'].map((command) => (
          <LeftText
            key={command}
            workflow="criticism-session"
            id={id}
            command={command}
            about={subjectId}
          />
        ))}
      {item.status === 'open' && (
        <>
          {isAllowed(actions, 'recordCriticism') && (
            <SpeechComposer
              id={id}
              subjectId={subjectId}
              isRecorder={data.recorderId === me.memberId}
              here={here}
            />
          )}
          <ReplyTrack id={id} item={item} data={data} actions={actions} ask={setAsked} />
        </>
      )}
      <ItemSteps item={item} items={items} actions={actions} ask={setAsked} />
      {asked?.command === 'concludeItem' && (
        <ConcludeDialog
          id={id}
          subjectId={subjectId}
          name={nameOf(item)}
          owners={owners}
          close={() => setAsked(null)}
        />
      )}
      {asked && asked.command !== 'concludeItem' && (
        <CommandDialog
          workflow="criticism-session"
          id={id}
          command={asked.command}
          title={`${words.command(asked.command)}: ${nameOf(item)}`}
          shared
          known={known}
          unitId={unitOfRoom(id)}
          initial={{ subjectId, on: today(), authorId: me.memberId ?? '', ...asked.initial }}
          fields={{
            subjectId: HIDDEN,
            on: HIDDEN,
            ...(asked.initial?.['id'] !== undefined && { id: HIDDEN }),
            ...(asked.initial?.['onTheirWord'] !== undefined && { onTheirWord: HIDDEN }),
            authorId:
              data.recorderId === me.memberId
                ? {
                    kind: 'choice',
                    options: here.map((value) => ({ value, label: personName(value) })),
                  }
                : HIDDEN,
            ...reviewFields,
          }}
          close={() => setAsked(null)}
        />
      )}
    </Stack>
  );
}

interface ItemStepsProps {
  item: Item;
  items: readonly Item[];
  actions: Instance['actions'];
  ask: (asked: Asked) => void;
}

/** Opening, putting off and concluding the item; what stands against it is said at the button. */
function ItemSteps({ item, items, actions, ask }: ItemStepsProps) {
  const { t } = useTranslation();
  const words = useWords('criticism-session');
  const nameOf = useSubjectName();
  if (item.status === 'waiting') {
    const before = heardBefore(items, item);
    const mayOpen = isAllowed(actions, 'openItem');
    const mayDefer = isAllowed(actions, 'deferItem') && item.role !== 'collective';
    if (!mayOpen && !mayDefer) return null;
    return (
      <div>
        <Group gap="xs" className="no-print">
          {mayOpen && (
            <Button
              disabled={before !== undefined}
              aria-describedby={before ? `before-${item.subjectId}` : undefined}
              onClick={() => ask({ command: 'openItem' })}
            >
              {words.command('openItem')}
            </Button>
          )}
          {mayDefer && (
            <Button variant="default" onClick={() => ask({ command: 'deferItem' })}>
              {words.command('deferItem')}
            </Button>
          )}
        </Group>
        {before && mayOpen && (
          <Text size="sm" c="dimmed" mt={6} id={`before-${item.subjectId}`}>
            {t('session.after', { name: nameOf(before) })}
          </Text>
        )}
      </div>
    );
  }
  if (item.status !== 'open' || !isAllowed(actions, 'concludeItem')) return null;
  const guards = conclusionGuards(item);
  return (
    <div>
      <Button
        className="no-print"
        disabled={guards.length > 0}
        aria-describedby={guards.length > 0 ? `guard-${item.subjectId}` : undefined}
        onClick={() => ask({ command: 'concludeItem' })}
      >
        {words.command('concludeItem')}
      </Button>
      {guards.map((code) => (
        <Text
          key={code}
          size="sm"
          c="var(--guong-warn)"
          mt={6}
          role="note"
          id={`guard-${item.subjectId}`}
        >
          {t(`session.guard.${code}`)}
        </Text>
      ))}
    </div>
  );
}

const SECTIONS = ['strengths', 'shortcomings', 'remedied', 'prompts', 'direction'] as const;
const COLLECTIVE_SECTIONS = ['results', ...SECTIONS.slice(1)] as const;

/** The headings of a self-review stand ready, each with a place to write. */
function useReviewFields(item: Item) {
  const { t } = useTranslation();
  const keys = item.role === 'collective' ? COLLECTIVE_SECTIONS : SECTIONS;
  return {
    sections: { lines: keys.map((value) => ({ value, label: t(`session.review.${value}`) })) },
    ...(item.role === 'collective' && { kind: HIDDEN }),
  };
}
