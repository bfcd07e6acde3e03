import { Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Opportunity, Stage } from '../api/pipelineTypes';
import css from './board.module.css';
import { stageName } from './stageName';

interface MoveMenuProps {
  at: HTMLElement;
  opportunity: Opportunity;
  stages: readonly Stage[];
  onMove: (to: Stage) => void;
  onOpen: () => void;
  onClose: () => void;
}

/** What a card can do without being dragged. One for the whole board, at the card that asked. */
export default function MoveMenu({
  at,
  opportunity,
  stages,
  onMove,
  onOpen,
  onClose,
}: MoveMenuProps) {
  const { t, i18n } = useLingui();
  const box = at.getBoundingClientRect();
  return (
    <Menu opened onClose={onClose} position="bottom-end" withinPortal>
      <Menu.Target>
        <span className={css.anchor} style={{ top: box.bottom, left: box.left + box.width / 2 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t`Menu of ${opportunity.name}`} aria-labelledby={undefined}>
        <Menu.Item onClick={onOpen}>{t`Open`}</Menu.Item>
        <Menu.Label>{t`Move to`}</Menu.Label>
        {stages
          .filter(({ stage_id }) => stage_id !== opportunity.stage.stage_id)
          .map((stage) => (
            <Menu.Item key={stage.stage_id} onClick={() => onMove(stage)}>
              {stageName(stage, i18n)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
