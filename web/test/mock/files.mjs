// The built page as the server will send it: compressed, with a fresh nonce and a strict policy.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

const dist = new URL('../../dist/', import.meta.url).pathname;
const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function sendPage(response) {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
  const page = readFileSync(join(dist, 'index.html'), 'utf8').replaceAll('__CSP_NONCE__', nonce);
  response
    .writeHead(200, { 'content-type': types['.html'], 'content-security-policy': policy })
    .end(page);
}

export function sendFile(response, path) {
  const file = join(dist, path);
  const isFile = file.startsWith(dist) && existsSync(file) && statSync(file).isFile();
  if (!isFile && path.startsWith('/assets/')) return response.writeHead(404).end();
  if (!isFile || path.endsWith('.html')) return sendPage(response);
  const packed = existsSync(`${file}.br`);
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    ...(packed && { 'content-encoding': 'br' }),
  });
  response.end(readFileSync(packed ? `${file}.br` : file));
}
