import { Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remark } from '../../api/types.js';
import { RemarkNote } from './remark-note.js';

interface MarkableProps {
  path: string;
  /** What the line is called, for screen readers. */
  name: string;
  remarks: readonly Remark[];
  mark?: (remark: Remark) => void;
  children: ReactNode;
}

/** A line of the paper; while marking, a box beside it opens a remark. */
export function Markable({ path, name, remarks, mark, children }: MarkableProps) {
  const { t } = useTranslation();
  const [marked, setMarked] = useState(false);
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
        <div style={{ minWidth: 0, flex: 1 }}>{children}</div>
        {mark && (
          <Checkbox
            color="#a34100"
            checked={marked}
            aria-label={t('return.mark', { name })}
            onChange={(event) => {
              setMarked(event.currentTarget.checked);
              if (!event.currentTarget.checked) mark({ path, text: '' });
            }}
          />
        )}
      </Group>
      {mark && marked && (
        <Textarea
          autosize
          autoFocus
          minRows={1}
          aria-label={t('return.remarkOn', { name })}
          placeholder={t('return.placeholder')}
          onChange={(event) => mark({ path, text: event.currentTarget.value.trim() })}
        />
      )}
      {!mark && <RemarkNote remarks={remarks} path={path} />}
    </Stack>
  );
}
