/** What a controller may know of HTTP, when it must: sign-in sets cookies, limits look at the address. */
export interface HttpExchange {
  readonly headers: Headers;
  readonly ip: string;
  setHeader(name: string, value: string | string[]): void;
}
