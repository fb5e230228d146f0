import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SheetOptions } from '../../labels/sheets/sheet-options.ts';
import {
  RESOLUTIONS,
  type Resolution,
  TEMPLATE_NAMES,
  type TemplateName,
  TEMPLATES,
} from '../../labels/sheets/sheet-template.ts';

/** How the printer beside this computer prints one template. */
export interface PrintSettings {
  readonly dpi: Resolution;
  readonly ecc: 'M' | 'Q';
  /** Millimetres. */
  readonly nudgeX: number;
  readonly nudgeY: number;
}

const TEMPLATE_COOKIE = 'truepart-template';
const cookieOf = (template: TemplateName): string => `truepart-print-${template}`;
const KEPT = { path: '/warehouse', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 } as const;

/** The template that was last printed on this computer. */
export const lastTemplate = ({ cookies }: FastifyRequest): TemplateName =>
  TEMPLATE_NAMES.find((name) => name === cookies[TEMPLATE_COOKIE]) ?? 'a4-24';

/** What was kept for this computer; what is no longer possible falls back to how a printer comes out of its box. */
export function settingsOf({ cookies }: FastifyRequest, template: TemplateName): PrintSettings {
  const [dpi, ecc, nudgeX, nudgeY] = (cookies[cookieOf(template)] ?? '').split('_');
  const near = (text: string | undefined): number => {
    const value = Number(text ?? 0);
    return Math.abs(value) <= TEMPLATES[template].nudge ? value : 0;
  };
  return {
    dpi: RESOLUTIONS.find((each) => String(each) === dpi) ?? TEMPLATES[template].resolution,
    ecc: ecc === 'Q' ? 'Q' : 'M',
    nudgeX: near(nudgeX),
    nudgeY: near(nudgeY),
  };
}

export function keepTemplate(reply: FastifyReply, template: TemplateName): void {
  void reply.setCookie(TEMPLATE_COOKIE, template, KEPT);
}

export function keepSettings(reply: FastifyReply, template: TemplateName, settings: PrintSettings): void {
  const { dpi, ecc, nudgeX, nudgeY } = settings;
  void reply.setCookie(cookieOf(template), [dpi, ecc, nudgeX, nudgeY].join('_'), KEPT);
}

export const optionsOf = (template: TemplateName, settings: PrintSettings, startAt = 1): SheetOptions => ({
  template,
  ecc: settings.ecc,
  resolution: settings.dpi,
  startAt,
  nudge: { x: settings.nudgeX, y: settings.nudgeY },
});
