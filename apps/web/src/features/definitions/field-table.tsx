import { Code, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from './definition-queries.js';

/** Codes stand between backticks, as on the reference pages. */
const withCodes = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 0 ? part : <Code key={index}>{part}</Code>));

/** The fields of an input or of a fact. */
export function FieldTable({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={320} tabIndex={0}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('definitions.field')}</Table.Th>
            <Table.Th scope="col">{t('definitions.value')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ path, text, type, required }) => (
            <Table.Tr key={path}>
              <Table.Th scope="row" fw={400}>
                {text}
                {required && (
                  <abbr title={t('definitions.required')} style={{ textDecoration: 'none' }}>
                    {' '}
                    *
                  </abbr>
                )}{' '}
                <Code>{path}</Code>
              </Table.Th>
              <Table.Td>{withCodes(type)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
