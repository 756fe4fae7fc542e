import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../api/session.js';
import type { Action } from '../../api/types.js';
import { useWords } from '../../ui/words.js';
import type { Values } from './form-input.js';
import { keptText } from './kept-text.js';
import { UnsentTexts } from './unsent-texts.js';

/** The written texts among values, however deep; keys, codes and dates are no texts. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value.trim()) ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether something stands written and unsent for a command. */
export function useIsBegun(workflow: string, id: string): (command: string) => boolean {
  const { username } = useMe();
  return (command) => keptText(username, `${workflow}.${id}.${command}`).read() !== null;
}

interface LeftBehindProps {
  workflow: string;
  id: string;
  /** Commands that are not possible now. */
  actions: readonly Action[];
}

/** Texts written for what can no longer be done: shown, not thrown away. */
export function LeftBehind({ workflow, id, actions }: LeftBehindProps) {
  const words = useWords(workflow);
  const { username } = useMe();
  const [, setForgotten] = useState(0);
  const kept = actions.flatMap(({ command }) => {
    const store = keptText<Values>(username, `${workflow}.${id}.${command}`);
    const found = store.read();
    const texts = textsIn(found?.values);
    return found && texts.length > 0 ? [{ command, store, found, texts }] : [];
  });
  if (kept.length === 0) return null;
  return (
    <Stack gap="xs">
      {kept.map(({ command, store, found, texts }) => (
        <div key={command}>
          <Text size="sm" fw={600} mb={4}>
            {words.command(command)}
          </Text>
          <UnsentTexts
            texts={texts}
            savedAt={found.savedAt}
            forget={() => {
              store.forget();
              setForgotten((count) => count + 1);
            }}
          />
        </div>
      ))}
    </Stack>
  );
}
