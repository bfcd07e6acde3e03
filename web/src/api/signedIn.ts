// Whether somebody signed in on this device, so that a first visit does not ask the server for a session that cannot be there.
const name = 'paceline.signed-in';

export function maybeSignedIn(): boolean {
  return localStorage.getItem(name) !== null;
}

export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(name, 'yes');
  else localStorage.removeItem(name);
}
