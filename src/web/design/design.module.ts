import { Module } from '@nestjs/common';
import { Assets } from './assets.ts';
import { ProblemPages } from './problem-pages.ts';

/** What all faces share and the server must know of. */
@Module({ providers: [Assets, ProblemPages], exports: [Assets] })
export class DesignModule {}
