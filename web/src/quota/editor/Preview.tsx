import { VisuallyHidden } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PeriodKind, PreviewRep, QuotaPreview } from '../../api/types';
import { listOf, useFormat } from '../../format';
import { ScrollRegion } from '../../ui';
import type { QuotaDraft } from './draft';
import { isMoney, missingOf } from './draft';
import css from './editor.module.css';
import { Faults } from './Faults';
import { reachedBefore } from './previewFigures';
import { usePreview } from './useQuotaEditor';

function Missing({ draft }: { draft: QuotaDraft }) {
  const { t, i18n } = useLingui();
  const words = {
    name: t`a name`,
    amount: t`an amount`,
    span: t`the days of the campaign`,
    subjects: t`somebody who is asked`,
  };
  const missing = missingOf(draft).map((part) => words[part]);
  const list = listOf(missing, i18n);
  return (
    <p className={css.hint}>
      <Trans>Still missing: {list}.</Trans>
    </p>
  );
}

function Row({ rep, currency }: { rep: PreviewRep; currency: string | null }) {
  const { t } = useLingui();
  const much = useFormat().number.much(currency);
  const { before } = rep;
  const reached = before.grade === 'quota' || before.grade === 'stretch';
  return (
    <tr>
      <th scope="row">
        <bdi>{rep.rep_name}</bdi>
      </th>
      <td>{rep.excused ? t`excused` : much.count(rep.amount)}</td>
      <td>
        {before.excused ? (
          <Trans>excused</Trans>
        ) : (
          <>
            <bdi dir="ltr">
              {before.counted === null ? '–' : much.count(before.counted)} /{' '}
              {much.count(before.amount)}
            </bdi>{' '}
            <span aria-hidden>{reached ? '✓' : '–'}</span>
            <VisuallyHidden>
              {reached ? t`would have been reached` : t`would not have been reached`}
            </VisuallyHidden>
          </>
        )}
      </td>
    </tr>
  );
}

function Found({
  preview,
  period,
  currency,
}: {
  preview: QuotaPreview;
  period: PeriodKind;
  currency: string | null;
}) {
  const { date, number, span } = useFormat();
  const { t } = useLingui();
  const [first] = preview.reps;
  if (first === undefined) {
    return (
      <p className={css.hint}>
        <Trans>This asks nobody in this period.</Trans>
      </p>
    );
  }
  const { reached, asked } = reachedBefore(preview.reps);
  const from = date.day(preview.from);
  const people = preview.reps.length;
  const n = number.count(people);
  const [r, a] = [number.count(reached), number.count(asked)];
  return (
    <>
      <p className={css.small}>
        {t`${plural(people, { one: `${n} rep, from ${from} on.`, other: `${n} reps, from ${from} on.` })}`}{' '}
        <Trans>
          The period before would have been reached by {r} of {a}.
        </Trans>
      </p>
      <ScrollRegion label={t`Whom it asks`} className={css.previewBox}>
        <table className={css.previewRows}>
          <thead>
            <tr>
              <th scope="col">
                <Trans context="head of a column">Rep</Trans>
              </th>
              <th scope="col">{span.periodLong(period, first.period)}</th>
              <th scope="col">{span.periodLong(period, first.before.period)}</th>
            </tr>
          </thead>
          <tbody>
            {preview.reps.map((rep) => (
              <Row key={rep.rep_id} rep={rep} currency={currency} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** Whom the draft touches, how much it asks of each, and what the period before would have been under it. */
export function Preview({ draft }: { draft: QuotaDraft }) {
  const preview = usePreview(draft);
  const missing = missingOf(draft).length > 0;
  return (
    <section className={css.preview} aria-live="polite">
      <h3 className={css.previewTitle}>
        <Trans>What it would ask</Trans>
      </h3>
      {missing && <Missing draft={draft} />}
      {!missing && preview.isError && <Faults error={preview.error} />}
      {!missing && !preview.isError && preview.data && (
        <Found
          preview={preview.data}
          period={draft.period}
          currency={isMoney(draft.unit) ? draft.currency : null}
        />
      )}
    </section>
  );
}
