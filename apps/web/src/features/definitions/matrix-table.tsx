import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Definition } from './definition-queries.js';
import classes from './definitions.module.css';

/** Commands by states: where each is possible, where it leads, and who may give it. */
export function MatrixTable({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const { states, commands, matrix } = definition;
  const nameOf = (code: string) => states.find(({ name }) => name === code)?.text ?? code;
  const cellOf = (command: string, state: string) => {
    const cell = matrix.find((one) => one.command === command && one.state === state);
    if (!cell) return null;
    return cell.to.map((target) =>
      target === state ? (
        <span key={target}>
          <span aria-hidden>●</span>
          <VisuallyHidden>{t('definitions.stays')}</VisuallyHidden>
        </span>
      ) : (
        <div key={target}>→ {nameOf(target)}</div>
      ),
    );
  };
  return (
    <Table.ScrollContainer minWidth={320} tabIndex={0}>
      <Table className={classes.matrix} verticalSpacing={6} withColumnBorders highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('definitions.command')}</Table.Th>
            {states.map(({ name, text }) => (
              <Table.Th key={name} scope="col">
                {text}
              </Table.Th>
            ))}
            <Table.Th scope="col">{t('definitions.who')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {commands.map(({ name, text, by }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{text}</Table.Th>
              {states.map((state) => (
                <Table.Td key={state.name}>{cellOf(name, state.name)}</Table.Td>
              ))}
              <Table.Td className={classes.who}>{by}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
