/** Longer pieces of a text may hold the whole text in memory. */
const longestKept = 12;

/** What a function makes of a word, worked out once: the same words come back in every text. It forgets all when it knows too many. */
export function remembered(of: (word: string) => string, most = 50_000): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    if (word.length > longestKept) return of(word);
    let answer = known.get(word);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      known.set(word, (answer = of(word)));
    }
    return answer;
  };
}
