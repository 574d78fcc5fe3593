import { describe, expect, it } from '@jest/globals';
import type { DocumentMark, DocumentNode } from '../../contract';
import { withAuthors } from '../projections/draft-html';
import { project } from '../projections/draft-projection';

const ada = '0190a000-0000-7000-8000-00000000000a';
const stamp = { id: 7, person: ada, at: 1_760_000_000 };
const text = (written: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text: written, marks });
const added = (role: string | null = null): DocumentMark => ({ type: 'insertion', attrs: { ...stamp, role } });
const gone: DocumentMark = { type: 'deletion', attrs: stamp };
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });

const { html, text: official, words, outline } = project(
  {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1, id: 'a' }, content: [text('Titre'), text(' provisoire', added())] },
      paragraph(text('dix', gone), text('vingt et un', added()), text(' clauses <b>')),
      paragraph(text('un'), text('\u2029', added('split')), text('deux', { type: 'modification', attrs: { ...stamp, mark: 'bold', change: 'add', href: null } })),
    ],
  },
  1,
);

describe('what is shown of a proposal', () => {
  it('the text, its words and its headings are those before anyone accepts', () => {
    expect(official).toBe('Titre\ndix clauses <b>\nundeux\n');
    expect(words).toBe(5);
    expect(outline).toEqual([{ id: 'a', level: 1, title: 'Titre' }]);
  });

  it('the page shows what is proposed, and by whom', () => {
    const shown = withAuthors(html, [{ personId: ada, name: 'Ada «"> Lovelace' }]);
    expect(shown).toContain('<p><del class="co-deletion" title="Ada «&quot;&gt; Lovelace">dix</del><ins class="co-insertion" title="Ada «&quot;&gt; Lovelace">vingt et un</ins> clauses &lt;b&gt;</p>');
    expect(shown).toContain('<ins class="co-insertion co-role-split" title="Ada «&quot;&gt; Lovelace">¶</ins><span class="co-modification co-add-bold"');
  });

  it('someone unknown stays unnamed, and no number of an account is shown', () => {
    expect(withAuthors(html, [])).toContain('<del class="co-deletion">dix</del>');
    expect(withAuthors(html, [])).not.toContain(ada);
  });
});
