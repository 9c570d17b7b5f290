import { relative, sep } from 'node:path';
import ts from 'typescript';

/**
 * One word, one meaning: in src/ an exported type has a name of its own, and so has a function at the top of a file,
 * exported or not. Who meets `placeOf` in two files must not wonder whether it is the same. What really is the same is
 * written once, upstream. Functions within functions and names of values are no matter. With ESLint's cache at least the
 * file that changed is told.
 */
export const oneMeaning = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      type: 'The type {{name}} is exported by {{others}} too: name it for what it is.',
      function: 'A function {{name}} is in {{others}} too: name it for what it does, or write it once.',
    },
  },
  create(context) {
    const { program } = context.sourceCode.parserServices;
    return {
      Program(node) {
        const own = context.filename;
        const { types, functions } = declarationsOf(program, context.cwd);
        for (const [messageId, all] of Object.entries({ type: types, function: functions })) {
          for (const [name, places] of all) {
            const others = places.filter((place) => place !== own);
            if (others.length === 0 || others.length === places.length) continue;
            context.report({
              loc: locationOf(node, name, context.sourceCode),
              messageId,
              data: { name, others: others.map((place) => relative(context.cwd, place)).join(', ') },
            });
          }
        }
      },
    };
  },
};

/** The line where the file declares the name. */
function locationOf(program, name, sourceCode) {
  const declared = program.body
    .map((statement) => statement.declaration ?? statement)
    .flatMap((statement) => statement.declarations ?? [statement])
    .find((statement) => statement.id?.name === name);
  return (declared?.id ?? program).loc ?? sourceCode.getLocFromIndex(0);
}

const known = new WeakMap();

/** Which files of src/ declare which exported types and which functions; once for each program. */
function declarationsOf(program, folder) {
  const before = known.get(program);
  if (before !== undefined) return before;
  const types = new Map();
  const functions = new Map();
  const note = (map, name, file) => {
    const places = map.get(name) ?? [];
    if (!places.includes(file)) map.set(name, [...places, file]);
  };
  const src = ['', 'src', ''].join(sep);
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !source.fileName.startsWith(folder + src)) continue;
    for (const statement of source.statements) {
      const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
      if (isType && isExported(statement)) note(types, statement.name.text, source.fileName);
      for (const name of functionNames(statement)) note(functions, name, source.fileName);
    }
  }
  const result = { types, functions };
  known.set(program, result);
  return result;
}

function isExported(statement) {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function functionNames(statement) {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer !== undefined && isFunction(initializer))
    .map(({ name }) => name.getText());
}

function isFunction(node) {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
