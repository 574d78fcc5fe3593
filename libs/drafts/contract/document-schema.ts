import { insertionRoles, isSuggestionMark, largestSuggestionId, proposableMarks, readBlockProposal } from './suggestions/suggestion';

/** The Y.XmlFragment that holds the text; the editor's Collaboration extension is given this name as its `field`. */
export const contentField = 'content';

/** Caps of one update and of the tree. Each is far above honest work and far below what makes Yjs slow. */
export const documentLimits = {
  /** A 100-page paste is about 300 kB of update. */
  bytesPerUpdate: 1_000_000,
  structsPerUpdate: 50_000,
  /** Writers an update carries structs of: one per page load that wrote offline. Thousands of waiting sections hang Yjs. */
  sectionsPerUpdate: 256,
  /** Client ids a person may bring to one draft with one update. */
  newClientIdsPerUpdate: 256,
  /** A resync carries the whole delete set: one section per client id ever seen, ranges merged. */
  deleteSectionsPerUpdate: 20_000,
  deleteRangesPerUpdate: 50_000,
  /** Far above the keystrokes of a lifetime; keeps all arithmetic exact. */
  clock: 2 ** 31 - 1,
  /** Yjs draws client ids as unsigned 32-bit integers. */
  clientId: 2 ** 32 - 1,
  /** Blocks within blocks: list in cell in table in quote is 9. */
  depth: 32,
  attributeTextLength: 2_000,
  /** What a projection writes before it says «…»: blocks, and characters of text. */
  projectedNodes: 100_000,
  projectedCharacters: 5_000_000,
} as const;

type AttributeRule = (value: unknown) => boolean;

