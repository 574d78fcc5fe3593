import * as util from 'node:util';

const help = `npm run bench -- coedit [options]     our server, Hocuspocus and y-websocket on the same load
npm run bench -- editor [options]     our editor in a browser
npm run bench -- poll [options]       a date poll of 60 slots and 300 people, beside a plain table
npm run bench -- seats [options]      60 places and 1,000 attempts at once, beside two naive ways on the same PostgreSQL
npm run bench -- search [options]     finding one of --docs documents, beside PostgreSQL as it comes, SQLite FTS5 and MiniSearch
npm run bench -- web                  what cold visits download, and when they show something

  --only S1,S3        only these scenarios (search: only these engines, ours,postgresql,fts5,minisearch)
  --peers a,b         only these servers: ours, hocuspocus, y-websocket
  --seconds 30        how long people type
  --data <folder>     search: data that is kept, loaded by the first run and used by the next
  --short             a small load, to see that everything runs
  --traces <folder>   where seph-blog1.json.gz lies, if not in tools/bench/traces
  --json <file>       the figures as JSON too
  --markdown <file>   the table into a file too
  --generators 4      processes of the load
  --editors 60  --watchers 240  --drafts 200  --copies 100  --kills 5  --sockets 300  --docs 20000`;

const text = (value) => ({ type: 'string', default: value });
const full = { seconds: '30', generators: '4', editors: '60', watchers: '240', drafts: '200', copies: '100', kills: '5', sockets: '300', docs: '20000' };
const small = { seconds: '4', generators: '2', editors: '6', watchers: '12', drafts: '6', copies: '12', kills: '1', sockets: '20', docs: '2000' };

/** Reads the command line; ends the program with the help when it makes no sense. */
export function readOptions(args) {
  const declared = { only: text(''), peers: text('ours,hocuspocus,y-websocket'), short: { type: 'boolean', default: false }, traces: text(''), data: text(''), json: text(''), markdown: text(''), help: { type: 'boolean' } };
  for (const name of Object.keys(full)) declared[name] = { type: 'string' };
  try {
    const { values, positionals } = util.parseArgs({ args, options: declared, allowPositionals: true });
    if (values.help || positionals.length > 1) return quit(help, values.help ? 0 : 2);
    return { what: positionals[0] ?? 'coedit', ...understood(values) };
  } catch (error) {
    return quit(`${error.message}\n\n${help}`, 2);
  }
}

function understood(values) {
  const list = (value) => value.split(',').map((name) => name.trim()).filter(Boolean);
  const numbers = Object.fromEntries(Object.entries(values.short ? small : full).map(([name, usual]) => [name, Number(values[name] ?? usual)]));
  const wrong = Object.entries(numbers).find(([, value]) => !(value > 0));
  if (wrong) throw new Error(`--${wrong[0]} is a number above zero`);
  return { ...numbers, short: values.short, only: list(values.only), peers: list(values.peers), traces: values.traces, data: values.data, json: values.json, markdown: values.markdown };
}

function quit(words, code) {
  process[code === 0 ? 'stdout' : 'stderr'].write(`${words}\n`);
  process.exit(code);
}
