import type { SchemaWords } from './editor-schema';

/** Words for specs that look at something else. */
export const plainWords: SchemaWords = {
  task: (text) => text,
  callout: (kind) => kind,
  note: (text) => text,
  contents: { title: '', empty: '' },
  picture: { missing: '', describe: '' },
};
