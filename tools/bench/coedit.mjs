import { loadavg } from 'node:os';
import { buildServer } from '../build.mjs';
import { Report } from './report.mjs';
import { bundleParts, peerNames, withServer } from './subjects.mjs';
import { workshop } from './scenarios/s1-workshop.mjs';
import { manyDrafts } from './scenarios/s2-many-drafts.mjs';
import { coldOpen } from './scenarios/s3-cold-open.mjs';
import { kill } from './scenarios/s4-kill.mjs';
import { storm } from './scenarios/s5-storm.mjs';
import { slowReader } from './scenarios/s6-slow-reader.mjs';

const scenarios = [workshop, manyDrafts, coldOpen, kill, storm, slowReader];

/** Every scenario on every server, one server at a time. */
export async function bench(options) {
  await buildServer();
  const parts = await bundleParts();
  const peers = peerNames.filter((name) => options.peers.includes(name));
  const wanted = scenarios.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const report = new Report(peers);
  report.servers = [];
  process.stdout.write(`${report.header().join('\n')}\n`);
  for (const scenario of wanted) {
    for (const peer of peers) await once(scenario, peer, { parts, options, report });
  }
  return report;
}

/** A server that cannot run is said in the report; the others go on. */
async function once(scenario, peer, { parts, options, report }) {
  const begun = Date.now();
  process.stdout.write(`→ ${scenario.name} ${scenario.title}: ${peer}…\n`);
  const note = report.notesOf(scenario, peer);
  try {
    await withServer(peer, parts, async (target) => {
      introduce(report, target);
      await scenario.run(target, { options, note });
      note.row('machine’s load average, 1 min, at the end', loadavg()[0], '');
    });
  } catch (error) {
    note.failed(error);
    process.stdout.write(`  ${error.stack}\n`);
  }
  report.save(options);
  process.stdout.write(`  ${((Date.now() - begun) / 1_000).toFixed(0)} s\n`);
}

function introduce(report, { name, version, storage, acknowledgement }) {
  const line = `**${name}** is ${version}; storage: ${storage}; «acknowledged»: ${acknowledgement}`;
  if (!report.servers.includes(line)) report.servers.push(line);
}
