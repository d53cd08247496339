import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One file of `src/`, as far as the rules look at it. */
export interface Source {
  /** Relative to the project, with slashes: `src/core/graph.ts`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Every name that its code mentions, comments and strings left out. */
  readonly names: ReadonlySet<string>;
  /** `a.b` for every plain member access, and `new X` for every construction. */
  readonly uses: ReadonlySet<string>;
  /** The markup of a component, without script, style and comments; empty for other files. */
  readonly markup: string;
}

export interface Import {
  /** A path relative to the project, without query, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
  readonly isTypeOnly: boolean;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** All code in `src/`, tests included. */
export function readSources(): Source[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|mjs|svelte)$/.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** Reads one file's text; a component is its scripts plus the expressions of its markup. */
export function parseSource(path: string, text: string): Source {
  const isComponent = path.endsWith('.svelte');
  const code = isComponent ? scriptsOf(text) : text;
  const markup = isComponent ? markupOf(text) : '';
  const tree = ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.Latest, true);
  const names = new Set(markup.match(/[A-Za-z_$][\w$]*(?=[^<>]*\})/g) ?? []);
  const uses = new Set(markup.match(/[A-Za-z_$][\w$]*\.[\w$]+/g) ?? []);
  const imports: Import[] = [];
  visit(tree, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isPropertyAccessExpression(node)) uses.add(node.getText().replace(/\s/g, ''));
    if (ts.isNewExpression(node)) uses.add(`new ${node.expression.getText()}`);
    const found = importOf(node);
    if (found) imports.push(resolveImport(path, found.specifier, found.isTypeOnly));
  });
  return { path, imports, names, uses, markup };
}

function scriptsOf(text: string): string {
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n');
}

function markupOf(text: string): string {
  return text
    .replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '');
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** Static, dynamic and type imports, re-exports and patterns all count. */
function importOf(node: ts.Node): { specifier: string; isTypeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier.text, isTypeOnly };
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    return { specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal.getText().slice(1, -1), isTypeOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isGlob = node.expression.getText() === 'import.meta.glob';
  const first = node.arguments[0];
  if (!(isImport || isGlob) || !first || !ts.isStringLiteralLike(first)) return undefined;
  return { specifier: first.text, isTypeOnly: false };
}

function resolveImport(from: string, specifier: string, isTypeOnly: boolean): Import {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) {
    return {
      target: posix.normalize(posix.join(dirname(from), plain)),
      isPackage: false,
      isTypeOnly,
    };
  }
  const parts = plain.split('/');
  const name = plain.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  return { target: name.startsWith('node:') ? 'node' : name, isPackage: true, isTypeOnly };
}
