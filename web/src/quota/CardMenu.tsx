import { ActionIcon, Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconDots } from '@tabler/icons-react';
import css from './pace.module.css';

interface CardMenuProps {
  table: boolean;
  onTable: (table: boolean) => void;
  onEvidence?: () => void;
}

/** What can be done with a chart: read it as a table, open its rows. */
export function CardMenu({ table, onTable, onEvidence }: CardMenuProps) {
  const { t } = useLingui();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={css.cardMenu}
          aria-label={t`Menu of the card`}
        >
          <IconDots size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onTable(!table)}>
          {table ? t`Show as chart` : t`Show as table`}
        </Menu.Item>
        {onEvidence && <Menu.Item onClick={onEvidence}>{t`Show the rows`}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
