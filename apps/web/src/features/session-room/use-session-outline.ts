import { useTranslation } from 'react-i18next';
import type { Instance } from '../../api/instance-types.js';
import { useFormat } from '../../format/use-format.js';
import { useWords } from '../../ui/words.js';
import { entriesOf, PRESENCES, usePeople } from '../meeting-room/index.js';
import { inOrder, type SessionState, type SessionTold, toldOf } from './session-data.js';
import { useSubjectName } from './use-subject-name.js';

/** A session as a text for its minutes: subject by subject, in the order of hearing. */
export function useSessionOutline(record: Instance, told: SessionTold): () => string {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('criticism-session');
  const { nameOf } = usePeople();
  const subjectName = useSubjectName();
  const data = record.data as unknown as SessionState;
  return () => {
    const attendance = PRESENCES.flatMap((presence) => {
      const found = entriesOf(record).filter((one) => one.presence === presence);
      const names = found.map(({ memberId }) => nameOf(memberId)).join(', ');
      const who = presence === 'present' ? '' : `: ${names}`;
      return found.length === 0
        ? []
        : [`${t(`room.presence.${presence}`)}: ${String(found.length)}${who}`];
    });
    const items = inOrder(data.items ?? []).flatMap((item, index) => {
      const { said, reply, conclusion, shortcomings } = toldOf(told, item.subjectId);
      const stands = said.filter(({ retracted }) => retracted === undefined);
      return [
        `\n${String(index + 1)}. ${subjectName(item)} (${words.value('role', item.role)})`,
        ...(item.status === 'deferred' ? [t('session.status.deferred')] : []),
        ...stands.map(({ speakerId, text }) => `– ${nameOf(speakerId)}: ${text ?? '…'}`),
        ...(item.reply
          ? [`${t(`session.replyIs.${item.reply}`)}${reply ? `: ${reply}` : ''}`]
          : []),
        ...(conclusion ? [`${t('session.conclusion')}: ${conclusion}`] : []),
        ...shortcomings.map(({ area, text }) => `– ${words.value('area', area)}: ${text ?? '…'}`),
      ];
    });
    const head = [format.date(told.on), told.place].filter(Boolean).join(', ');
    return [`${t('session.title', { year: data.year })}, ${head}.`, ...attendance, ...items].join(
      '\n',
    );
  };
}
