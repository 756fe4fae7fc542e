import { useState } from 'react';
import { useMe } from '../../api/session.js';
import { keptText } from '../command-form/kept-text.js';
import { textsIn } from '../command-form/left-behind.js';
import { UnsentTexts } from '../command-form/unsent-texts.js';

interface LeftTextProps {
  workflow: string;
  id: string;
  command: string;
  /** As the composer was told. */
  about: string;
}

/** What was typed for something that can no longer be done: shown, not thrown away. */
export function LeftText({ workflow, id, command, about }: LeftTextProps) {
  const { username } = useMe();
  const [, setForgotten] = useState(0);
  const kept = keptText<{ text?: string }>(username, `${workflow}.${id}.${command}@${about}`);
  const found = kept.read();
  if (found === null) return null;
  const { text } = found.values;
  // A single word is a text too, where nothing else was asked for.
  const texts = text?.trim() ? [text] : textsIn(found.values);
  if (texts.length === 0) return null;
  return (
    <UnsentTexts
      texts={texts}
      savedAt={found.savedAt}
      forget={() => {
        kept.forget();
        setForgotten((count) => count + 1);
      }}
    />
  );
}
