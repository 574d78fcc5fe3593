import { Controller, Get } from '@nestjs/common';
import * as z from 'zod';
import { type Endpoint, errorStatus, pathParameters } from '../../contract';
import { implementedEndpoints } from './implements';

const error = {
  type: 'object',
  required: ['kind', 'code'],
  properties: { kind: { enum: [...Object.keys(errorStatus), 'internal'] }, code: { type: 'string' }, details: { type: 'object' }, fields: { type: 'object' }, requestId: { type: 'string' } },
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest as { properties?: Record<string, unknown>; required?: string[] };
};

function operation(declared: Endpoint) {
  const input = jsonSchema(declared.input, 'input');
  const inPath = pathParameters(declared.path);
  const names = Object.keys(input.properties ?? {});
  const elsewhere = names.filter((name) => !inPath.includes(name));
  const asParameters = declared.method === 'GET' || declared.method === 'DELETE' ? names : inPath;
  const parameters = asParameters.map((name) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? { type: 'string' },
  }));
  const properties = Object.fromEntries(elsewhere.map((name) => [name, input.properties?.[name]]));
  const required = (input.required ?? []).filter((name) => elsewhere.includes(name));
  const body = { required: true, content: { 'application/json': { schema: { type: 'object', additionalProperties: false, properties, ...(required.length ? { required } : {}) } } } };
  return {
    summary: declared.summary,
    security: declared.access === 'member' ? [{ session: [] }] : [],
    parameters,
    ...(declared.method !== 'GET' && declared.method !== 'DELETE' && elsewhere.length ? { requestBody: body } : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: jsonSchema(declared.output, 'output') } } },
      default: { description: 'A named error', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  };
}

/** OpenAPI 3.1 of the given endpoints: generated from the declarations the server checks with, so it cannot drift. */
export function openApi(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const declared of endpoints) {
    const path = `/api${declared.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`;
    (paths[path] ??= {})[declared.method.toLowerCase()] = operation(declared);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Cohorte', version: '0.1.0', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    paths,
    components: { schemas: { Error: error }, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'cohorte.session_token' } } },
  };
}

/** Serves the description of the API. */
@Controller()
export class OpenApiController {
  @Get('openapi.json')
  describe() {
    return openApi(implementedEndpoints());
  }
}
