import type { ComponentChildren } from 'preact';
import type { DrawnPlot } from './plot.ts';

interface FigureProps {
  readonly title: string;
  /** What it shows, and how its marks are to be read. */
  readonly lead?: ComponentChildren;
  readonly plot: DrawnPlot;
  /** What the way to the table says. */
  readonly behind: string;
  /** A table with the numbers that were drawn. */
  readonly children: ComponentChildren;
}

/** A plot for who would rather look than read, and the table for who would rather read. */
export function PlotFigure({ title, lead, plot, behind, children }: FigureProps) {
  return (
    <figure class="card stack plot">
      <figcaption>
        <h2>{title}</h2>
        {lead !== undefined && <p class="soft">{lead}</p>}
      </figcaption>
      <div dangerouslySetInnerHTML={{ __html: plot.wide + plot.narrow }} />
      <details class="act">
        <summary>{behind}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={title}>
          {children}
        </div>
      </details>
    </figure>
  );
}
