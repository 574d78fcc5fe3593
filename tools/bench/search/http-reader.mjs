import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const agent = new Agent({ keepAlive: true });
const unpacked = { br: brotliDecompressSync, gzip: gunzipSync };

/** Reads JSON over connections that stay open and with compression, as a browser does. */
export function readJson(address, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const asked = request(address, { agent, method, headers: { 'accept-encoding': 'gzip, br', ...headers } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.once('error', failed);
      answer.once('end', () => {
        const bytes = Buffer.concat(parts);
        const unpack = unpacked[answer.headers['content-encoding']] ?? ((plain) => plain);
        const text = bytes.length > 0 ? String(unpack(bytes)) : '';
        if (answer.statusCode >= 300) failed(new Error(`${method} ${address}: ${answer.statusCode} ${text.slice(0, 300)}`));
        else done({ headers: answer.headers, body: text ? JSON.parse(text) : undefined });
      });
    });
    asked.once('error', failed);
    asked.end(body);
  });
}
