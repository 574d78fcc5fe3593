import { getSchema } from '@tiptap/core';
import { isMarkName, isNodeName, markRules, nodeRules } from '../../contract/document-schema';
import { schemaExtensions } from './editor-schema';
import { plainWords } from './editor-schema.fixtures';

const schema = getSchema(schemaExtensions(plainWords));
const own = new Set(['doc', 'text']);

describe('the editor’s schema', () => {
  it('has exactly the blocks of the contract', () => {
    expect(Object.keys(schema.nodes).filter((name) => !own.has(name)).sort()).toEqual(Object.keys(nodeRules).sort());
  });

  it('has exactly the marks of the contract', () => {
    expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(markRules).sort());
  });

  it('gives a block no attribute the gate would refuse', () => {
    for (const [name, type] of Object.entries(schema.nodes)) {
      if (!isNodeName(name)) continue;
      expect([name, ...Object.keys(type.spec.attrs ?? {}).filter((key) => !(key in nodeRules[name]))]).toEqual([name]);
    }
  });

  it('gives a block no default the gate would refuse', () => {
    for (const [name, type] of Object.entries(schema.nodes)) {
      if (!isNodeName(name)) continue;
      const rules = nodeRules[name] as Record<string, (value: unknown) => boolean>;
      for (const [key, { default: value }] of Object.entries(type.spec.attrs ?? {})) if (value !== null && name !== 'image') expect([name, key, rules[key]?.(value)]).toEqual([name, key, true]);
    }
  });

  it('gives a mark no attribute the gate would refuse', () => {
    for (const [name, type] of Object.entries(schema.marks)) {
      if (!isMarkName(name)) continue;
      expect(Object.keys(type.spec.attrs ?? {}).filter((key) => !(key in markRules[name]))).toEqual([]);
    }
  });
});
