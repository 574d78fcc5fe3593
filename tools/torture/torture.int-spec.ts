import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = `dist/testing/torture-${process.pid}`;

interface Played {
  readonly code: number | null;
  readonly said: string;
}

/** The same program as `npm run torture`, for a moment: what is tried here is what is tried there. */
function torture(...options: string[]): Promise<Played> {
  const env = { ...process.env, NODE_OPTIONS: '', TORTURE_FOLDER: folder };
  const child = spawn(process.execPath, ['tools/torture/run.mjs', ...options], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  return new Promise((done) => child.once('close', (code) => {
    rmSync(resolve(root, folder), { recursive: true, force: true });
    done({ code, said });
  }));
}

describe('random histories of people writing together, while processes are killed', () => {
  it('lose, double, resurrect and tear nothing that was «Enregistré», and all read the same', async () => {
    const { code, said } = await torture('--histories', '10', '--seed', '4200', '--at', '10', '--kills');
    const ending = said.trim().split('\n').slice(-2).join('\n');
    if (code === 0) console.info(ending);
    expect({ code, said: code === 0 ? '' : said.slice(-20_000) }).toEqual({ code: 0, said: '' });
    expect(said).toContain('10 histories');
  }, 600_000);
});
