import { useDirection, VisuallyHidden } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import {
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Opportunity, Pipeline, Stage } from '../api/pipelineTypes';
import { useToday } from '../format/useToday';
import { BoardColumn } from './BoardColumn';
import { type Column, endsOf, most_to_scale, scaleOf, valueOf } from './board';
import css from './board.module.css';
import { Ends } from './Ends';
import { stageName } from './stageName';
import type { UsualDays } from './useUsualDays';

const loadMenu = () => import('./MoveMenu');
const MoveMenu = lazy(loadMenu);

interface BoardProps {
  pipeline: Pipeline;
  columns: readonly Column[];
  compact: boolean;
  minorOfThousand: number;
  sending: ReadonlySet<string>;
  usual: UsualDays;
  onMove: (opportunity: Opportunity, to: Stage) => void;
  onOpen: (opportunity: Opportunity) => void;
}

interface Place {
  column: number;
  row: number;
}

function placeOf(columns: readonly Column[], id: string | null): Place | null {
  for (const [column, { cards }] of columns.entries()) {
    const row = cards.findIndex(({ opportunity_id }) => opportunity_id === id);
    if (row >= 0) return { column, row };
  }
  return null;
}

/** The card beside it, over columns without any. */
function cardAt(columns: readonly Column[], from: Place, by: [number, number]): string | null {
  const [sideways, down] = by;
  if (sideways === 0) return columns[from.column]?.cards[from.row + down]?.opportunity_id ?? null;
  for (let at = from.column + sideways; at >= 0 && at < columns.length; at += sideways) {
    const cards = columns[at]?.cards ?? [];
    const card = cards[Math.min(from.row, cards.length - 1)];
    if (card) return card.opportunity_id;
  }
  return null;
}

const steps: Partial<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Lifted {
  opportunity: Opportunity;
  over: Stage;
  by: 'hand' | 'key';
}

