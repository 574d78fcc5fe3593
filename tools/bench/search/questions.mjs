import { randomOf } from './random.mjs';

const strip = (text) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe');

/** One slip of the finger inside a word: a letter exchanged with its neighbour, forgotten, doubled or replaced; never the first one. */
function slip(random, word) {
  const at = 1 + random.below(word.length - 2);
  const how = random.below(4);
  if (how === 0) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (how === 1) return word.slice(0, at) + word.slice(at + 1);
  if (how === 2) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + 'etaisrnlu'[random.below(9)] + word.slice(at + 1);
}

/** Another form of a word, as French makes it. */
function inflected(word) {
  if (word.endsWith('al')) return `${word.slice(0, -2)}aux`;
  if (word.endsWith('eau')) return `${word}x`;
  if (word.endsWith('ier')) return `${word.slice(0, -3)}ières`;
  if (word.endsWith('é')) return `${word}es`;
  return /[sxz]$/.test(word) ? word.slice(0, -1) : `${word}s`;
}

const makers = {
  exact: (_, doc) => ({ text: `${doc.noun} ${doc.about} ${doc.marks[0]} ${doc.marks[1]}` }),
  unaccented: (_, doc) => ({ text: strip(`${doc.noun} ${doc.marks[0]} ${doc.marks[1]}`).toUpperCase() }),
  typo: (random, doc) => ({ text: `${doc.noun} ${slip(random, doc.marks[0])} ${doc.marks[1]}` }),
  prefix: (_, doc) => ({ text: `${doc.noun} ${doc.marks[0]} ${doc.marks[1].slice(0, Math.max(4, doc.marks[1].length - 3))}` }),
  inflected: (_, doc) => ({ text: `${inflected(doc.noun)} ${inflected(doc.about)} ${doc.marks[0]} ${doc.marks[1]}` }),
  acronym: (_, doc) => (doc.pair ? { text: `${doc.title.includes(doc.pair[0]) ? doc.pair[1] : doc.pair[0]} ${doc.marks[0]} ${doc.noun}` } : null),
  phrase: (_, doc) => ({ text: `"${doc.phrase}"` }),
  text: (_, doc) => ({ text: doc.phrase.split(' ').filter((__, at) => at !== 3).join(' ') }),
  facets: (_, doc) => ({ text: `${doc.noun} ${doc.marks[0]}`, facets: { theme: doc.theme, kind: doc.kind } }),
};

export const questionKinds = Object.keys(makers);

/** Questions with one known answer each, of every kind in turn; tuned on one seed, reported on another. */
export function questionsOf({ seed, docs, each }) {
  const random = randomOf(seed);
  return questionKinds.flatMap((kind) => {
    const asked = [];
    for (let tries = 0; asked.length < each && tries < each * 200; tries++) {
      const doc = docs[random.below(docs.length)];
      const made = doc.marks.every((mark) => mark.length >= 6) ? makers[kind](random, doc) : null;
      if (made) asked.push({ kind, answer: doc.number, ...made });
    }
    return asked;
  });
}

/** One of each kind after the other, so that who is asked a part is asked of all kinds. */
export function inTurn(questions) {
  const seen = new Map();
  const turnOf = new Map(questions.map((question) => {
    const turn = seen.get(question.kind) ?? 0;
    seen.set(question.kind, turn + 1);
    return [question, turn];
  }));
  return questions.toSorted((a, b) => turnOf.get(a) - turnOf.get(b));
}
