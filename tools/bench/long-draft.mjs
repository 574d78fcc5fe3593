import * as Y from 'yjs';

const contentField = 'content';
const words = 'la commande publique responsable engage chaque établissement à mesurer ses achats et à dire ce qui change pour les patients les agents et les fournisseurs du territoire'.split(' ');
const paragraphsPerHeading = 25;

/** A draft of so many paragraphs of so many words, a heading now and then, as the application's seed. */
export function longDraft({ paragraphs, words: count }) {
  const doc = new Y.Doc();
  const nodes = [];
  doc.transact(() => {
    for (let index = 0; index < paragraphs; index += 1) {
      if (index % paragraphsPerHeading === 0) nodes.push(heading(`Partie ${index / paragraphsPerHeading + 1}`));
      nodes.push(block('paragraph', sentence(index, count)));
    }
    doc.getXmlFragment(contentField).insert(0, nodes);
  });
  return { update: Buffer.from(Y.encodeStateAsUpdate(doc)), clientId: doc.clientID };
}

const sentence = (seed, count) => Array.from({ length: count }, (_, index) => words[(seed * 7 + index * (1 + (seed % 5))) % words.length]).join(' ');

function block(name, text) {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function heading(text) {
  const element = block('heading', text);
  element.setAttribute('level', 2);
  return element;
}