/** Columns of cards that are moved by the mouse, by keys and by a menu. */
export function Board(props: BoardProps) {
  const { pipeline, columns, compact, sending, usual, onMove, onOpen } = props;
  const { t, i18n } = useLingui();
  const { dir } = useDirection();
  const today = useToday();
  const self = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [menu, setMenu] = useState<{ opportunity: Opportunity; at: HTMLElement } | null>(null);
  const [said, setSaid] = useState('');

  const place = placeOf(columns, cursor);
  const first = columns.find(({ cards }) => cards.length > 0)?.cards[0]?.opportunity_id ?? null;
  const stop = place === null ? first : cursor;
  const count = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  const scale = useMemo(
    () => (compact || count > most_to_scale ? null : scaleOf(columns, props.minorOfThousand)),
    [compact, count, columns, props.minorOfThousand],
  );
  const largest = useMemo(
    () => Math.max(0, ...columns.map(({ cards }) => (cards[0] ? valueOf(cards[0]) : 0))),
    [columns],
  );

  // The focus follows the cursor also to a card that was not drawn before, and to where a card was put.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const card = self.current?.querySelector<HTMLElement>(`[data-card="${wanted.current}"]`);
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: scale === null });
  });
  const goTo = useCallback((id: string) => {
    wanted.current = id;
    setCursor(id);
  }, []);

  const drop = useCallback(
    (card: Lifted, to: Stage) => {
      setLifted(null);
      if (card.by === 'key') goTo(card.opportunity.opportunity_id);
      if (card.opportunity.stage.stage_id === to.stage_id) return;
      setSaid(t`${card.opportunity.name} is in ${stageName(to, i18n)} now.`);
      onMove(card.opportunity, to);
    },
    [goTo, i18n, onMove, t],
  );

  const stages = useMemo(
    () => [...columns.map(({ stage }) => stage), ...endsOf(pipeline)],
    [columns, pipeline],
  );

  function pressLifted(card: Lifted, key: string): boolean {
    const step = steps[key];
    if (key === 'Escape') {
      setLifted(null);
      setSaid(t`${card.opportunity.name} stays where it was.`);
    } else if (key === ' ' || key === 'Enter') drop(card, card.over);
    else if (step !== undefined && step[0] !== 0) {
      const by = dir === 'rtl' ? -step[0] : step[0];
      const over = stages[stages.findIndex((each) => each.stage_id === card.over.stage_id) + by];
      if (over) {
        setLifted({ ...card, over });
        setSaid(t`Over ${stageName(over, i18n)}.`);
      }
    } else return step !== undefined;
    return true;
  }

  function pressCard(key: string): boolean {
    const card = place && columns[place.column]?.cards[place.row];
    const step = steps[key];
    if (!place || !card) return false;
    if (step !== undefined) {
      const by: [number, number] = [dir === 'rtl' ? -step[0] : step[0], step[1]];
      const next = cardAt(columns, place, by);
      if (next !== null) goTo(next);
    } else if (key === ' ') {
      setLifted({ opportunity: card, over: card.stage, by: 'key' });
      setSaid(
        t`${card.name} is lifted. The arrows choose a stage, Space puts it down, Esc puts it back.`,
      );
    } else if (key === 'Enter') onOpen(card);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof Element) || !target.matches('[data-card]')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mine = lifted?.by === 'key' ? pressLifted(lifted, event.key) : pressCard(event.key);
    if (event.key === '.' && lifted === null) {
      const dots = target.querySelector<HTMLElement>('[aria-haspopup="menu"]');
      dots?.click();
    } else if (!mine) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const onMenu = useCallback(
    (opportunity: Opportunity, at: HTMLElement) => setMenu({ opportunity, at }),
    [],
  );
  const onLift = useCallback(
    (opportunity: Opportunity) => setLifted({ opportunity, over: opportunity.stage, by: 'hand' }),
    [],
  );
  const onDragEnd = useCallback(() => setLifted((card) => (card?.by === 'hand' ? null : card)), []);
  const onFocus = useCallback(({ opportunity_id }: Opportunity) => setCursor(opportunity_id), []);
  const onOver = useCallback(
    (over: Stage) =>
      setLifted((card) =>
        card === null || card.over.stage_id === over.stage_id ? card : { ...card, over },
      ),
    [],
  );
  const latest = useRef(lifted);
  useEffect(() => {
    latest.current = lifted;
  });
  const onDrop = useCallback(
    (to: Stage) => {
      if (latest.current) drop(latest.current, to);
    },
    [drop],
  );

  return (
    <div ref={self} role="presentation" onKeyDown={onKeyDown}>
      <div className={css.board} data-dragging={lifted !== null || undefined}>
        {columns.map((column) => (
          <BoardColumn
            key={column.stage.stage_id}
            column={column}
            scale={scale}
            largest={largest}
            usual={usual.get(column.stage.stage_id)}
            today={today}
            lifted={
              lifted?.opportunity.stage.stage_id === column.stage.stage_id
                ? lifted.opportunity.opportunity_id
                : null
            }
            sending={sending}
            over={lifted?.over.stage_id === column.stage.stage_id}
            stop={column.cards.some(({ opportunity_id }) => opportunity_id === stop) ? stop : null}
            {...{ onOpen, onMenu, onLift, onDragEnd, onFocus, onOver, onDrop }}
          />
        ))}
        <Ends
          stages={endsOf(pipeline)}
          over={lifted?.over.stage_id ?? null}
          onOver={onOver}
          onDrop={onDrop}
        />
      </div>
      <Suspense>
        {menu && (
          <MoveMenu
            at={menu.at}
            opportunity={menu.opportunity}
            stages={stages}
            onMove={(to) => drop({ ...menu, over: to, by: 'key' }, to)}
            onOpen={() => onOpen(menu.opportunity)}
            onClose={() => {
              setMenu(null);
              goTo(menu.opportunity.opportunity_id);
            }}
          />
        )}
      </Suspense>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
