import { acronyms, adjectives, fillers, kinds, nouns, places, publishers, themes } from './vocabulary.mjs';
import { randomOf } from './random.mjs';

const pagesMost = 5;
const sentencesAPage = 16;

/** The long list of rare words, of all words of the language: a quarter of the middle-sized ones. */
export const rareWords = (words) => words.filter((word) => /^\p{Ll}{5,13}$/u.test(word)).filter((_, at) => at % 4 === 0);

/**
 * Documents of a French library, one after the other, by seed. `tail` is the long list of rare words. What is true of a document (its words, its
 * phrase, its short form) stays beside it, so that questions with known answers can be made.
 */
export function* corpus({ seed, docs, tail }) {
  const random = randomOf(seed);
  for (let number = 0; number < docs; number++) yield oneDocument(random, number, tail);
}

/** A word of the tail of which others are seldom: what makes a title one of its kind. */
const rare = (random, tail) => tail[random.below(tail.length)];
/** Frequent ones among the tail come back, as in any text. */
const known = (random, tail) => tail[random.early(tail.length)];

function oneDocument(random, number, tail) {
  const kind = random.among(kinds);
  const theme = random.below(themes.length);
  const noun = random.among(nouns);
  const about = random.among(nouns);
  const marks = [rare(random, tail), rare(random, tail)];
  const place = random.among(places);
  const year = 2016 + random.below(10);
  const pair = random.chance(0.08) ? random.among(acronyms) : null;
  const title = [`${kind} :`, noun, random.among(adjectives), random.among(['pour', 'et', 'sans', 'avec']), about, marks[0], random.among(['à', 'dans', 'vers']), marks[1], pair ? `– ${pair[random.below(2)]}` : '', `(${place}, ${year})`]
    .filter(Boolean)
    .join(' ');
  const pages = Array.from({ length: 1 + random.below(pagesMost) }, () => page(random, tail, [noun, about]));
  const phrase = [rare(random, tail), random.among(nouns), rare(random, tail), random.among(adjectives)].join(' ');
  const place_ = random.below(pages.length);
  pages[place_] += ` ${phrase[0].toUpperCase()}${phrase.slice(1)}.`;
  return {
    number, title, kind, theme: themes[theme], place, year, publisher: random.among(publishers), pages, marks, noun, about, phrase, phrasePage: place_ + 1,
    pair, isRestricted: random.chance(0.15), summary: pages[0].slice(0, 180),
  };
}

function page(random, tail, subjects) {
  const sentences = Array.from({ length: sentencesAPage }, () => sentence(random, tail, subjects));
  return sentences.join(' ');
}

function sentence(random, tail, subjects) {
  const words = [];
  const length = 8 + random.below(14);
  while (words.length < length) {
    const turn = random.next();
    if (turn < 0.38) words.push(random.among(fillers));
    else if (turn < 0.5) words.push(random.among(subjects));
    else if (turn < 0.72) words.push(random.among(nouns));
    else if (turn < 0.82) words.push(random.among(adjectives));
    else words.push(known(random, tail));
  }
  const text = words.join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
