import { Module } from '@nestjs/common';
import { Assets } from './assets.ts';
import { PageLanguage } from './page-language.ts';
import { ProblemPages } from './problem-pages.ts';

/** What all faces share and the server must know of. */
@Module({ providers: [Assets, PageLanguage, ProblemPages], exports: [Assets] })
export class DesignModule {}
