import ts from 'typescript';
import type { RefusalKind } from '../../src/kernel/refusal.ts';
import type { SourceFile } from './source-tree.ts';

/** A stable code as the source declares it. */
export interface DeclaredCode {
  readonly code: string;
  /** `refusal`: a whole request is refused with it; `reason`: one of its places is, and the request if it is the only one. */
  readonly as: 'refusal' | 'reason';
  readonly kinds: readonly RefusalKind[];
  /** What is said, with `…` for what differs from case to case. */
  readonly words: readonly { readonly zh: string; readonly en: string }[];
  readonly path: string;
}

const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^UNAUTHENTICATED$|^FORBIDDEN$/;

/** Every code that a `Refusal` is made with, whichever of the ways of the house it is written in. */
export function codesIn({ path, syntax }: SourceFile): DeclaredCode[] {
  const found: DeclaredCode[] = [];
  visit(syntax, (node) => {
    const made = refusalMadeBy(node);
    if (made) found.push(...declared(made, path, syntax));
    if (ts.isObjectLiteralExpression(node)) found.push(...reasonIn(node, path));
  });
  return found;
}

/** The arguments of `new Refusal(…)`, or of `super(…)` in a class that is one. */
function refusalMadeBy(node: ts.Node): readonly ts.Expression[] | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') return node.arguments;
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return undefined;
  const parents = above(node, ts.isClassDeclaration)?.heritageClauses?.[0]?.types ?? [];
  return parents[0]?.expression.getText() === 'Refusal' ? node.arguments : undefined;
}

function declared([code, kind, words]: readonly ts.Expression[], path: string, file: ts.SourceFile): DeclaredCode[] {
  if (!code || !kind || !words) throw new Error(`${path}: a refusal without code, kind or words`);
  const kinds = literalsIn(kind) as RefusalKind[];
  const own = codesOf(code);
  if (own.length > 0) {
    return own.map((each) => ({ code: each, as: 'refusal', kinds, words: wordsOf(words), path }));
  }
  const table = tableOf(code, file);
  if (table) return table.map((row) => ({ ...row, as: 'refusal', kinds, path }));
  const maker = above(code, isNamedFunction);
  const name = maker && nameOf(maker);
  if (name === undefined) throw new Error(`${path}: cannot tell the code of ${code.getText()}`);
  return callsOf(name, file).map(({ arguments: given }) => ({
    code: codesOf(given[0]!)[0]!,
    as: 'refusal',
    kinds,
    words: wordsOf(...given.slice(1)),
    path,
  }));
}

/** `{ reason: 'UNIT_PACKED', words: … }`: why one place is refused. */
function reasonIn(node: ts.ObjectLiteralExpression, path: string): DeclaredCode[] {
  const reason = memberOf(node, 'reason');
  const words = memberOf(node, 'words');
  if (!reason || !words || !ts.isStringLiteral(reason) || !CODE.test(reason.text)) return [];
  return [{ code: reason.text, as: 'reason', kinds: ['invalid', 'conflict'], words: wordsOf(words), path }];
}

/** The rows of the constant object that `TABLE[x].code` looks into. */
function tableOf(code: ts.Expression, file: ts.SourceFile): Pick<DeclaredCode, 'code' | 'words'>[] | undefined {
  if (!ts.isPropertyAccessExpression(code) || !ts.isElementAccessExpression(code.expression)) return undefined;
  const rows: Pick<DeclaredCode, 'code' | 'words'>[] = [];
  const table = initialiserOf(code.expression.expression.getText(), file);
  visit(table, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const [own, words] = [memberOf(node, 'code'), memberOf(node, 'words')];
    if (own && words) rows.push({ code: codesOf(own)[0]!, words: wordsOf(words) });
  });
  return rows;
}

/** Every `{ zh, en }` in the expressions, or two plain texts, Chinese first; a name is looked up where it was given. */
function wordsOf(...expressions: readonly ts.Expression[]): DeclaredCode['words'] {
  const found: { zh: string; en: string }[] = [];
  for (const expression of expressions) {
    const place = ts.isIdentifier(expression)
      ? initialiserOf(expression.text, above(expression, isBlock)!)
      : expression;
    visit(place, (node) => {
      if (!ts.isObjectLiteralExpression(node)) return;
      const [zh, en] = [memberOf(node, 'zh'), memberOf(node, 'en')];
      if (zh && en) found.push({ zh: textOf(zh), en: textOf(en) });
    });
  }
  const [zh, en] = expressions;
  if (found.length === 0 && zh && en) found.push({ zh: textOf(zh), en: textOf(en) });
  return found;
}

function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '…';
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

const codesOf = (code: ts.Expression): string[] => literalsIn(code).filter((text) => CODE.test(text));

function literalsIn(node: ts.Node): string[] {
  const texts: string[] = [];
  visit(node, (each) => {
    if (ts.isStringLiteral(each)) texts.push(each.text);
  });
  return texts;
}

function memberOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const isMember = (each: ts.ObjectLiteralElementLike) => ts.isPropertyAssignment(each) && each.name.getText() === name;
  return node.properties.filter(ts.isPropertyAssignment).find(isMember)?.initializer;
}

function initialiserOf(name: string, within: ts.Node): ts.Expression {
  let found: ts.Expression | undefined;
  visit(within, (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found ??= node.initializer;
  });
  if (!found) throw new Error(`${within.getSourceFile().fileName}: cannot find what ${name} is`);
  return found;
}

function callsOf(name: string, file: ts.SourceFile): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  visit(file, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === name) calls.push(node);
  });
  return calls;
}

const isBlock = (node: ts.Node): node is ts.Block => ts.isBlock(node);
const isNamedFunction = (node: ts.Node): node is ts.VariableDeclaration | ts.FunctionDeclaration =>
  ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
const nameOf = (node: ts.VariableDeclaration | ts.FunctionDeclaration): string | undefined => node.name?.getText();

function above<Kind extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is Kind): Kind | undefined {
  for (let each: ts.Node | undefined = node.parent; each; each = each.parent) if (is(each)) return each;
  return undefined;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
