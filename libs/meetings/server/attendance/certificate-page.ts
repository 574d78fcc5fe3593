/** The certificate in Typst: a heading, the name, what was attended, and how to verify it. Fonts are those the compiler carries. */
export const certificatePage = `
#let said = json(bytes(sys.inputs.said))
#let green = rgb("#0e5a50")
#let soft = rgb("#526063")
#set document(title: said.title + " : " + said.subject, author: said.network)
#set page(paper: "a4", margin: (x: 28mm, top: 32mm, bottom: 26mm))
#set text(lang: "fr", region: "FR", font: "Libertinus Serif", size: 12.5pt, fill: rgb("#1d2a2c"))
#set par(leading: 0.75em)

#text(size: 13pt, fill: green, weight: "semibold")[#said.network]
#v(22mm)
#show heading.where(level: 1): it => text(size: 27pt, weight: "regular", fill: green, it.body)
#heading(level: 1)[#said.title]
#v(12mm)

#said.network atteste que

#text(size: 22pt)[#said.name]

#said.says

#text(size: 17pt, weight: "semibold")[#said.subject]
#v(5mm)

#if said.meetings.len() == 1 [
  #let only = said.meetings.first()
  #only.when, durée #only.length.
] else [
  #table(
    columns: (1fr, auto, auto), stroke: (x, y) => (bottom: 0.5pt + rgb("#ddd8cc")), inset: (x: 4pt, y: 7pt), align: (left, left, right),
    table.header([*Rencontre*], [*Date*], [*Durée*]),
    ..said.meetings.map(one => ([#one.title], [#text(size: 10.5pt)[#one.when]], [#one.length])).flatten(),
  )
]
#v(4mm)
#text(fill: soft)[#said.scope]

#v(1fr)
#said.issued
#v(4mm)
#grid(columns: (26mm, 1fr), column-gutter: 7mm, align: horizon,
  image(bytes(said.qr), format: "svg", width: 26mm, alt: "Code à scanner pour vérifier cette attestation"),
  [
    #text(size: 10.5pt, fill: soft)[Pour vérifier cette attestation :]\\
    #link(said.url)[#text(size: 10.5pt)[#said.url]]\\
    #text(size: 10.5pt, fill: soft)[Code : ]#text(size: 12.5pt, font: "DejaVu Sans Mono")[#said.code]
  ],
)
`;
