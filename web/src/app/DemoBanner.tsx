import { Trans, useLingui } from '@lingui/react/macro';
import css from './DemoBanner.module.css';

export function DemoBanner() {
  const { t } = useLingui();
  return (
    <aside className={css.banner} aria-label={t`Demonstration`}>
      <Trans>
        <b>Demonstration.</b> People, companies and figures are made up.
      </Trans>
    </aside>
  );
}
