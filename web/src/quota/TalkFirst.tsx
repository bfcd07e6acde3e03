import { VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import css from './team.module.css';
import { talkFirst, talkWords } from './talkFirst';
import type { TeamRow } from './teamRows';
import { useWords } from './useWords';

/** The few who need somebody first, each with the reason. */
export function TalkFirst({ rows }: { rows: readonly TeamRow[] }) {
  const { t } = useLingui();
  const words = useWords();
  const first = talkFirst(rows);
  if (first.length === 0) return null;
  return (
    <section className={css.talk} aria-label={t`Whom to talk to first`}>
      {first.map((row, index) => {
        const { rep_name } = row;
        return (
          <article key={row.rep_id} className={css.talkCard}>
            <h2 className={css.talkHead}>
              <span aria-hidden>{words.format.number.count(index + 1)}</span>
              <b dir="auto">{rep_name}</b>
              <Link to="/pace" search={{ rep: row.rep_id }} className={css.talkLink}>
                <Trans context="link of a card">Open the pace</Trans>
                <VisuallyHidden> {rep_name}</VisuallyHidden>
              </Link>
            </h2>
            <p>{talkWords(row, words)}</p>
          </article>
        );
      })}
    </section>
  );
}
