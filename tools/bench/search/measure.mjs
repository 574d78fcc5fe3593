import { setTimeout as wait } from 'node:timers/promises';
import { Histogram } from '../load/histogram.mjs';
import { questionKinds } from './questions.mjs';

const clients = 16;
/** An engine that takes longer for all questions is asked as many as it answers; the report says how many. */
const patienceMs = 90_000;
const warmingMs = 20_000;

/** How well and how fast one engine answers: the same questions in the same order for each, after some others that nobody counts. */
export async function measure(engine, { given, questions, warming, note, cpu }) {
  note.group(`${given.docs} documents, ${questions.length} questions with one known answer each, ${questionKinds.length} kinds`);
  const began = performance.now();
  const isLoaded = await engine.index(given);
  note.row('indexed in', isLoaded ? undefined : (performance.now() - began) / 1_000, 's');
  if (isLoaded) note.remark('its documents were kept from an earlier run');
  const bytes = await engine.size();
  note.row('size', bytes === undefined ? undefined : bytes / 2 ** 20, 'MiB');
  await inTime(warming, warmingMs, (question) => engine.ask(question));
  // What the database still writes of the loading is no cost of a question.
  await wait(2_000);
  const before = cpu();
  const asked = await quality(engine, questions, note);
  note.row('CPU of its processes, a question', (cpu() - before) / asked, 'ms');
  await together(engine, { questions: warming, most: warmingMs });
  await pace(engine, questions, note);
}

/** Answers of how many there was time. */
async function inTime(list, most, work) {
  const end = performance.now() + most;
  let done = 0;
  for (const one of list) {
    if (performance.now() > end) break;
    await work(one);
    done += 1;
  }
  return done;
}

async function quality(engine, questions, note) {
  const alone = new Histogram();
  const byKind = new Map(questionKinds.map((kind) => [kind, []]));
  const asked = await inTime(questions, patienceMs, async (question) => {
    const began = performance.now();
    const numbers = await engine.ask(question);
    alone.add(performance.now() - began);
    const place = numbers.indexOf(question.answer);
    byKind.get(question.kind).push(place < 0 ? 0 : 1 / (place + 1));
  });
  const all = [...byKind.values()].flat();
  note.row('recall@10', share(all, (one) => Math.sign(one)), '', '≥ 0.985');
  note.row('mean reciprocal rank', share(all, (one) => one), '');
  for (const [kind, ranks] of byKind) note.row(`recall@10, ${kind}`, share(ranks, (one) => Math.sign(one)), '', kind === 'typo' ? '≥ 0.95' : '');
  note.row('one client, p50', alone.quantile(0.5), 'ms');
  note.row('one client, p95', alone.quantile(0.95), 'ms', '≤ 10 ms');
  if (asked < questions.length) note.remark(`asked ${asked} of ${questions.length} questions, for which there was time (${patienceMs / 1_000} s)`);
  return asked;
}

const share = (values, of) => Math.round((values.reduce((sum, value) => sum + of(value), 0) / Math.max(1, values.length)) * 1_000) / 1_000;

/** Several clients at once, each asking one question after the other. */
async function together(engine, { questions, most }) {
  const times = new Histogram();
  const end = performance.now() + most;
  let next = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (next < questions.length && performance.now() < end) {
      const question = questions[next++];
      const began = performance.now();
      await engine.ask(question);
      times.add(performance.now() - began);
      // Engines of this process answer at once: the others get their turn.
      await new Promise((done) => setImmediate(done));
    }
  }));
  return times;
}

async function pace(engine, questions, note) {
  note.row(`${clients} clients, p95`, (await together(engine, { questions, most: patienceMs })).quantile(0.95), 'ms', '≤ 50 ms');
  const keys = new Histogram();
  const typed = keystrokes(questions);
  const pressed = await inTime(typed, patienceMs, async (text) => {
    const began = performance.now();
    await engine.type(text);
    keys.add(performance.now() - began);
  });
  note.row('a keystroke, p95', keys.quantile(0.95), 'ms', '≤ 15 ms');
  if (pressed < typed.length) note.remark(`typed ${pressed} of ${typed.length} beginnings, for which there was time (${patienceMs / 1_000} s)`);
}

/** Every third letter of a tenth of the questions. */
const keystrokes = (questions) => questions.filter((_, at) => at % 10 === 0).flatMap(({ text }) => Array.from({ length: Math.floor(text.length / 3) }, (_, at) => text.slice(0, (at + 1) * 3).replaceAll('"', '')));
