import { Button } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import css from './ExportLinks.module.css';

interface ExportLinksProps {
  /** As docs/export.md names it. */
  table: string;
  /** What the screen asks by; what is undefined is left out. */
  asked?: Record<string, string | number | undefined>;
}

const FORMATS = ['csv', 'xlsx'] as const;

export function exportPath(
  table: string,
  format: string,
  asked: ExportLinksProps['asked'] = {},
): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return `/api/v1/export/${table}?${query}`;
}

/** The rows of the screen as a file. The browser fetches it, so a large one is never in memory. */
export function ExportLinks({ table, asked }: ExportLinksProps) {
  const { t } = useLingui();
  return (
    <div className={css.links}>
      {FORMATS.map((format) => (
        <Button
          key={format}
          component="a"
          href={exportPath(table, format, asked)}
          download
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} stroke={1.8} aria-hidden />}
        >
          {t`Export`} {format.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
