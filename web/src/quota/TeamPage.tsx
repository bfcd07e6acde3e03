import { useMayManage, useSession } from '../session/useSession';
import { NoRight } from './NoRight';
import TeamPacePage from './TeamPacePage';
import { TeamSums } from './TeamSums';

/** Each rep of the team, or only sums where the company's monitoring profile keeps single figures to each rep. */
export default function TeamPage() {
  const { organisation } = useSession();
  if (!useMayManage()) return <NoRight />;
  return organisation.monitoring === 'full' ? <TeamPacePage /> : <TeamSums />;
}
