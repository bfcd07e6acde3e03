import { Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { Opportunity, Stage, StageDays } from '../api/pipelineTypes';
import { useFormat } from '../format';
import { type Column, heightOf, least_px, type Scale, valueOf } from './board';
import css from './board.module.css';
import { type CardActs, OpportunityCard } from './OpportunityCard';
import { stageName } from './stageName';

export const row_px = 96;
const gap_px = 6;

export interface ColumnProps extends CardActs {
  column: Column;
  /** Null: all cards are of one height, and only those in sight are drawn. */
  scale: Scale | null;
  largest: number;
  usual: StageDays | undefined;
  today: string;
  /** The card that is lifted, by hand or by key. */
  lifted: string | null;
  sending: ReadonlySet<string>;
  /** Where it would be dropped. */
  over: boolean;
  /** The card that Tab reaches. */
  stop: string | null;
  onOver: (stage: Stage) => void;
  onDrop: (stage: Stage) => void;
}

function Head({ column: { stage, cards, value, without_value } }: Pick<ColumnProps, 'column'>) {
  const { i18n } = useLingui();
  const { number } = useFormat();
  const without = number.count(without_value);
  return (
    <header className={css.head}>
      <h2 className={css.stage}>
        {stageName(stage, i18n)} <span className={css.dim}>{number.count(cards.length)}</span>
      </h2>
      <p className={css.sum}>
        <b>{value === null ? '–' : number.moneyShort(value)}</b>
        {without_value > 0 && (
          <span className={css.dim}>
            {' '}
            <Trans>{without} without an amount</Trans>
          </span>
        )}
      </p>
    </header>
  );
}

/** What is drawn of a column of cards that are all of one height. */
function useShown(cards: readonly Opportunity[], stop: string | null) {
  const region = useRef<HTMLUListElement>(null);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => region.current,
    estimateSize: () => row_px + gap_px,
    overscan: 4,
    initialRect: { width: 240, height: 700 },
  });
  const at = cards.findIndex(({ opportunity_id }) => opportunity_id === stop);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
    // Only when another card is reached.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [stop]);
  return { region, virtual };
}

export const BoardColumn = memo(function BoardColumn(props: ColumnProps) {
  const { column, scale, largest, over, stop, lifted, sending, usual, today } = props;
  const { t, i18n } = useLingui();
  const { stage, cards } = column;
  const { region, virtual } = useShown(cards, scale === null ? stop : null);
  const shown =
    scale === null
      ? virtual.getVirtualItems().map(({ index, start }) => ({ index, top: start }))
      : cards.map((_, index) => ({ index, top: null }));
  const { onOpen, onMenu, onLift, onDragEnd, onFocus } = props;
  return (
    // A card is dropped on it; by keys the board does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={css.column}
      aria-label={stageName(stage, i18n)}
      data-stage={stage.stage_id}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        props.onOver(stage);
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop(stage);
      }}
    >
      <Head column={column} />
      <ul ref={region} className={css.cards} data-scale={scale !== null || undefined}>
        {scale === null && (
          <li aria-hidden className={css.length} style={{ height: virtual.getTotalSize() }} />
        )}
        {shown.map(({ index, top }) => {
          const card = cards[index];
          if (card === undefined) return null;
          const id = card.opportunity_id;
          const height = scale === null ? { px: row_px, to_scale: true } : heightOf(card, scale);
          return (
            <OpportunityCard
              key={id}
              opportunity={card}
              top={top}
              height={Math.max(height.px, least_px)}
              rail={scale === null ? valueOf(card) / Math.max(largest, 1) : 1}
              toScale={height.to_scale}
              usual={usual}
              today={today}
              lifted={lifted === id}
              sending={sending.has(id)}
              stop={stop === id}
              {...{ onOpen, onMenu, onLift, onDragEnd, onFocus }}
            />
          );
        })}
        {cards.length === 0 && <li className={css.none}>{t`Nothing stands here.`}</li>}
      </ul>
    </section>
  );
});
