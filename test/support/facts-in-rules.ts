import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/config/project-root.ts';

const RULES = join(projectRoot, 'src/flags/rules');

/** A fact as the rules put it into their findings, whichever of them do. */
export interface FactInRules {
  readonly name: string;
  /** Where a rule’s type lists what it can be. */
  readonly values: ReadonlySet<string>;
  /** Where a rule’s type says no more than that it is a text. */
  readonly isText: boolean;
}

/** Read from the types of the rules themselves: what no table of examples happens to raise is seen, too. */
export function factsInRules(): FactInRules[] {
  const paths = readdirSync(RULES).filter((name) => name.endsWith('.rule.ts'));
  const program = ts.createProgram(
    paths.map((name) => join(RULES, name)),
    optionsOfProject(),
  );
  const checker = program.getTypeChecker();
  const facts = new Map<string, { values: Set<string>; isText: boolean }>();
  for (const path of paths) {
    const file = program.getSourceFile(join(RULES, path))!;
    for (const { name, type } of factsOf(checker, file)) {
      const fact = facts.get(name) ?? { values: new Set(), isText: false };
      facts.set(name, fact);
      for (const each of singleTypes(checker, type)) {
        if (each.isStringLiteral()) fact.values.add(each.value);
        else if (each.flags & ts.TypeFlags.String) fact.isText = true;
      }
    }
  }
  return [...facts].map(([name, fact]) => ({ name, ...fact })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the words of a file’s rules are told. */
function factsOf(checker: ts.TypeChecker, file: ts.SourceFile): { name: string; type: ts.Type }[] {
  const memberOf = (type: ts.Type, name: string): ts.Type | undefined => {
    const member = type.getProperty(name);
    return member && checker.getTypeOfSymbolAtLocation(member, file);
  };
  return checker.getExportsOfModule(checker.getSymbolAtLocation(file)!).flatMap((each) => {
    const words = memberOf(checker.getTypeOfSymbolAtLocation(each, file), 'words');
    const [told] = (words && memberOf(words, 'staff'))?.getCallSignatures() ?? [];
    if (!told) return [];
    const facts = checker.getTypeOfSymbolAtLocation(told.getParameters()[0]!, file);
    return (facts.isUnion() ? facts.types : [facts]).flatMap((kind) =>
      checker
        .getPropertiesOfType(kind)
        .map((fact) => ({ name: fact.name, type: checker.getTypeOfSymbolAtLocation(fact, file) })),
    );
  });
}

/** Lists are lists of what they hold. */
function singleTypes(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((each) =>
    checker.isArrayType(each) ? singleTypes(checker, checker.getTypeArguments(each as ts.TypeReference)[0]!) : [each],
  );
}

function optionsOfProject(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, projectRoot).options, types: [] };
}
