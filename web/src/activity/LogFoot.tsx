import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Kbd } from '../ui';
import css from './LogFoot.module.css';

export function LogFoot({ onCancel }: { onCancel: () => void }) {
  return (
    <div className={css.foot}>
      <p className={css.keys}>
        <Trans>All by keyboard</Trans>
        <span className={css.path} dir="ltr" aria-hidden>
          <Kbd>L</Kbd>
          <Kbd>b r i</Kbd>
          <Kbd>↵</Kbd>
          <Kbd>G</Kbd>
          <Kbd>↵</Kbd>
        </span>
      </p>
      <Button variant="default" className={css.cancel} onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
      <Button type="submit" className={css.save}>
        <Trans>Save</Trans>
        <span className={css.enter}>
          <Kbd onFill>↵</Kbd>
        </span>
      </Button>
    </div>
  );
}
