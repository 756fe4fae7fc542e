import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { Action } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useWords } from '../../ui/words.js';
import { isAllowed, SaidLines, usePeople } from '../meeting-room/index.js';
import type { Asked } from './asked.js';
import type { Item, PromptTold, SessionState, SubjectTold } from './session-data.js';
import classes from './session-room.module.css';

interface ItemTextsProps {
  id: string;
  item: Item;
  told: SubjectTold;
  data: SessionState;
  remedyTexts: ReadonlyMap<string, string>;
  actions: readonly Action[];
  ask: (asked: Asked) => void;
}

const BEFORE_THE_END = ['waiting', 'open', 'deferred'];

/** Everything written and said about one subject; the words only where the reader may have them. */
export function ItemTexts(props: ItemTextsProps) {
  const { id, item, told, data, actions, ask } = props;
  const { t } = useTranslation();
  const me = useMe();
  const { nameOf } = usePeople();
  const words = useWords('criticism-session');
  const voice = item.role === 'collective' ? data.headId : item.subjectId;
  const isVoice = voice !== undefined && voice === me.memberId;
  const mayFile =
    isVoice && BEFORE_THE_END.includes(item.status) && isAllowed(actions, 'fileSelfReview');
  const mayPrompt = isAllowed(actions, 'prompt');
  return (
    <Stack gap="md">
      <Block
        title={t('session.selfReview')}
        action={
          mayFile && (
            <Button
              size="xs"
              variant={told.review ? 'default' : 'light'}
              onClick={() =>
                ask({
                  command: 'fileSelfReview',
                  initial: {
                    kind: item.role === 'collective' ? '01' : (told.review?.kind ?? '2a'),
                    sections: told.review?.sections ?? [],
                    ...(told.review?.selfRating && { selfRating: told.review.selfRating }),
                  },
                })
              }
            >
              {t(told.review ? 'session.fileAgain' : 'session.file')}
            </Button>
          )
        }
      >
        <Review told={told} />
      </Block>
      {(told.prompts.length > 0 || mayPrompt) && (
        <Block
          title={t('session.prompts')}
          action={
            mayPrompt && (
              <Button size="xs" variant="light" onClick={() => ask({ command: 'prompt' })}>
                {words.command('prompt')}
              </Button>
            )
          }
        >
          {told.prompts.map((prompt) => (
            <Prompt
              key={prompt.id}
              prompt={prompt}
              answer={
                isVoice && !prompt.answered && isAllowed(actions, 'answerPrompt')
                  ? () => ask({ command: 'answerPrompt', initial: { id: prompt.id } })
                  : undefined
              }
            />
          ))}
        </Block>
      )}
      {told.said.length > 0 && (
        <Block title={t('session.criticisms')}>
          <SaidLines
            workflow="criticism-session"
            command="retract"
            id={id}
            said={told.said}
            noteOf={(one) =>
              words.value('area', told.said.find((it) => it.id === one.id)?.area ?? '')
            }
            mayRetract={isAllowed(actions, 'retract')}
          />
        </Block>
      )}
      {item.reply === 'recorded' && (
        <Block title={t('session.reply')}>
          <Sealed text={told.reply} />
        </Block>
      )}
      <Conclusion {...props} />
      {(told.opinions.length > 0 || isAllowed(actions, 'reserveOpinion')) &&
        item.status !== 'waiting' && (
          <Block
            title={t('session.opinions')}
            action={
              isAllowed(actions, 'reserveOpinion') && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => ask({ command: 'reserveOpinion' })}
                >
                  {words.command('reserveOpinion')}
                </Button>
              )
            }
          >
            {told.opinions.map((one) => (
              <div key={one.id}>
                <Text size="sm" fw={600}>
                  {nameOf(one.authorId)}
                </Text>
                <Sealed text={one.text} />
                {one.forwarded ? (
                  <Text size="xs" c="dimmed">
                    {t('session.forwarded')}
                  </Text>
                ) : (
                  isAllowed(actions, 'forwardOpinion') && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      className="no-print"
                      onClick={() => ask({ command: 'forwardOpinion', initial: { id: one.id } })}
                    >
                      {words.command('forwardOpinion')}
                    </Button>
                  )
                )}
              </div>
            ))}
          </Block>
        )}
    </Stack>
  );
}

