/** A published OpenAPI description, and whether requests and answers are as it says. */
import { readFileSync } from 'node:fs';

import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Json = Record<string, unknown>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

/** One operation of the published description. */
export interface Operation {
  /** `GET /repos/{owner}/{repo}/pulls`. */
  readonly name: string;
  /** Path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly spec: Json;
}

/** OpenAPI 3.0 says `nullable` even where there is no type, which ajv refuses. */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, nullable(item)] as const);
  const rest = Object.fromEntries(entries.filter(([key, item]) => key !== 'nullable' || item !== true));
  return entries.length === Object.keys(rest).length ? rest : { anyOf: [{ type: 'null' }, rest] };
}

/** References of the document point into itself. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace(/^#/, 'openapi#') : absolute(item),
    ]),
  );
}

/** Reads a description; what it asks of requests and answers is compiled when somebody asks. */
export function openApiOf(file: URL) {
  const DOCUMENT = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Json>;
    components: Json;
  };

  // Each file of tests compiles what it asks for: quick to compile is worth more here than quick to run.
  const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } });
  formats.default(ajv);
  ajv.addSchema({ $id: 'openapi', components: nullable(DOCUMENT.components) });
  const compiled = new Map<string, ValidateFunction>();

  function errorsOf(schema: Json, value: unknown): readonly string[] {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile(absolute(nullable(schema)) as Json);
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  }

  function resolve(value: unknown): Json {
    const ref = (value as { $ref?: string }).$ref;
    if (ref === undefined) return value as Json;
    return resolve(
      ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, part) => (at as Json)[part], DOCUMENT),
    );
  }

  /** The operation of a request; undefined when the description (or our extract of it) has none. */
  function operationOf(method: string, pathname: string): Operation | undefined {
    for (const [template, methods] of Object.entries(DOCUMENT.paths)) {
      // A file's path has slashes, and is left out for the root; every other parameter is one segment.
      const pattern = template.replace(/(\/?)\{(\w+)\}/g, (_, slash: string, name: string) =>
        name === 'path' ? `(?:${slash}(?<${name}>.+))?` : `${slash}(?<${name}>[^/]+)`,
      );
      const match = new RegExp(`^${pattern}$`).exec(pathname);
      const spec = methods[method.toLowerCase()];
      if (match !== null && spec !== undefined) {
        const path = Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, text = '']: [string, string?]) => [
            name,
            decodeURIComponent(text),
          ]),
        );
        return { name: `${method} ${template}`, path, spec: spec as Json };
      }
    }
    return undefined;
  }

  /** What is wrong with a request, by the description; unknown parameters and fields are wrong too. */
  function requestFaults(
    { spec, path }: Operation,
    query: URLSearchParams,
    body: unknown,
  ): readonly string[] {
    const parameters = ((spec['parameters'] ?? []) as unknown[]).map(resolve) as unknown as Parameter[];
    const faults: string[] = [];
    for (const [name, text] of query) {
      const parameter = parameters.find((it) => it.in === 'query' && it.name === name);
      if (parameter === undefined) faults.push(`unknown query parameter ${name}`);
      else faults.push(...errorsOf(parameter.schema, typed(parameter, text)).map((it) => `${name}${it}`));
    }
    for (const parameter of parameters.filter((it) => it.in === 'path')) {
      const text = path[parameter.name];
      if (text === undefined) faults.push(`no path parameter ${parameter.name}`);
      else faults.push(...errorsOf(parameter.schema, typed(parameter, text)));
    }
    const schema = bodySchema(spec);
    if (schema === undefined) return body === undefined ? faults : [...faults, 'a body is not expected'];
    if (body !== undefined) faults.push(...errorsOf(schema, body), ...unknownKeys(schema, body, 'body'));
    return faults;
  }

  function typed({ schema }: Parameter, text: string): unknown {
    return resolve(schema)['type'] === 'integer' ? Number(text) : text;
  }

  function bodySchema(spec: Json): Json | undefined {
    const body = spec['requestBody'] as { content?: Record<string, { schema: Json }> } | undefined;
    return body?.content?.['application/json']?.schema;
  }

  /** The description lets every field through; GitHub ignores it, so a misspelt one would go unnoticed. */
  function unknownKeys(schema: unknown, value: unknown, at: string): readonly string[] {
    const { properties, items } = resolve(schema) as { properties?: Json; items?: Json };
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => unknownKeys(items ?? {}, item, `${at}[${index}]`));
    }
    if (typeof value !== 'object' || value === null || properties === undefined) return [];
    return Object.entries(value).flatMap(([key, item]) =>
      key in properties
        ? unknownKeys(properties[key], item, `${at}.${key}`)
        : [`${at}.${key} is not a field`],
    );
  }

  /** What is wrong with an answer, by the description. */
  function responseFaults({ spec }: Operation, status: number, body: unknown): readonly string[] {
    const responses = spec['responses'] as Json;
    if (!(String(status) in responses)) return [`status ${status} is not described`];
    const { content } = resolve(responses[String(status)]) as { content?: Record<string, { schema: Json }> };
    const schema = content?.['application/json']?.schema;
    return schema === undefined ? [] : errorsOf(schema, body);
  }

  /** A value of the schema of an operation's answer, with nothing in it but what must be. */
  function sampleAnswer({ spec }: Operation, status: number): unknown {
    const { content } = resolve((spec['responses'] as Json)[String(status)]) as {
      content?: Record<string, { schema: Json }>;
    };
    const schema = resolve(content?.['application/json']?.schema ?? {});
    return sample(schema['type'] === 'array' ? schema['items'] : schema);
  }

  function sample(given: unknown): unknown {
    const schema = resolve(given) as {
      nullable?: boolean;
      enum?: unknown[];
      type?: string;
      format?: string;
      properties?: Json;
      required?: string[];
      allOf?: unknown[];
      anyOf?: unknown[];
      oneOf?: unknown[];
    };
    // An object is there to be filled in.
    if (schema.nullable === true && schema.type !== 'object') return null;
    if (schema.enum !== undefined) return schema.enum[0];
    if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(sample)) as unknown;
    const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
    if (choice !== undefined) return sample(choice);
    if (schema.type === 'string') return stringOf(schema.format);
    const plain = PLAIN.get(schema.type ?? '');
    if (plain !== undefined) return plain;
    const names = schema.required ?? [];
    return Object.fromEntries(names.map((name) => [name, sample(schema.properties?.[name] ?? {})]));
  }

  return { operationOf, requestFaults, responseFaults, sampleAnswer };
}

const PLAIN = new Map<string, unknown>([
  ['integer', 1],
  ['number', 1],
  ['boolean', false],
  ['array', []],
]);

function stringOf(format: string | undefined): string {
  if (format === 'date-time') return '2026-11-23T10:00:00Z';
  return format === 'uri' ? 'https://github.test/' : 'text';
}
