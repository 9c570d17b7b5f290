import ts from 'typescript';

/**
 * `list[i] ?? ''`: either the index is always good, then a wrong one is a bug of ours and must not fall silent
 * (`must(list[i], 'why')`), or it is not, then the empty value is one more meaning that nobody named: write what is
 * meant (`list[i] === undefined ? … : …`, or leave it undefined).
 *
 * Meant are `''`, `[]`, `{}`, `0` behind an element access, `.at()` or `const [first] = list`, or behind a part of
 * what they give (`list[0]?.name ?? ''`, when only the list can make it undefined). Allowed stay:
 * - `Map.get() ?? []`: that a map has nothing under a key is an answer, and the empty list says the same;
 * - `const [, from = ''] = /…/.exec(text) ?? []`: there the default is what a part that is not written means;
 * - `record[name] ?? ''`: a record is asked by a name, like a map.
 */
export const noFallbackOnIndex = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      silent:
        'An empty value hides that the index may be wrong: use must(…, why), or say what undefined means.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const services = sourceCode.parserServices;
    const isIndexed = (node) => isIndexedBy(node, { services, sourceCode });
    return {
      "LogicalExpression[operator='??']"(node) {
        if (isEmptyValue(node.right) && isIndexed(node.left)) {
          context.report({ node, messageId: 'silent' });
        }
      },
    };
  },
};

function isEmptyValue(node) {
  switch (node.type) {
    case 'Literal':
      return node.value === '' || node.value === 0 || node.value === 0n;
    case 'TemplateLiteral':
      return node.quasis.length === 1 && node.quasis[0].value.cooked === '';
    case 'ArrayExpression':
      return node.elements.length === 0;
    case 'ObjectExpression':
      return node.properties.length === 0;
    case 'TSAsExpression':
      return isEmptyValue(node.expression);
    default:
      return false;
  }
}

/** Whether it is undefined only because a list may be too short. */
function isIndexedBy(node, { services, sourceCode }) {
  const isIndexed = (inner) => isIndexedBy(inner, { services, sourceCode });
  switch (node.type) {
    case 'ChainExpression':
      return isIndexed(node.expression);
    case 'Identifier':
      return isTakenFromList(node, { sourceCode, isIndexed });
    case 'MemberExpression':
      if (node.computed) return isList(node.object, services);
      return isIndexed(node.object) && isAlwaysThere(node, services);
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'MemberExpression') return false;
      if (callee.property.name === 'at' && isList(callee.object, services)) return true;
      return isIndexed(callee.object);
    }
    default:
      return false;
  }
}

/** `const [first] = list` without a default, or `const first = list[0]`. */
function isTakenFromList(identifier, { sourceCode, isIndexed }) {
  let scope = sourceCode.getScope(identifier);
  while (scope !== null && !scope.set.has(identifier.name)) scope = scope.upper;
  const [definition] = scope?.set.get(identifier.name)?.defs ?? [];
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return false;
  const { id, init } = definition.node;
  if (id.type === 'Identifier') return init !== null && isIndexed(init);
  return definition.name.parent.type === 'ArrayPattern';
}

/** Lists, tuples and texts; what is asked of a record by a key (`record[name]`) is like a map's answer. */
function isList(node, services) {
  const checker = services.program.getTypeChecker();
  const type = checker.getNonNullableType(services.getTypeAtLocation(node));
  const kinds = type.isUnion() ? type.types : [type];
  return kinds.every((kind) => checker.isArrayLikeType(kind) || (kind.flags & ts.TypeFlags.StringLike) !== 0);
}

/** Whether the property itself is never undefined: then only the index can have made it so. */
function isAlwaysThere(member, services) {
  const checker = services.program.getTypeChecker();
  const owner = checker.getNonNullableType(services.getTypeAtLocation(member.object));
  const property = owner.getProperty(member.property.name);
  if (property === undefined) return false;
  const type = checker.getTypeOfSymbol(property);
  const kinds = type.isUnion() ? type.types : [type];
  return kinds.every((kind) => (kind.flags & ts.TypeFlags.Undefined) === 0);
}
