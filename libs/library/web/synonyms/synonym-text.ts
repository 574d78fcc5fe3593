/** The words of one line, parted by commas, semicolons or equal signs, each once. */
export function membersIn(line: string): string[] {
  const words = line.split(/[,;=\n]/).map((one) => one.trim().replaceAll(/\s+/g, ' ')).filter(Boolean);
  return words.filter((one, at) => words.findIndex((other) => other.toLocaleLowerCase('fr') === one.toLocaleLowerCase('fr')) === at);
}

export const lineOf = (members: readonly string[]): string => members.join(', ');
