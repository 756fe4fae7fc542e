import { useRef, useState } from 'react';
import { useMe } from '../../api/session.js';
import { keptText } from '../command-form/kept-text.js';

/** A text that stays in the browser at every keystroke until it has been recorded. */
export function useKeptText(name: string, begin = '') {
  const { username } = useMe();
  const kept = keptText<{ text: string }>(username, name);
  const [text, setText] = useState(() => kept.read()?.values.text ?? begin);
  const latest = useRef(text);
  const write = (next: string) => {
    latest.current = next;
    setText(next);
    if (next === '') kept.forget();
    else kept.keep({ text: next });
  };
  return {
    text,
    write,
    /** The text as sent was recorded; what was typed since stays. */
    taken(sent: string) {
      if (latest.current === sent) write('');
      else if (latest.current.startsWith(sent)) write(latest.current.slice(sent.length));
    },
  };
}
