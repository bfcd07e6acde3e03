import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Sharer } from '../api/pipelineTypes';
import { useFormat } from '../format';
import css from './board.module.css';
import { eventWords } from './eventWords';
import type { Move, MoveStore } from './moves';
import { Sharers } from './Sharers';
import { stageName } from './stageName';
import { useRefusal } from './useRefusal';
import { useMoves } from './useMoves';

function Notice({
  children,
  icon,
  acts,
}: {
  children: ReactNode;
  icon?: ReactNode;
  acts: ReactNode;
}) {
  return (
    <li className={css.notice}>
      {icon}
      <span className={css.noticeWords}>{children}</span>
      {acts}
    </li>
  );
}

const warning = <IconAlertTriangle size={17} stroke={1.8} aria-hidden />;

/** Somebody was faster: who, what, when, and whose word shall stand. */
function Conflict({ move, store }: { move: Move; store: MoveStore }) {
  const { i18n, t } = useLingui();
  const format = useFormat();
  const { id, name, to, from, news } = move;
  const last = news[0];
  const who = last?.actor?.name ?? t`The system`;
  const did = news.map((event) => eventWords(event, i18n, format)).join('; ');
  const at = last === undefined ? '' : format.date.dayTime(last.known_at);
  return (
    <Notice
      icon={warning}
      acts={
        <>
          <Button size="xs" variant="default" onClick={() => store.keepTheirs(id)}>
            {t`Keep it in ${stageName(from, i18n)}`}
          </Button>
          <Button size="xs" variant="default" onClick={() => void store.keepMine(id)}>
            {t`Move it to ${stageName(to, i18n)}`}
          </Button>
        </>
      }
    >
      {last === undefined ? (
        <Trans>
          <b>{name}</b> was changed meanwhile. Your move was not stored.
        </Trans>
      ) : (
        <Trans>
          <b>{name}</b> was changed meanwhile by {who}: {did}, {at}. Your move was not stored.
        </Trans>
      )}
    </Notice>
  );
}

function Refused({ move, store }: { move: Move; store: MoveStore }) {
  const { t } = useLingui();
  const why = useRefusal()(move.problem);
  const { name } = move;
  return (
    <Notice
      icon={warning}
      acts={
        <Button size="xs" variant="default" onClick={() => store.dismiss(move.id)}>
          {t`Close`}
        </Button>
      }
    >
      <Trans>
        <b>{name}</b> was put back. {why}
      </Trans>
    </Notice>
  );
}

function Waiting({ moves, store }: { moves: readonly Move[]; store: MoveStore }) {
  const { t } = useLingui();
  const names = moves.map(({ name }) => name).join(', ');
  return (
    <Notice
      icon={<IconCloudOff size={17} stroke={1.8} aria-hidden />}
      acts={
        <>
          <Button size="xs" variant="default" onClick={() => store.retry()}>
            {t`Try again`}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => moves.forEach(({ id }) => store.dismiss(id))}
          >
            {t`Put back`}
          </Button>
        </>
      }
    >
      <Trans>
        The server does not answer. What was moved is kept here and sent again: <b>{names}</b>
      </Trans>
    </Notice>
  );
}

const undo_ms = 10_000;

interface UndoProps {
  move: Move;
  shares: readonly Sharer[];
  store: MoveStore;
}

function Undo({ move, shares, store }: UndoProps) {
  const { t, i18n } = useLingui();
  const { name, to } = move;
  useEffect(() => {
    const timer = setTimeout(() => store.forgetLast(), undo_ms);
    return () => clearTimeout(timer);
  }, [store]);
  return (
    <Notice
      acts={
        <Button size="xs" variant="default" onClick={() => void store.undo(t`Taken back at once`)}>
          {t`Undo`}
        </Button>
      }
    >
      <Trans>
        <b>{name}</b> is in {stageName(to, i18n)} now.
      </Trans>
      {to.ends === 'won' && shares.length > 0 && (
        <>
          {' '}
          <Trans>
            It is shared as before: <Sharers shares={shares} />
          </Trans>
        </>
      )}
    </Notice>
  );
}

/** What is to be said about moves: kept, refused, somebody else's, done. */
export function Notices() {
  const { t } = useLingui();
  const { store, board } = useMoves();
  const moves = [...board.moves.values()];
  const waiting = moves.filter(({ state }) => state === 'waiting');
  const told = moves.filter(({ state }) => state === 'conflict' || state === 'refused');
  return (
    <section aria-label={t`Moves`} aria-live="polite">
      <ul className={css.notices}>
        {waiting.length > 0 && <Waiting moves={waiting} store={store} />}
        {told.map((move) =>
          move.state === 'conflict' ? (
            <Conflict key={move.id} move={move} store={store} />
          ) : (
            <Refused key={move.id} move={move} store={store} />
          ),
        )}
        {board.last && (
          <Undo
            key={board.last.key}
            move={board.last}
            shares={board.known.get(board.last.id)?.shares ?? []}
            store={store}
          />
        )}
      </ul>
    </section>
  );
}
