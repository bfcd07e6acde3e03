import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Chance, ColdAndSignal } from '../api/types';
import { useFormat } from '../format';
import { Card } from '../ui';
import { ChanceFigure } from './ChanceFigure';
import css from './fair.module.css';

interface SideProps {
  title: string;
  contacts: number;
  reached: Chance;
  agreed: Chance;
}

function Bar({ chance }: { chance: Chance }) {
  if (chance.interval === null || chance.share === null) return null;
  const { low, high } = chance.interval;
  const percent = (share: number) => `${share * 100}%`;
  return (
    <span className={css.range} aria-hidden>
      <span
        className={css.rangeFrom}
        style={{ insetInlineStart: percent(low), inlineSize: percent(high - low) }}
      />
      <span className={css.rangeAt} style={{ insetInlineStart: percent(chance.share) }} />
    </span>
  );
}

function Side({ title, contacts, reached, agreed }: SideProps) {
  const { t } = useLingui();
  return (
    <section className={css.side}>
      <h3 className={css.strong}>{title}</h3>
      <p className={css.dim}>
        {plural(contacts, { one: '# contact called', other: '# contacts called' })}
      </p>
      {[
        { word: t`reached`, chance: reached },
        { word: t`agreed`, chance: agreed },
      ].map(({ word, chance }) => (
        <div key={word} className={css.sideLine}>
          <span>{word}</span>
          <ChanceFigure chance={chance} />
          <Bar chance={chance} />
        </div>
      ))}
    </section>
  );
}

function Sentence({ beside }: { beside: ColdAndSignal }) {
  const { number } = useFormat();
  const { agreed, too_few } = beside;
  if (agreed === null || too_few) return <Trans>Too few on one side to tell them apart.</Trans>;
  const points = (share: number) => number.count(Math.round(share * 100));
  const low = points(agreed.interval.low);
  const high = points(agreed.interval.high);
  const middle = points(agreed.value);
  if (agreed.interval.low > 0)
    return (
      <Trans>
        Contacts with a signal agreed more often: by {middle} points in 100, {low} to {high}.
      </Trans>
    );
  if (agreed.interval.high < 0)
    return (
      <Trans>
        Contacts with a signal agreed less often: by {middle} points in 100, {low} to {high}.
      </Trans>
    );
  return (
    <Trans>
      No difference is proven: {middle} points in 100, it may be anything from {low} to {high}.
    </Trans>
  );
}

/** How sure one may be, in one figure: from 1 in 2 (nothing is known) on. */
function Likely({ beside }: { beside: ColdAndSignal }) {
  const { chance } = useFormat();
  const { agreed, too_few } = beside;
  if (agreed === null || too_few) return null;
  const odds = chance.odds(agreed.chance_higher);
  return (
    <p>
      <Trans>The chance that contacts with a signal agree more often: {odds}.</Trans>
    </p>
  );
}

/** Cold calls beside contacts who gave a signal in the ninety days before. */
export function ColdAndSignalCard({ beside }: { beside: ColdAndSignal }) {
  const { t } = useLingui();
  const { cold, signal_led } = beside;
  return (
    <Card
      title={t`Cold calls and contacts who gave a signal`}
      note={t`By the first outbound call with each contact. A signal is one of the ninety days before it.`}
    >
      <div className={css.sides}>
        <Side
          title={t`Cold, without a signal`}
          contacts={cold.contacts}
          reached={cold.led_to.reached}
          agreed={cold.led_to.agreed}
        />
        <Side
          title={t`After a signal`}
          contacts={signal_led.contacts}
          reached={signal_led.led_to.reached}
          agreed={signal_led.led_to.agreed}
        />
      </div>
      <p>
        <Sentence beside={beside} />
      </p>
      <Likely beside={beside} />
    </Card>
  );
}
