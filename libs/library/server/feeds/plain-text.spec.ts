import { plainText } from './plain-text';

it.each([
  ['<p>Un <b>guide</b></p><p>Suite', 'Un guide\n\nSuite'],
  ['a < b et c > d', 'a < b et c > d'],
  ['<script>alert("<p>non</p>")</script>oui', 'oui'],
  ['<style>p{}</style><noscript><img></noscript>oui<br>non', 'oui\nnon'],
  ['L&#8217;&eacute;t&eacute; &amp; l&#x2019;hiver&nbsp;: &inconnu; &#0; &#99999999;', 'L’été & l’hiver : &inconnu; � �'],
  ['<!-- <p>caché</p> -->vu', 'vu'],
  ['sans fin <a href="', 'sans fin'],
])('%s', (html, text) => {
  expect(plainText(html)).toBe(text);
});

it('reads a text made of nothing but openings in one go', () => {
  expect(plainText('<script'.repeat(200_000))).toBe('');
});
