/** `npm run new-domain scheduling`: the empty rooms of a domain that the map already lists, in their usual order. */
import './node-version.mjs';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { domains } from './architecture.mjs';
import { root } from './progress.mjs';

const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The files of a new domain by path, ready to compile. */
export function skeleton(name) {
  const project = { name, $schema: '../../node_modules/nx/schemas/project-schema.json', projectType: 'library', sourceRoot: `libs/${name}`, tags: [`domain:${name}`] };
  const knows = domains[name].map((other) => `\`${other}\``).join(', ');
  return {
    'project.json': `${JSON.stringify(project, null, 2)}\n`,
    'README.md': `# ${name}\n\nWhat this domain is about, in the words of its users.\n\n- **Knows**: ${knows || 'nobody'} (the map is \`tools/architecture.mjs\`).\n- **Words**: the nouns of \`contract/\`, one line each.\n- **Rules**: what must always hold, and where it is proved.\n`,
    [`contract/${name}.contract.ts`]: `import { endpoint } from '@cohorte/platform/contract';\nimport * as z from 'zod';\n\n/** Every endpoint and channel of the domain is declared in this file. */\nexport const describe${pascal(name)} = endpoint({\n  method: 'GET',\n  path: '/${name}',\n  summary: 'What there is to see in ${name}',\n  input: z.strictObject({}),\n  output: z.object({}),\n});\n`,
    'contract/index.ts': `export { describe${pascal(name)} } from './${name}.contract';\n`,
    [`server/${name}.controller.ts`]: `import { Implements } from '@cohorte/platform/server';\nimport { Controller } from '@nestjs/common';\nimport { describe${pascal(name)} } from '../contract/${name}.contract';\n\n/** One line per use case. */\n@Controller()\nexport class ${pascal(name)}Controller {\n  @Implements(describe${pascal(name)})\n  describe() {\n    return Promise.resolve({});\n  }\n}\n`,
    [`server/${name}.module.ts`]: `import { Module } from '@nestjs/common';\nimport { ${pascal(name)}Controller } from './${name}.controller';\n\n/** To be imported by the application's module. */\n@Module({ controllers: [${pascal(name)}Controller] })\nexport class ${pascal(name)}Module {}\n`,
    'server/index.ts': `export { ${pascal(name)}Module } from './${name}.module';\n`,
    'web/i18n/fr.ts': `export const ${camel(name)}Fr = { title: '${pascal(name)}' };\n`,
    'web/i18n/en.ts': `import type { ${camel(name)}Fr } from './fr';\n\nexport const ${camel(name)}En: typeof ${camel(name)}Fr = { title: '${pascal(name)}' };\n`,
    [`web/${name}.page.ts`]: `import { ChangeDetectionStrategy, Component } from '@angular/core';\nimport { TranslocoPipe } from '@jsverse/transloco';\n\n/** The first page of the domain. */\n@Component({\n  selector: 'co-${name}-page',\n  imports: [TranslocoPipe],\n  changeDetection: ChangeDetectionStrategy.OnPush,\n  template: \`<h1>{{ '${camel(name)}.title' | transloco }}</h1>\`,\n})\nexport class ${pascal(name)}Page {}\n`,
    [`web/${name}.routes.ts`]: `import type { Routes } from '@angular/router';\nimport { ${pascal(name)}Page } from './${name}.page';\n\nexport const ${camel(name)}Routes: Routes = [{ path: '', component: ${pascal(name)}Page }];\n`,
    'web/index.ts': `export { ${camel(name)}En } from './i18n/en';\nexport { ${camel(name)}Fr } from './i18n/fr';\nexport { ${camel(name)}Routes } from './${name}.routes';\n`,
  };
}

/** Why this domain cannot be made, or undefined when it can. */
export function refusal(name, folder = join(root, 'libs', name ?? '')) {
  if (!name) return 'Which domain? npm run new-domain <name>';
  if (!Object.hasOwn(domains, name)) return `The map has no domain «${name}»: add it to tools/architecture.mjs first, with what it may know. It has ${Object.keys(domains).join(', ')}.`;
  if (existsSync(folder)) return `libs/${name} is already there.`;
  return undefined;
}

function create(name) {
  for (const [path, content] of Object.entries(skeleton(name))) {
    const file = join(root, 'libs', name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    process.stdout.write(`  libs/${name}/${path}\n`);
  }
  process.stdout.write(
    `\nThen: ${pascal(name)}Module in apps/api/src/app.module.ts, ${camel(name)}Routes in apps/web/src/app.routes.ts, the words in apps/web/src/i18n,\nand write in this order: contract → policy → endpoint → entity and migration → service → store and page.\n`,
  );
}

if (import.meta.filename === process.argv[1]) {
  const name = process.argv[2];
  const refused = refusal(name);
  if (refused) {
    process.stderr.write(`${refused}\n`);
    process.exitCode = 1;
  } else create(name);
}
