/** Names of the path's parameters: `/networks/:networkId` → `['networkId']`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] as string);
}
