/** One engine that keeps its documents in memory, in a process of its own: told what to measure, it says what it measured. */
import words from 'an-array-of-french-words' with { type: 'json' };
import { corpus, rareWords } from './corpus.mjs';
import { Fts5, Mini } from './engines.mjs';
import { measure } from './measure.mjs';

const engines = { fts5: Fts5, minisearch: Mini };
const tell = (how) => (...values) => void process.send({ how, values });

process.once('message', async ({ name, seed, docs, questions, warming }) => {
  const documents = () => corpus({ seed, docs, tail: rareWords(words) });
  const note = { group: tell('group'), row: tell('row'), remark: tell('remark'), failed: (error) => tell('failed')({ message: error.message }) };
  await measure(new engines[name](), { given: { seed, docs, documents }, questions, warming, note, cpu: () => process.cpuUsage().user / 1_000 }).catch(note.failed);
  process.disconnect();
});
