/** SQL for a maker's own threshold, else the rule's: `parameter` and `maker` as they stand in the query. */
export const threshold = (rule: string, name: string, parameter: string, maker: string): string =>
  `coalesce((SELECT (y.thresholds ->> '${name}')::float8 FROM rule_policy y WHERE y.maker_id = ${maker} AND y.rule = '${rule}'),
            ${parameter}::float8)`;
