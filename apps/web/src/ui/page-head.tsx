import { Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  /** For the browser's tab and history. */
  documentTitle: string;
  under?: ReactNode;
  aside?: ReactNode;
}

/** The page's one h1; takes the focus when the page opens, so that a screen reader says it. */
export function PageHead({ title, documentTitle, under, aside }: PageHeadProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${documentTitle} · Gương`;
  }, [documentTitle]);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <div style={{ minWidth: 0, flex: '1 1 320px' }}>
        <Title
          order={1}
          size="h2"
          ref={head}
          tabIndex={-1}
          style={{ outline: 'none', overflowWrap: 'anywhere' }}
        >
          {title}
        </Title>
        {under && (
          <Text component="div" c="dimmed" size="sm" mt={4}>
            {under}
          </Text>
        )}
      </div>
      {aside}
    </Group>
  );
}
