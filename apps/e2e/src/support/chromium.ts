import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Chromium {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * The browser of the walks: COHORTE_CHROMIUM (a path, or `packaged`), else the machine's own, else the one that comes
 * as an npm package. Nothing is downloaded.
 */
export async function findChromium(): Promise<Chromium> {
  const wanted = process.env['COHORTE_CHROMIUM'];
  if (wanted && wanted !== 'packaged') return { executablePath: wanted, args, env: environment() };
  const own = wanted ? undefined : installed.find((path) => existsSync(path));
  return own ? { executablePath: own, args, env: environment() } : packagedChromium();
}

/** Its libraries are unpacked beside it only where it believes to run in its home, the variable of which must be set first. */
async function packagedChromium(): Promise<Chromium> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  chromium.setGraphicsMode = false;
  const executablePath = await chromium.executablePath();
  const libraries = [join(tmpdir(), 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return { executablePath, args: [...args, '--headless=shell', '--no-zygote'], env: { ...environment(), LD_LIBRARY_PATH: libraries } };
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
