import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const texts = /\.(js|css|html|svg|json|webmanifest|txt)$/;

for (const name of readdirSync(dist, { recursive: true })) {
  if (!texts.test(name)) continue;
  const path = join(dist, name);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), options));
}
