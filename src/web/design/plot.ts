import type * as Library from '@observablehq/plot';
import type { Node as XmlNode } from '@xmldom/xmldom';

/** The marks and scales of @observablehq/plot. */
export type Plots = typeof Library;

/** How wide a plot is laid out, and how much room there is for names. */
export interface PlotSize {
  readonly width: number;
  readonly isNarrow: boolean;
}

/** One plot, laid out twice: a stylesheet shows the one that can be read. */
export interface DrawnPlot {
  readonly wide: string;
  readonly narrow: string;
}

const WIDE: PlotSize = { width: 960, isNarrow: false };
const NARROW: PlotSize = { width: 320, isNarrow: true };
const FONT_SIZE = '13';

/**
 * SVG for a page. Colours are the page's own (`var(--link)`), so that it follows light and dark; nothing in it has a style
 * of its own, which the content security policy would not let it have.
 * @param title what a screen reader says instead of reading out marks; the numbers stand in a table beside it.
 */
export async function drawPlot(
  title: string,
  plan: (plots: Plots, size: PlotSize) => Library.PlotOptions,
): Promise<DrawnPlot> {
  const { plots, document, serialize } = await (tools ??= loadTools());
  const draw = (size: PlotSize): string => {
    const svg = plots.plot({ width: size.width, ...plan(plots, size), document });
    // The list is a live one: what is taken out of the picture is taken out of it, too.
    for (const sheet of Array.from(svg.getElementsByTagName('style'))) sheet.parentNode?.removeChild(sheet);
    // A picture is one thing to a screen reader; names of its groups are for nobody.
    for (const group of Array.from(svg.getElementsByTagName('g'))) group.removeAttribute('aria-label');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', title);
    // The page's own face: Chinese is in it.
    svg.removeAttribute('font-family');
    svg.setAttribute('font-size', FONT_SIZE);
    svg.setAttribute('class', size.isNarrow ? 'for-phones' : 'for-desks');
    return serialize(svg);
  };
  return { wide: draw(WIDE), narrow: draw(NARROW) };
}

/** A server that draws no plot loads neither the library nor the document that it draws in. */
let tools: ReturnType<typeof loadTools> | undefined;

async function loadTools() {
  const [plots, { DOMImplementation, XMLSerializer }] = await Promise.all([
    import('@observablehq/plot'),
    import('@xmldom/xmldom'),
  ]);
  // As much of a document as the library asks for: it makes elements, sets attributes and puts one into another.
  const document = new DOMImplementation().createDocument('http://www.w3.org/1999/xhtml', 'html');
  const serializer = new XMLSerializer();
  return {
    plots,
    document: document as unknown as Document,
    serialize: (svg: unknown): string => serializer.serializeToString(svg as XmlNode),
  };
}
