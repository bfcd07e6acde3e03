// Whether somebody signed in on this device: a first visit does not ask the server for a session that cannot be there,
// and who signed out without a network is out at once, while the server has still to hear of it.
const name = 'paceline.signed-in';

export type SignedInMark = 'yes' | 'ending' | 'no';

export function signedInMark(): SignedInMark {
  const kept = localStorage.getItem(name);
  return kept === 'yes' || kept === 'ending' ? kept : 'no';
}

export function markSignedIn(mark: SignedInMark): void {
  if (mark === 'no') localStorage.removeItem(name);
  else localStorage.setItem(name, mark);
}

/** Calls when somebody signs in or out in another tab; returns how to stop. */
export function followSignedIn(changed: () => void): () => void {
  const hear = ({ key }: StorageEvent) => key === name && changed();
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
