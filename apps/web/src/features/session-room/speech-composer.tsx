import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { useWords } from '../../ui/words.js';
import { newId } from '../command-form/index.js';
import { Composer, usePeople } from '../meeting-room/index.js';
import { AREAS } from './areas.js';

interface SpeechComposerProps {
  id: string;
  subjectId: string;
  /** The recorder writes for everybody; all others only what they say themselves. */
  isRecorder: boolean;
  here: readonly string[];
}

/** A word of criticism: who says it, about what, in words. */
export function SpeechComposer({ id, subjectId, isRecorder, here }: SpeechComposerProps) {
  const { t } = useTranslation();
  const me = useMe();
  const words = useWords('criticism-session');
  const { nameOf } = usePeople();
  const [area, setArea] = useState<string>(AREAS[0]);
  const others = here.filter((one) => one !== subjectId);
  const own = me.memberId !== null && others.includes(me.memberId) ? me.memberId : null;
  // Nobody criticises themselves, nor without being there.
  if (!isRecorder && own === null) return null;
  return (
    <Composer
      workflow="criticism-session"
      id={id}
      command="recordCriticism"
      about={subjectId}
      label={t('session.criticism')}
      {...(isRecorder && {
        speakerLabel: t('room.whoSpeaks'),
        speakers: others.map((value) => ({ value, label: nameOf(value) })),
      })}
      inputOf={(text, speaker) => ({
        ...{ id: newId(), subjectId, area, text, on: today() },
        speakerId: isRecorder ? speaker : own,
      })}
      submitLabel={t('room.record')}
    >
      <NativeSelect
        label={t('session.area')}
        value={area}
        onChange={(event) => setArea(event.currentTarget.value)}
        data={AREAS.map((value) => ({ value, label: words.value('area', value) }))}
      />
    </Composer>
  );
}
