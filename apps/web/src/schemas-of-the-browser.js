/**
 * What `zod` is in the browser (the `browser` field of package.json). Contracts are read there for their addresses and their types; the server
 * checks what comes in and goes out. Every schema is this one thing, which costs nothing to declare; to ask it to check something is a mistake.
 */
const checks = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode']);

const schema = new Proxy(() => schema, {
  get(_nothing, name) {
    if (checks.has(name)) throw new Error(`Schemas check nothing in the browser («${String(name)}»): compare with the list the schema is made of.`);
    return schema;
  },
  apply: () => schema,
});

export {
  schema as array, schema as base64, schema as base64url, schema as boolean, schema as coerce, schema as custom, schema as discriminatedUnion, schema as email, schema as enum, schema as int, schema as iso, schema as json,
  schema as literal, schema as NEVER, schema as looseObject, schema as number, schema as object, schema as record, schema as regexes, schema as strictObject, schema as string, schema as tuple, schema as union, schema as url, schema as uuid,
};
