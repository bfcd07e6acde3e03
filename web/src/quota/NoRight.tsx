import { Trans } from '@lingui/react/macro';
import { PageHead } from '../ui';

/** In place of figures that are not for the reader. */
export function NoRight() {
  return <PageHead title={<Trans>You cannot see this. Ask your manager.</Trans>} />;
}
