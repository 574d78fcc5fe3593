import type { EditorNeeds } from './editor-extensions';

/** What the parts of a text are called, from the catalogue of `drafts`. */
export const editorWords = (say: (key: string, values?: Record<string, unknown>) => string): EditorNeeds['words'] => ({
  task: (text) => say('editor.task', { text }),
  callout: (kind) => say(`acts.callout-${kind}`),
  note: (text) => say('note.spoken', { text }),
  contents: { title: say('acts.contents'), empty: say('outline.empty') },
  picture: { missing: say('image.undescribed'), describe: say('image.describe') },
  placeholder: say('editor.placeholder'),
  brokenLink: say('link.broken'),
});