const isInteger = (min: number, max: number): AttributeRule => (value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
const isText: AttributeRule = (value) => typeof value === 'string' && value.length <= documentLimits.attributeTextLength;
const isFlag: AttributeRule = (value) => typeof value === 'boolean';
const matches = (pattern: RegExp): AttributeRule => (value) => typeof value === 'string' && pattern.test(value);
const isWidths: AttributeRule = (value) => Array.isArray(value) && value.length <= 100 && value.every(isInteger(0, 10_000));
const absentOr = (rule: AttributeRule): AttributeRule => (value) => value === null || value === undefined || rule(value);

const imagePath = /^\/api\/drafts\/[0-9a-f-]{36}\/images\/[0-9a-f-]{36}$/;
/** Stable across edits, so that a plan, a comment or a link can point at a section. */
const headingId = /^[A-Za-z0-9_-]{1,64}$/;
const personId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isName: AttributeRule = (value) => typeof value === 'string' && value !== '' && value.length <= 200;

/** What a callout is for, from the calmest to the most pressing; each has its colour, its sign and its word. */
export const calloutKinds = ['info', 'key', 'warning'] as const;
export type CalloutKind = (typeof calloutKinds)[number];
export const isCalloutKind = (value: unknown): value is CalloutKind => (calloutKinds as readonly unknown[]).includes(value);

const isOneOf = (allowed: readonly string[]): AttributeRule => (value) => typeof value === 'string' && allowed.includes(value);
/** A line may be proposed to be another, to come or to go; every other block to come or to go. */
const proposed: AttributeRule = (value) => readBlockProposal(value) !== null;
const comesOrGoes: AttributeRule = (value) => ['inserted', 'removed'].includes(readBlockProposal(value)?.target ?? '');
/** Whose proposal, since when (seconds), and its number: all three or the mark is refused. */
const stamp = { id: isInteger(1, largestSuggestionId), person: matches(personId), at: isInteger(0, 2 ** 33) };

const placed = { proposal: absentOr(comesOrGoes) };

const cell = {
  colspan: absentOr(isInteger(1, 100)),
  rowspan: absentOr(isInteger(1, 1000)),
  colwidth: absentOr(isWidths),
  align: absentOr(matches(/^(left|center|right)$/)),
};

/** The only blocks a draft may hold, each with its only attributes. */
export const nodeRules = {
  paragraph: { proposal: absentOr(proposed) },
  heading: { level: isInteger(1, 4), id: absentOr(matches(headingId)), proposal: absentOr(proposed) },
  bulletList: placed,
  orderedList: { start: absentOr(isInteger(0, 100_000)), type: absentOr(matches(/^[1aAiI]$/)), ...placed },
  listItem: placed,
  taskList: placed,
  taskItem: { checked: absentOr(isFlag), ...placed },
  table: placed,
  tableRow: placed,
  tableHeader: cell,
  tableCell: cell,
  blockquote: placed,
  horizontalRule: placed,
  hardBreak: placed,
  image: {
    src: matches(imagePath),
    alt: absentOr(isText),
    title: absentOr(isText),
    width: absentOr(isInteger(1, 10_000)),
    height: absentOr(isInteger(1, 10_000)),
    ...placed,
  },
  callout: { kind: isCalloutKind, ...placed },
  /** Stands in the line where it is called and carries its own text: it moves, leaves and comes back with it. */
  footnote: { text: isText, ...placed },
  /** The name is kept beside the person: the text still says whom it meant once the account is gone. */
  mention: { personId: matches(personId), label: isName, ...placed },
  /** Holds nothing: the headings are read where it is shown. */
  tableOfContents: placed,
} as const satisfies Record<string, Record<string, AttributeRule>>;

export type NodeName = keyof typeof nodeRules;

const linkScheme = /^(https?:\/\/|mailto:|tel:)/i;
/** Spaces and controls inside an address are how a scheme is disguised. */
const isCleanAddress = (href: string): boolean => href.length <= documentLimits.attributeTextLength && !/[\p{Cc}\s]/u.test(href);

const headingLink = /^#[A-Za-z0-9_-]{1,64}$/;

/** A link to a heading of the same document, by its id. */
export const isHeadingLink = (href: unknown): href is string => typeof href === 'string' && headingLink.test(href);

/** Links lead to the web, a mail box, a telephone or a heading of the same document; nothing that runs. */
export const isAllowedLink = (href: unknown): href is string =>
  isHeadingLink(href) || (typeof href === 'string' && linkScheme.test(href) && isCleanAddress(href));

/** Pictures come from the draft's own store: a picture elsewhere would tell its owner who reads. */
export const isAllowedImage = (src: unknown): src is string => typeof src === 'string' && imagePath.test(src);

export const imageAddress = (draftId: string, imageId: string): string => `/api/drafts/${draftId}/images/${imageId}`;

const noAttributes: Record<string, AttributeRule> = {};

/** The only marks, as formatting attributes of a Y.XmlText. */
export const markRules = {
  bold: noAttributes,
  italic: noAttributes,
  underline: noAttributes,
  strike: noAttributes,
  link: {
    href: isAllowedLink,
    target: absentOr(matches(/^_(blank|self)$/)),
    rel: absentOr(matches(/^[a-z ]{0,60}$/)),
    class: absentOr(matches(/^$/)),
    title: absentOr(isText),
  } as Record<string, AttributeRule>,
  insertion: { ...stamp, role: absentOr(isOneOf(insertionRoles)) },
  deletion: stamp,
  modification: { ...stamp, mark: isOneOf(proposableMarks), change: isOneOf(['add', 'remove']), href: absentOr(isAllowedLink) },
} as const satisfies Record<string, Record<string, AttributeRule>>;

export type MarkName = keyof typeof markRules;

const has = (rules: object, name: string): boolean => Object.prototype.hasOwnProperty.call(rules, name);

export const isNodeName = (name: string): name is NodeName => has(nodeRules, name);
export const isMarkName = (name: string): name is MarkName => has(markRules, name);

/** y-tiptap stores marks that may overlap as `name--<8 characters of hash>`. */
export const markNameOf = (key: string): string => /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(key)?.[1] ?? key;

const rulesOf = (rules: object, name: string): Record<string, AttributeRule> => (rules as Record<string, Record<string, AttributeRule>>)[name] ?? {};

export function isAllowedAttribute(node: NodeName, key: string, value: unknown): boolean {
  const rules = rulesOf(nodeRules, node);
  return has(rules, key) && rules[key]?.(value) === true;
}

/** For a change of attribute whose block is not known yet: does any block allow it? */
export function isAllowedSomewhere(key: string, value: unknown): boolean {
  return (Object.keys(nodeRules) as NodeName[]).some((node) => isAllowedAttribute(node, key, value));
}

/** `null` takes the mark off. */
export function isAllowedMark(key: string, value: unknown): boolean {
  const name = markNameOf(key);
  if (!isMarkName(name)) return false;
  if (value === null) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const rules = rulesOf(markRules, name);
  if (isSuggestionMark(name) && !Object.entries(rules).every(([attribute, rule]) => rule((value as Record<string, unknown>)[attribute]))) return false;
  return Object.entries(value as object).every(([attribute, held]) => has(rules, attribute) && rules[attribute]?.(held) === true);
}
