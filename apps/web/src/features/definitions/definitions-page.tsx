import { Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { Failure, Loading } from '../../ui/states.js';
import { definitionsQuery } from './definition-queries.js';

/** Every workflow, for whoever wants to know by what rules it runs. */
export function DefinitionsPage() {
  const { t, i18n } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(definitionsQuery);
  const titleOf = (title: { vi: string; en: string }) =>
    capital(i18n.language === 'en' ? title.en : title.vi);
  return (
    <>
      <PageHead
        documentTitle={t('definitions.title')}
        title={t('definitions.title')}
        under={t('definitions.hint')}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Loading />}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {data?.map(({ name, title, version, states, commands }) => (
          <section key={name} className="card" style={{ padding: 16 }}>
            <Title order={2} size="h5">
              <Link to="/definitions/$workflow" params={{ workflow: name }}>
                {titleOf(title)}
              </Link>
            </Title>
            <Group gap="xs" mt={4}>
              <Text size="sm" c="dimmed">
                {t('definitions.counts', { states: states.length, commands: commands.length })}
              </Text>
              <Text size="sm" c="dimmed">
                {t('definitions.version', { version })}
              </Text>
            </Group>
          </section>
        ))}
      </SimpleGrid>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
