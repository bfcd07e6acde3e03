import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Effect, Kind } from '../api/types';
import { useFormat } from '../format';
import css from './CountsFor.module.css';
import type { Draft } from './draft';
import { parseDuration } from '../format/duration';
import { inSentence } from './inSentence';
import { useCountsFor } from './useCountsFor';
import { useReasonWords } from './useReasonWords';

/** What it would count for, before it is saved. It never holds the saving up. */
export function CountsFor({ draft, kind }: { draft: Draft; kind: Kind }) {
  const { t } = useLingui();
  const preview = useCountsFor(draft, kind);
  const reason = useReasonWords();
  const judged = { ...draft, duration_s: parseDuration(draft.duration) ?? null };
  const repeated = preview?.notes.includes('repeat_within_window') ?? false;
  const touched = preview?.counts.filter((effect) => effect.reason !== 'other_kind') ?? [];
  const shown = touched.sort((a, b) => Number(b.counts) - Number(a.counts));
  return (
    <div className={css.box} aria-live="polite" aria-label={t`Counts for`} role="group">
      {shown.map((effect) =>
        effect.counts ? (
          <Counts key={effect.quota_id} effect={effect} />
        ) : (
          <p key={effect.quota_id} className={css.line} data-not>
            <IconX size={15} stroke={1.8} aria-hidden />
            <span>
              <Trans>
                Not for{' '}
                <b>
                  <bdi>{effect.name}</bdi>
                </b>
                : {inSentence(reason(effect, judged))}
              </Trans>
            </span>
          </p>
        ),
      )}
      {repeated && (
        <p className={css.line} data-not>
          <span className={css.indent}>
            <Trans>The same contact was logged a moment ago.</Trans>
          </span>
        </p>
      )}
      {shown.length === 0 && <Nothing known={preview !== null} />}
    </div>
  );
}

function Counts({ effect }: { effect: Effect }) {
  const { number } = useFormat();
  const [before, after, amount] = [effect.before, effect.after, effect.amount].map(number.count);
  return (
    <p className={css.line}>
      <IconCheck size={15} stroke={2} aria-hidden />
      <span className={css.words}>
        <Trans>
          Counts for{' '}
          <b>
            <bdi>{effect.name}</bdi>
          </b>
        </Trans>
      </span>
      <span className={css.figures}>
        <bdi dir="ltr">
          {before} → {after}
        </bdi>{' '}
        <Trans context="215 of 250">of {amount}</Trans>
      </span>
    </p>
  );
}

function Nothing({ known }: { known: boolean }) {
  return (
    <p className={css.line} data-not>
      {known ? (
        <Trans>Counts for no quota. It is kept all the same.</Trans>
      ) : (
        <Trans>Once it is clear who it was, you see here what it counts for.</Trans>
      )}
    </p>
  );
}
