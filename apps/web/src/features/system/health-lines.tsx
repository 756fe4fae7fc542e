import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Line = Record<string, unknown>;

export const linesOf = (value: unknown): Line[] =>
  Array.isArray(value)
    ? value.filter((one): one is Line => typeof one === 'object' && one !== null)
    : [];

const GOOD = new Set(['live', 'running', 'serving', 'up']);

/** Any value of a health answer as one line. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/**
 * What runs inside one part (projections, reactors): its state first, then everything else it says.
 */
export function HealthLines({ name, lines }: { name: string; lines: readonly Line[] }) {
  const { t, i18n } = useTranslation();
  const word = (state: string) =>
    i18n.exists(`lineState.${state}`) ? t(`lineState.${state}`) : state;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={5} aria-label={name}>
        <Table.Tbody>
          {lines.map((line, index) => {
            const { name: title, state, kind, ...rest } = line;
            const status = textOf(state ?? kind ?? '');
            return (
              <Table.Tr key={`${textOf(title ?? '')}-${String(index)}`}>
                <Table.Th scope="row">{textOf(title ?? index + 1)}</Table.Th>
                <Table.Td>
                  <Badge variant="light" color={GOOD.has(status) ? 'green' : 'orange'}>
                    {word(status)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {Object.entries(rest)
                      .map(([field, value]) => `${field}: ${textOf(value)}`)
                      .join(' · ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
