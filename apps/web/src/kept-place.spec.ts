import { keepPlace } from './kept-place';

const written = (html: string): void => void (document.body.innerHTML = html);
const focused = (): string => document.activeElement?.outerHTML ?? '';
const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

it('the link that had the focus has it again, the second of two alike too', () => {
  written('<a href="/a">A</a><nav><a href="/a">A encore</a></nav>');
  const findAgain = keepPlace(document);
  focus('nav a');
  written('<a class="new" href="/a">A</a><nav><a class="new" href="/a">A encore</a></nav>');
  expect(document.activeElement).toBe(document.body);
  findAgain();
  expect(focused()).toBe('<a class="new" href="/a">A encore</a>');
});

it('what was typed before the program came is there after, and told to it', () => {
  written('<input name="q" type="search">');
  focus('input');
  const findAgain = keepPlace(document);
  document.querySelector('input')!.value = 'béton de chan';
  written('<input name="q" type="search">');
  let told = '';
  document.addEventListener('input', ({ target }) => void (told = (target as HTMLInputElement).value), { once: true });
  findAgain();
  expect([document.querySelector('input')?.value, told, document.activeElement]).toEqual(['béton de chan', 'béton de chan', document.querySelector('input')]);
});

it('whoever has gone on, or had the focus nowhere, or on what is no more, is left alone', () => {
  written('<a href="/a">A</a><a href="/b">B</a>');
  const [gone, nowhere, lost] = [keepPlace(document), keepPlace(document), keepPlace(document)];
  nowhere();
  expect(document.activeElement).toBe(document.body);
  focus('[href="/a"]');
  written('<a href="/a">A</a><a href="/b">B</a>');
  focus('[href="/b"]');
  gone();
  expect(focused()).toContain('/b');
  written('<p>Autre page</p>');
  lost();
  expect(document.activeElement).toBe(document.body);
});