function Conclusion({ item, told, data, remedyTexts }: ItemTextsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('criticism-session');
  const { nameOf } = usePeople();
  if (item.status !== 'concluded') return null;
  return (
    <Block title={t('session.conclusion')}>
      <Sealed text={told.conclusion} />
      {told.shortcomings.map((one) => (
        <div key={one.id} className={classes.shortcoming}>
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {words.value('area', one.area)}
            </Text>
            <Badge variant="light" tt="none" color={one.severity === 'serious' ? 'red' : 'orange'}>
              {words.value('severity', one.severity)}
            </Badge>
          </Group>
          <Sealed text={one.text} />
          {one.cause && (
            <Text size="sm">
              {t('session.cause')}: {one.cause}
            </Text>
          )}
          {(data.remedies ?? [])
            .filter(({ basis }) => basis === one.id)
            .map((remedy) => (
              <Text key={remedy.id} size="sm">
                → {remedyTexts.get(remedy.id) ?? t('session.remedy')} ·{' '}
                <b>{nameOf(remedy.ownerId)}</b> ·{' '}
                {t('record.dueBy', { on: format.date(remedy.due) })} ·{' '}
                {words.value('status', remedy.status)}
              </Text>
            ))}
        </div>
      ))}
    </Block>
  );
}

function Block({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div role="group" aria-label={title}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600} c="dimmed">
          {title}
        </Text>
        <span className="no-print">{action}</span>
      </Group>
      <Stack gap="xs">{children}</Stack>
    </div>
  );
}

function Sealed({ text }: { text: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Text
      size="sm"
      c={text === undefined ? 'dimmed' : undefined}
      style={{ whiteSpace: 'pre-wrap' }}
    >
      {text ?? t('room.sealed')}
    </Text>
  );
}

function Review({ told }: { told: SubjectTold }) {
  const { t, i18n } = useTranslation();
  const words = useWords('criticism-session');
  const { review } = told;
  if (!review)
    return (
      <Text size="sm" c="dimmed">
        {t('session.notFiled')}
      </Text>
    );
  const titleOf = (key: string) =>
    i18n.exists(`session.review.${key}`) ? t(`session.review.${key}`) : key;
  return (
    <>
      <Text size="xs" c="dimmed">
        {[
          words.value('kind', review.kind),
          t('session.version', { version: review.version }),
          review.selfRating &&
            `${t('session.selfRating')}: ${words.value('rating', review.selfRating)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {review.sections === undefined && <Sealed text={undefined} />}
      {review.sections?.map(({ key, text }) => (
        <div key={key}>
          <Text size="sm" fw={600}>
            {titleOf(key)}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </Text>
        </div>
      ))}
    </>
  );
}

function Prompt({ prompt, answer }: { prompt: PromptTold; answer: (() => void) | undefined }) {
  const { t } = useTranslation();
  const words = useWords('criticism-session');
  return (
    <div className={classes.shortcoming}>
      <Text size="xs" c="dimmed">
        {words.value('area', prompt.area)}
      </Text>
      <Sealed text={prompt.text} />
      {prompt.answered ? (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          <b>{t('session.answer')}:</b> {prompt.answer ?? t('room.sealed')}
        </Text>
      ) : (
        <Group gap="xs" mt={4}>
          <Badge variant="light" color="orange" tt="none">
            {t('session.unanswered')}
          </Badge>
          {answer && (
            <Button size="xs" onClick={answer} className="no-print">
              {t('session.answerNow')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
