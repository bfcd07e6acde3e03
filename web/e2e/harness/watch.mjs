// Collects what must not happen on a page: complaints in its console, errors, CSP violations, failed requests.

const browserSays = 'Failed to load resource:'; // judged by its request, which says more

export async function watch(context) {
  const troubles = [];
  const expected = [];
  let offline = false;

  const isExpected = (trouble) =>
    expected.some(({ status, path }) => status === trouble.status && path.test(trouble.path));
  const pathOf = (request) => new URL(request.url()).pathname;

  await context.exposeBinding('reportViolation', (_, words) => troubles.push(`CSP: ${words}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      window.reportViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
    });
  });

  context.on('console', (message) => {
    const type = message.type();
    const words = message.text();
    if (type !== 'error' && type !== 'warning') return;
    if (!words.startsWith(browserSays)) troubles.push(`console ${type}: ${words}`);
  });
  context.on('weberror', (error) => troubles.push(`page error: ${error.error().stack}`));
  context.on('response', (response) => {
    const trouble = { status: response.status(), path: pathOf(response.request()) };
    if (trouble.status < 400 || isExpected(trouble)) return;
    troubles.push(`${response.request().method()} ${trouble.path} answered ${trouble.status}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The page gives up what it no longer needs; without a network everything fails.
    if (why === 'net::ERR_ABORTED' || (offline && why === 'net::ERR_INTERNET_DISCONNECTED')) return;
    troubles.push(`${request.method()} ${pathOf(request)} failed: ${why}`);
  });

  return {
    troubles,
    expect: (status, path) => expected.push({ status, path }),
    async setOffline(value) {
      offline ||= value;
      await context.setOffline(value);
    },
  };
}
