import { gzipSync } from 'node:zlib';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { Config } from '../../config/config.ts';
import { Assets } from '../design/assets.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { staffRequest } from '../staff/staff-request.ts';
import { APP, serviceWorkerScript, webManifest, workshopShell } from './workshop-shell.tsx';

/**
 * The technician’s app. What is served here is the same for everybody and says nothing of anybody, so it is open: the app
 * itself asks who works, keeps their outbox, and lets them sign in without leaving.
 */
@ApiExcludeController()
@Controller('workshop')
@Public()
export class WorkshopController {
  constructor(
    private readonly assets: Assets,
    private readonly config: Config,
  ) {}

  @Get(['', '*'])
  shell(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string | Buffer {
    const asked = staffRequest(request, reply);
    const html = answerPage(reply, asked, workshopShell(this.assets, asked, this.config));
    // As for the other pages of staff: requests by cookie must say where they come from.
    void reply.header('referrer-policy', 'same-origin');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return html;
    // The one page that holds no secret, so that its length tells none: it may be compressed.
    void reply.headers({ 'content-encoding': 'gzip', vary: 'Accept, Accept-Encoding, Accept-Language' });
    return gzipSync(html);
  }

  @Get('manifest.webmanifest')
  manifest(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('application/manifest+json; charset=utf-8').header('cache-control', 'no-cache');
    return JSON.stringify(webManifest(pageRequest(request).language));
  }

  @Get('service-worker.js')
  serviceWorker(@Res({ passthrough: true }) reply: FastifyReply): string {
    // In one language, so that the version does not depend on who asks.
    const request = pageRequest({ url: `${APP}?lang=zh`, headers: {} });
    void reply.type('text/javascript; charset=utf-8').headers({
      'cache-control': 'no-cache',
      // It stands below the address whose pages it serves.
      'service-worker-allowed': APP,
    });
    return serviceWorkerScript(this.assets, workshopShell(this.assets, request, this.config));
  }
}
