import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A guide of six pages, of our own writing: the document that the demonstration reads page by page. */
const source = `
#set document(title: "Écrire une clause bas carbone, du besoin au suivi", author: "RAN CoPER")
#set text(lang: "fr", size: 11.5pt)
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.6cm), numbering: "1 / 1")
#set par(justify: true, leading: 0.78em)
#show heading.where(level: 1): it => { pagebreak(weak: true); text(size: 19pt, it); v(0.6em) }
#align(center + horizon)[
  #text(size: 26pt, weight: "bold")[Écrire une clause bas carbone]
  #v(0.4em)
  #text(size: 16pt)[Du besoin au suivi, en cinq étapes]
  #v(2em)
  Guide de travail du réseau, à adapter à vos marchés.
]

= Partir du besoin
Une clause ne rattrape pas un besoin mal posé. Avant d’écrire, demandez aux services ce qui peut être évité, réparé, partagé ou prolongé : le carbone le moins cher est celui que l’on n’achète pas.

Réunissez l’acheteur, le prescripteur et l’utilisateur pendant une heure. Trois questions suffisent : que se passe-t-il si l’on ne renouvelle pas ? Que peut-on remettre en état ? Quelle quantité est vraiment consommée ?

- Relevez les quantités réelles des trois dernières années.
- Notez ce qui dort dans les réserves et les armoires.
- Fixez un ordre de grandeur : les quelques postes qui pèsent le plus.

= Chercher ce que le marché sait faire
Le sourcing est un échange ouvert, tracé et égal pour tous. Il évite les clauses que personne ne sait tenir et celles que tout le monde tient déjà.

Interrogez cinq à dix entreprises de tailles différentes, dont une structure de l’insertion. Demandez leurs preuves : facteur d’émission, durée de vie, pièces détachées, distances de livraison, consignes et reprises.

Pour l’isolation d’un bâtiment, on découvre ainsi qu’une filière de chanvre ou de paille existe à moins de cent kilomètres, avec ses délais et ses règles professionnelles.

= Écrire la clause
Une bonne clause dit quoi, combien, comment on le prouve et ce qui arrive si ce n’est pas tenu.

#table(columns: (1fr, 2fr), inset: 7pt, table.header([*Où*], [*Ce que l’on y écrit*]),
  [Spécifications], [La performance attendue, par exemple une teneur minimale en matière recyclée.],
  [Critères], [La part de la note donnée à l’empreinte, avec la méthode et les pièces demandées.],
  [Conditions d’exécution], [La livraison groupée, la reprise des emballages, un bilan annuel.],
)

Écrivez la preuve dans la même phrase que l’exigence. « Le titulaire remet chaque année le bilan des émissions de ses livraisons, par kilomètre et par mode » se vérifie ; « le titulaire est attentif à l’environnement » ne se vérifie pas.

= Noter sans se tromper
Comparez des choses comparables : la même unité, la même durée, le même périmètre. Donnez le cadre de calcul dans le règlement de la consultation, avec un exemple rempli.

Préférez peu de sous-critères. Une note sur le carbone qui pèse moins de dix points sur cent ne change presque jamais le classement ; essayez vos pondérations sur des offres imaginaires avant de publier.

= Suivre et faire vivre
La clause se joue après la signature. Prévoyez une réunion par an, une fiche d’une page et une pénalité que l’on applique vraiment, proportionnée et annoncée.

Trois indicateurs tiennent dans une grille : la part des livraisons groupées, la quantité reprise ou réemployée, les émissions par unité livrée. Partagez vos résultats avec le réseau : la clause suivante sera meilleure.

*Pour mémoire.* Un marché d’ascenseurs peut demander la remise en état des cabines plutôt que leur remplacement ; un marché de repas, la saison des produits ; un marché de blanchisserie, la température des lavages.
`;

/** The guide as a tagged PDF, whose headings and table screen readers announce. */
export const guidePdf = (): Buffer => NodeCompiler.create({}).pdf({ mainFileContent: source }, { pdfStandard: 'ua-1', creationTimestamp: Date.UTC(2025, 2, 3) / 1_000 });
