/** Asks the compiler: an edit that does not compile is no bug that anyone could make. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { applied } from './mutate.mjs';

/** For a tree, whether the file of a mutant still compiles with the edit. */
export function compilerOf(tree) {
  const config = ts.readConfigFile(path.join(tree, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, tree);
  const texts = new Map();
  const versions = new Map();
  const roots = new Set();
  const textOf = (file) => texts.get(file) ?? ts.sys.readFile(file);
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...roots],
    getScriptVersion: (file) => String(versions.get(file) ?? 0),
    getScriptSnapshot: (file) => {
      const text = textOf(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => tree,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  });
  const change = (file, text) => {
    texts.set(file, text);
    versions.set(file, (versions.get(file) ?? 0) + 1);
  };
  return (mutant) => {
    const file = path.join(tree, mutant.file);
    const text = readFileSync(file, 'utf8');
    roots.add(file);
    change(file, applied(text, mutant));
    const isFine =
      service.getSyntacticDiagnostics(file).length + service.getSemanticDiagnostics(file).length === 0;
    change(file, text);
    return isFine;
  };
}
